"""Takes the pages of a file one by one: the text of each, or a picture where the text is not all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import PdfiumError, PdfPage, raw

from petitions.documents.pdfium import opened_pdf
from petitions.rapsheet.files.bounds import FEW_ON_A_SCAN, FEW_SIGNS, SHOWN_WIDE, TEXT_SHOWN_WIDE
from petitions.rapsheet.files.cell.drawing import drawn_to_read, drawn_to_show, to_read, to_show
from petitions.rapsheet.files.cell.found import PageFound, State
from petitions.rapsheet.files.cell.opening import SheetFile
from petitions.rapsheet.files.cell.photographs import decoded
from petitions.rapsheet.files.cell.second_reader import second_lines
from petitions.rapsheet.files.cell.text_layer import text_lines
from petitions.rapsheet.files.kinds import Kind
from petitions.rapsheet.files.unreadable import Unreadable
from petitions.rapsheet.pages import TextLine

_MOST_LOOKED_AT = 2_000
_MOST_OF_A_PAGE = 0.5


def pages_of_file(file: SheetFile, *, first: int) -> Iterator[PageFound]:
    """Yield the pages of a file from page ``first``, counted from 0."""
    if file.kind is not Kind.PDF:
        yield from (_photograph(file) for _page in range(first, 1))
    elif not file.is_plain:
        yield from (_second(file, number=number) for number in range(first, file.pages))
    else:
        with opened_pdf(file.content) as document:
            for number in range(first, file.pages):
                yield _page(document, number=number, file=file)


def _photograph(file: SheetFile) -> PageFound:
    picture = decoded(file.content, kind=file.kind)
    return PageFound(State.PICTURE, (), to_show(picture, wide=SHOWN_WIDE), to_read(picture))


def _second(file: SheetFile, *, number: int) -> PageFound:
    """Read a page that pdfium cannot; it cannot be drawn either."""
    lines = second_lines(file.content, number=number)
    return PageFound(State.TEXT, lines) if lines else PageFound(State.DAMAGED)


def _page(document: pypdfium2.PdfDocument, *, number: int, file: SheetFile) -> PageFound:
    try:
        with closing(document[number]) as page:
            return _read(page, number=number, file=file)
    except Unreadable:
        return PageFound(State.DAMAGED)
    except (PdfiumError, ValueError, ArithmeticError):
        return _second(file, number=number)


def _read(page: PdfPage, *, number: int, file: SheetFile) -> PageFound:
    lines = text_lines(page)
    if _signs(lines) >= FEW_ON_A_SCAN:
        return _text(page, lines)
    parts = _parts(page)
    if parts.has_text and not lines:
        lines = second_lines(file.content, number=number)
    if parts.is_all_text(_signs(lines)):
        return _text(page, lines)
    return _picture(page, lines) if parts.is_drawn else PageFound(State.BLANK)


def _text(page: PdfPage, lines: tuple[TextLine, ...]) -> PageFound:
    return PageFound(State.TEXT, lines, drawn_to_show(page, wide=TEXT_SHOWN_WIDE))


def _picture(page: PdfPage, lines: tuple[TextLine, ...]) -> PageFound:
    picture = drawn_to_read(page)
    return PageFound(State.PICTURE, lines, to_show(picture, wide=SHOWN_WIDE), to_read(picture))


def _signs(lines: tuple[TextLine, ...]) -> int:
    """Count what was understood; a font without names for its signs gives only these marks."""
    signs = "".join(line.text for line in lines)
    return len(signs) - sum(map(signs.count, " ?\ufffd"))


@dataclass(frozen=True, slots=True)
class _Parts:
    """What a page is made of. ``pictured``: the part of it that its largest picture covers."""

    has_text: bool = False
    is_drawn: bool = False
    has_others: bool = False
    pictured: float = 0.0

    def is_all_text(self, signs: int) -> bool:
        """Say whether so many signs are all there is: many, or few on a page that has nothing else."""
        if signs >= FEW_SIGNS:
            return self.pictured < _MOST_OF_A_PAGE
        return signs > 0 and not self.has_others


def _parts(page: PdfPage) -> _Parts:
    width, height = page.get_size()
    has_text = has_others = False
    pictured = 0.0
    for looked_at, part in enumerate(page.get_objects(max_depth=3)):
        if looked_at > _MOST_LOOKED_AT:
            break
        has_text |= part.type == raw.FPDF_PAGEOBJ_TEXT
        has_others |= part.type != raw.FPDF_PAGEOBJ_TEXT
        if part.type == raw.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = part.get_bounds()
            pictured = max(pictured, (right - left) * (top - bottom) / max(width * height, 1e-6))
    return _Parts(has_text, has_text or has_others, has_others, pictured)
