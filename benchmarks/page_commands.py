"""The commands of a page of the documents: the lines of its blocks that are marked as shell."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HOST_PAGES = (
    "docs/deploy.md",
    "docs/settings.md",
    "docs/monitoring.md",
    "docs/organizations.md",
    "docs/forms.md",
    "docs/keys.md",
    "docs/backup.md",
    "docs/upgrade.md",
)
"""What whoever runs a host reads, in the order in which the rehearsal goes through it."""
_BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def commands(page: str) -> list[str]:
    """Return every command of a page, one a line, in their order."""
    text = (ROOT / page).read_text(encoding="utf-8")
    return [line for block in _BLOCK.findall(text) for line in block.splitlines() if line.strip()]
