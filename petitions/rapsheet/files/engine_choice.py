"""Chooses what reads pictures: what the setting names, or the best that is installed."""

from __future__ import annotations

import shutil
from importlib.util import find_spec

from django.conf import settings

from petitions.rapsheet.engines import Engine


def engine() -> Engine:
    """Return the engine."""
    named = str(settings.PICTURE_READER)
    return _best() if named == "best" else Engine(named)


def _best() -> Engine:
    if find_spec("rapidocr") is not None:
        return Engine.RAPID
    return Engine.TESSERACT if shutil.which("tesseract") else Engine.NONE
