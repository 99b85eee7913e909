"""Says at a terminal why a page of a sheet was not read well."""

from __future__ import annotations

from petitions.rapsheet.troubles import Trouble

_TROUBLES = {
    Trouble.DAMAGED: "it could not be opened",
    Trouble.NOT_READ: "it is a picture that was not read; check --engine",
    Trouble.TOO_DARK: "the picture is too dark",
    Trouble.BLURRED: "the picture is blurred",
    Trouble.TOO_SMALL: "the picture is too small",
    Trouble.CUT_OFF: "the picture is cut off",
    Trouble.UPSIDE_DOWN: "the picture is upside down",
    Trouble.NO_TEXT: "no text was found in the picture",
}


def trouble_sentence(page: int, trouble: Trouble) -> str:
    """Say what is wrong with a page, counted from 1."""
    return f"page {page}: {_TROUBLES[trouble]}."
