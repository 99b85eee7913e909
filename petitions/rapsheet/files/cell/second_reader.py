"""Reads PDF files with pypdf, slowly, where pdfium fails or finds nothing of the text that a page has."""

from __future__ import annotations

import io
import logging
from collections.abc import Sequence

from pypdf import PageObject, PdfReader

from petitions.rapsheet.files.bounds import MOST_LINES_ON_A_PAGE, MOST_SIGNS_ON_A_PAGE
from petitions.rapsheet.pages import TextLine, pages_of


def page_count(content: bytes) -> int | None:
    """Return the number of pages; None where the file cannot be read, is locked, or has no text at the start."""
    try:
        return len(_pages(content))
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - a file made to do harm may raise anything
        return None


def second_lines(content: bytes, *, number: int) -> tuple[TextLine, ...]:
    """Return the lines of page ``number``, from 0, without their places; none where they cannot be read."""
    try:
        text = _pages(content)[number].extract_text()
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - as above
        return ()
    (lines, *_) = pages_of(text[:MOST_SIGNS_ON_A_PAGE].replace("\f", "\n"))
    return tuple(line for line in lines[:MOST_LINES_ON_A_PAGE] if line.text.strip())


def _pages(content: bytes) -> Sequence[PageObject]:
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it says may quote a file
    return PdfReader(io.BytesIO(content)).pages
