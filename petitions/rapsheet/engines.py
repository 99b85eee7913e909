"""The engines that read pictures."""

from __future__ import annotations

from enum import Enum


class Engine(Enum):
    """What reads pages that are pictures. NONE: they are shown, not read."""

    RAPID = "rapid"
    TESSERACT = "tesseract"
    NONE = "none"
