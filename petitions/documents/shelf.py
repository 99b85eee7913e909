"""The folder in which the workers of one ``manage.py work`` share the empty papers that one of them has laid out."""

from __future__ import annotations

import os
from pathlib import Path

SHELF = "CLEARRECORD_SHELF"
"""Set by the process that starts the workers, for them alone; it made the folder, and takes it away."""


def shelf() -> Path | None:
    """Return the folder; None where this process has nobody to share with."""
    given = os.environ.get(SHELF)
    return Path(given) if given else None
