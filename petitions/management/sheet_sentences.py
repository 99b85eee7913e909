"""Says at a terminal why a file of a sheet cannot be read, or a page of it not well."""

from __future__ import annotations

from petitions.rapsheet.troubles import Trouble

NO_FILE = "The file cannot be read. Check its name and that you may open it."
_OTHER = "The file cannot be read. Save it again, or print it as a PDF."
_UNREADABLE = {
    "empty": "The file is empty.",
    "wrong_type": "This is no text, PDF, PNG or JPEG. Save it as one of them.",
    "encrypted": "The PDF asks for a password. Save it without one.",
    "broken": "The file is damaged. Save it again.",
    "too_large": "The file is too large. Give at most 50 MB a file and 60 MB in all.",
    "too_many_pages": "The file has too many pages. Give at most 200.",
    "too_slow": "The file takes too long to open. Print it as a PDF, or take pictures of its pages.",
    "too_much_memory": "The file takes too much memory. Print it as a PDF, or take pictures of its pages.",
    "no_pages": "The PDF has no pages.",
    "busy": "The computer reads as many sheets as it can. Try again in a minute.",
}
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


def unreadable_sentence(code: str) -> str:
    """Say why a file cannot be read."""
    return _UNREADABLE.get(code, _OTHER)


def trouble_sentence(page: int, trouble: Trouble) -> str:
    """Say what is wrong with a page, counted from 1."""
    return f"page {page}: {_TROUBLES[trouble]}."
