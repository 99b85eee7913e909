"""Tells whether files are those that a run began with: by their sizes, the time of their last change, and samples."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

_SAMPLES, _SAMPLE = 16, 4096


def about_files(files: Sequence[Path]) -> list[dict[str, Any]]:
    """Return what tells each file from another, ready for JSON; raise OSError where one cannot be read."""
    return [_about(path) for path in files]


def _about(path: Path) -> dict[str, Any]:
    state = path.stat()
    digest = hashlib.sha256()
    with path.open("rb") as file:
        for sample in range(_SAMPLES):
            file.seek(max(0, state.st_size - _SAMPLE) * sample // (_SAMPLES - 1))
            digest.update(file.read(_SAMPLE))
    return {
        "name": str(path),
        "size": state.st_size,
        "changed": state.st_mtime_ns,
        "samples": digest.hexdigest(),
    }
