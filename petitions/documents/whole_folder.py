"""Puts a folder in its place whole or not at all, an earlier one kept until then."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path


def put_folder(place: Path, *, write: Callable[[Path], None], prefix: str) -> None:
    """Let ``write`` make the folder beside its place, then swap it in; what it left at a failure goes away."""
    place.parent.mkdir(parents=True, exist_ok=True)
    stage = Path(tempfile.mkdtemp(prefix=prefix, dir=place.parent))
    try:
        write(stage / "new")
        _swap(stage, place=place)
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def _swap(stage: Path, *, place: Path) -> None:
    earlier = stage / "earlier"
    if place.exists():
        place.rename(earlier)
    try:
        (stage / "new").rename(place)
    except OSError:
        if earlier.exists():
            earlier.rename(place)
        raise
