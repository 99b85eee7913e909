"""Takes the text of a page of a PDF file, as pdfium finds it, with the place of each line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import closing

import pypdfium2
from pypdfium2 import raw

from petitions.rapsheet.files.bounds import MOST_LINES_ON_A_PAGE, MOST_SIGNS_ON_A_PAGE
from petitions.rapsheet.files.cell.rows import Word, lines_of
from petitions.rapsheet.files.unreadable import Unreadable
from petitions.rapsheet.pages import Box, TextLine

_HYPHENS = "\ufffe\x02"
"""What pdfium gives for a hyphen at the end of a line, with the next line right behind it."""
# Each sign can begin one of these only, and none holds another: the time grows with the length of the text.
_PIECES = re.compile(rf"[\r\n]+|[{_HYPHENS}]|[^\s{_HYPHENS}]+")


def text_lines(page: pypdfium2.PdfPage) -> tuple[TextLine, ...]:
    """Return the lines of a page from its top; raise Unreadable for more than any sheet has."""
    with closing(page.get_textpage()) as text:
        lines = lines_of(_rows(text, signs=_signs(text), place=_Places(page)))
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


def _rows(text: pypdfium2.PdfTextPage, *, signs: str, place: _Places) -> Iterator[list[Word]]:
    row: list[Word] = []
    end = 0
    for piece in _PIECES.finditer(signs):
        found = piece.group()
        if found[0] in "\r\n":
            yield row
            row = []
            continue
        is_hyphen = found in _HYPHENS
        first, after = piece.span()
        box, turn = place.of(text, first=first, last=after - 1)
        row.append(Word("-" if is_hyphen else _printed(found), box, first > end, turn))
        end = after
        if is_hyphen:
            yield row
            row = []
    yield row


def _printed(text: str) -> str:
    """Leave out what no printer prints, as control signs and halves of signs."""
    return text if text.isprintable() else "".join(sign if sign.isprintable() else "?" for sign in text)


class _Places:
    """Where signs stand on a page as it is shown, and which way they run.

    A place is as high as the font and as wide as the step of the sign, so that stars are as high as letters.
    """

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self._turn = page.get_rotation() // 90
        self._to_box = _to_box(page, turn=self._turn)
        self._first, self._last = raw.FS_RECTF(), raw.FS_RECTF()

    def of(self, text: pypdfium2.PdfTextPage, *, first: int, last: int) -> tuple[Box, int]:
        """Return the place of the signs from one to another, and how often it is turned to the right."""
        a, b = self._first, self._last
        raw.FPDFText_GetLooseCharBox(text, first, a)
        raw.FPDFText_GetLooseCharBox(text, last, b)
        box = self._to_box(
            min(a.left, b.left), max(a.top, b.top), max(a.right, b.right), min(a.bottom, b.bottom)
        )
        right, up = b.left - a.left, b.bottom - a.bottom
        if abs(right) >= abs(up):
            return box, (self._turn + (0 if right >= 0 else 2)) % 4
        return box, (self._turn + (3 if up > 0 else 1)) % 4


def _to_box(page: pypdfium2.PdfPage, *, turn: int) -> Callable[[float, float, float, float], Box]:
    """Return what turns left, top, right and bottom in the file into parts of the page as it is shown."""
    x, y, right, top = page.get_bbox()
    wide, high = max(right - x, 1e-6), max(top - y, 1e-6)
    return (
        lambda x1, y1, x2, y2: ((x1 - x) / wide, (top - y1) / high, (x2 - x) / wide, (top - y2) / high),
        lambda x1, y1, x2, y2: ((y2 - y) / high, (x1 - x) / wide, (y1 - y) / high, (x2 - x) / wide),
        lambda x1, y1, x2, y2: ((right - x2) / wide, (y2 - y) / high, (right - x1) / wide, (y1 - y) / high),
        lambda x1, y1, x2, y2: (
            (top - y1) / high,
            (right - x2) / wide,
            (top - y2) / high,
            (right - x1) / wide,
        ),
    )[turn]
