"""Takes the text of a page of a PDF file, as pdfium finds it, with the place of each line."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable, Iterator
from contextlib import closing

import pypdfium2
from pypdfium2 import raw

from petitions.rapsheet.bounds import MOST_LINES_ON_A_PAGE, MOST_SIGNS_ON_A_PAGE
from petitions.rapsheet.cell.rows import Word, lines_of
from petitions.rapsheet.pages import Box, TextLine
from petitions.rapsheet.unreadable import Unreadable

_HYPHENS = "\ufffe\x02"
"""What pdfium gives for a hyphen at the end of a line, with the next line right behind it."""
_PIECES = re.compile(rf"[\r\n]+|[{_HYPHENS}]|[^\s{_HYPHENS}]+")
_Corner = tuple[float, float]
_ToPage = Callable[[float, float], _Corner]


def text_lines(page: pypdfium2.PdfPage) -> tuple[TextLine, ...]:
    """Return the lines of a page from its top; raise Unreadable for more than any sheet has."""
    with closing(page.get_textpage()) as text:
        lines = lines_of(_rows(text, signs=_signs(text), to_page=_to_page(page)))
    if len(lines) > MOST_LINES_ON_A_PAGE:
        raise Unreadable("too_large")
    return lines


def _signs(text: pypdfium2.PdfTextPage) -> str:
    """Return the signs of a page, each at the number that pdfium knows it by."""
    count = text.count_chars()
    if count > MOST_SIGNS_ON_A_PAGE:
        raise Unreadable("too_large")
    signs = text.get_text_range() if count else ""
    if len(signs) == count:
        return signs
    return "".join(chr(raw.FPDFText_GetUnicode(text, number) or 32) for number in range(count))


def _rows(text: pypdfium2.PdfTextPage, *, signs: str, to_page: _ToPage) -> Iterator[list[Word]]:
    row: list[Word] = []
    end = 0
    for piece in _PIECES.finditer(signs):
        found = piece.group()
        if found[0] in "\r\n":
            yield row
            row = []
            continue
        is_hyphen = found in _HYPHENS
        box, turn = _place(text, first=piece.start(), last=piece.end() - 1, to_page=to_page)
        row.append(Word("-" if is_hyphen else _printed(found), box, piece.start() > end, turn))
        end = piece.end()
        if is_hyphen:
            yield row
            row = []
    yield row


def _printed(text: str) -> str:
    """Leave out what no printer prints, as control signs and halves of signs."""
    return text if text.isprintable() else "".join(sign if sign.isprintable() else "?" for sign in text)


def _place(text: pypdfium2.PdfTextPage, *, first: int, last: int, to_page: _ToPage) -> tuple[Box, int]:
    """Return where the signs from one to another stand, and which way they run."""
    a, b = _loose_box(text, first), _loose_box(text, last)
    x1, y1 = to_page(min(a.left, b.left), max(a.top, b.top))
    x2, y2 = to_page(max(a.right, b.right), min(a.bottom, b.bottom))
    start, end = to_page(a.left, a.bottom), to_page(b.left, b.bottom)
    box = (_part(min(x1, x2)), _part(min(y1, y2)), _part(max(x1, x2)), _part(max(y1, y2)))
    return box, _turn(end[0] - start[0], end[1] - start[1])


def _turn(right: float, down: float) -> int:
    if abs(right) >= abs(down):
        return 0 if right >= 0 else 2
    return 1 if down > 0 else 3


def _loose_box(text: pypdfium2.PdfTextPage, number: int) -> raw.FS_RECTF:
    """Return the place of a sign: as high as its font and as wide as its step, so that stars are as high as letters."""
    place = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(text, number, ctypes.byref(place))
    return place


def _part(value: float) -> float:
    return round(min(max(value, 0.0), 1.0), 4) if value == value else 0.0  # noqa: PLR0124 - a number that is none


def _to_page(page: pypdfium2.PdfPage) -> _ToPage:
    """Return what turns a place in the file into parts of the page as it is shown."""
    left, bottom, right, top = page.get_bbox()
    wide, high = max(right - left, 1e-6), max(top - bottom, 1e-6)
    turns: dict[int, _ToPage] = {
        0: lambda x, y: ((x - left) / wide, (top - y) / high),
        90: lambda x, y: ((y - bottom) / high, (x - left) / wide),
        180: lambda x, y: ((right - x) / wide, (y - bottom) / high),
        270: lambda x, y: ((top - y) / high, (right - x) / wide),
    }
    return turns[page.get_rotation() % 360]
