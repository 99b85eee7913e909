"""What to do about a page that could not be read well, by what it lacks."""

from __future__ import annotations

from collections.abc import Mapping

from petitions.rapsheet.troubles import Trouble


def _(text: str) -> str:
    return text


WHAT_TO_DO: Mapping[str, str] = {
    Trouble.DAMAGED.value: _(
        "This page of the file is broken. Take a photo of the paper page, or get the file again."
    ),
    Trouble.NOT_READ.value: _(
        "We could not read this picture. Take a new photo, or go on and type what it says."
    ),
    Trouble.TOO_DARK.value: _("It is too dark. Go to a window or turn on a lamp, and take it again."),
    Trouble.BLURRED.value: _(
        "It is not sharp. Hold the phone still with both hands, tap on the text, and take it again."
    ),
    Trouble.TOO_SMALL.value: _("The letters are too small. Move closer, so that the page fills the picture."),
    Trouble.CUT_OFF.value: _("A part of the page is missing. Lay it flat and take in all four corners."),
    Trouble.UPSIDE_DOWN.value: _("It may be upside down. Turn the page, and take it again."),
    Trouble.NO_TEXT.value: _("We found no text here. If this page is blank, go on without it."),
}
