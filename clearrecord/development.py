"""Makes the secrets of a development copy on its first run, and keeps them out of the repository."""

from __future__ import annotations

import base64
import json
import os
import secrets
import tempfile
from contextlib import suppress
from pathlib import Path

KEY_ID = "development"
SECRET_PREFIX = "development-"  # by this mark production refuses it


def development_secrets(folder: Path) -> dict[str, str]:
    """Return SECRET_KEY and CLEARRECORD_KEYS of this copy; make them when there are none."""
    file = folder / "development-secrets.json"
    if not file.exists():
        _make(file)
    kept: dict[str, str] = json.loads(file.read_text(encoding="ascii"))
    return kept


def _make(file: Path) -> None:
    """Write the file whole, readable by its owner only; where another process was faster, keep its file."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    key = base64.b64encode(secrets.token_bytes(32)).decode("ascii")
    made = {
        "SECRET_KEY": SECRET_PREFIX + secrets.token_urlsafe(64),
        "CLEARRECORD_KEYS": f"{KEY_ID}:{key}",
    }
    descriptor, draft = tempfile.mkstemp(dir=file.parent)
    with os.fdopen(descriptor, "w", encoding="ascii") as stream:
        json.dump(made, stream)
    with suppress(FileExistsError):
        os.link(draft, file)
    Path(draft).unlink()
