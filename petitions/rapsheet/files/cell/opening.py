"""Opens the files of a sheet and counts their pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pypdfium2 import PdfiumError, raw

from petitions.documents.pdfium import opened_pdf
from petitions.rapsheet.files.bounds import MOST_PAGES
from petitions.rapsheet.files.cell.second_reader import page_count
from petitions.rapsheet.files.kinds import Kind, kind_of
from petitions.rapsheet.files.unreadable import Unreadable


@dataclass(frozen=True, slots=True)
class SheetFile:
    """One file. ``is_plain``: pdfium can open it; else only its text can be had."""

    content: bytes
    kind: Kind
    pages: int
    is_plain: bool = True


def opened_files(contents: Sequence[bytes]) -> tuple[SheetFile, ...]:
    """Return the files in their order; raise Unreadable where one cannot be opened, or all are too long."""
    files = tuple(_opened(content) for content in contents)
    if sum(file.pages for file in files) > MOST_PAGES:
        raise Unreadable("too_many_pages")
    return files


def _opened(content: bytes) -> SheetFile:
    kind = kind_of(content)
    if kind is not Kind.PDF:
        return SheetFile(content, kind, 1)
    file = _opened_pdf(content)
    if not file.pages:
        raise Unreadable("no_pages")
    return file


def _opened_pdf(content: bytes) -> SheetFile:
    try:
        with opened_pdf(content) as document:
            return SheetFile(content, Kind.PDF, len(document))
    except PdfiumError as error:
        if error.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
            raise Unreadable("encrypted") from None
    pages = page_count(content)
    if pages is None:
        raise Unreadable("broken")
    return SheetFile(content, Kind.PDF, pages, is_plain=False)
