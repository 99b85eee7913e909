"""Why a page could not be read well: what a picture lacks, or what is wrong with the page of a file."""

from __future__ import annotations

from enum import Enum


class Trouble(Enum):
    """The first of these that holds is told; each has a sentence that says what to do."""

    DAMAGED = "damaged"
    """This page of the file could not be opened; the others could."""
    NOT_READ = "not_read"
    """Reading the picture took too much time or memory, or no engine that reads pictures is installed."""
    TOO_DARK = "too_dark"
    BLURRED = "blurred"
    TOO_SMALL = "too_small"
    CUT_OFF = "cut_off"
    UPSIDE_DOWN = "upside_down"
    NO_TEXT = "no_text"
    """The picture is clear enough, but no text was found in it."""
