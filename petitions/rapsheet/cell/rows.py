"""Words with their places become the lines of a page: top to bottom, with blanks as wide as the gaps on the sheet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from statistics import median
from typing import NamedTuple

from petitions.rapsheet.pages import Box, TextLine

_WIDEST_GAP = 60
"""No gap becomes more blanks: a line is about 80 signs long."""
_USUAL_WIDTH = 0.012


class Word(NamedTuple):
    """Signs without a blank. ``apart``: a blank stood before it in the file."""

    text: str
    box: Box
    apart: bool


class _Row(NamedTuple):
    words: tuple[Word, ...]
    box: Box

    @property
    def middle(self) -> float:
        return (self.box[1] + self.box[3]) / 2


def lines_of(rows: Iterable[Sequence[Word]]) -> tuple[TextLine, ...]:
    """Return the lines of a page; parts of one line that the file holds apart are put side by side."""
    found = _joined(sorted((_row(words) for words in rows if words), key=lambda row: row.middle))
    width = _width_of_a_sign(found)
    margin = _margin(found)
    return tuple(TextLine(_line(row, margin=margin, width=width), box=row.box) for row in found)


def _row(words: Sequence[Word]) -> _Row:
    lefts, tops, rights, bottoms = zip(*(word.box for word in words), strict=True)
    return _Row(tuple(words), (min(lefts), min(tops), max(rights), max(bottoms)))


def _joined(rows: Sequence[_Row]) -> list[_Row]:
    found: list[_Row] = []
    for row in rows:
        if found and _side_by_side(found[-1], row):
            found[-1] = _row(sorted(found[-1].words + row.words, key=lambda word: word.box[0]))
        else:
            found.append(row)
    return found


def _side_by_side(above: _Row, row: _Row) -> bool:
    """Say whether two rows stand at one height and not over one another."""
    a, b = above.box, row.box
    shared = min(a[3], b[3]) - max(a[1], b[1])
    one_height = shared > 0.6 * min(a[3] - a[1], b[3] - b[1])
    return one_height and (b[0] >= a[2] - _USUAL_WIDTH / 2 or b[2] <= a[0] + _USUAL_WIDTH / 2)


def _margin(rows: Sequence[_Row]) -> float:
    """Return where most lines begin at the earliest; the footer of a browser stands further to the left."""
    lefts = sorted(row.box[0] for row in rows)
    return lefts[len(lefts) // 10] if lefts else 0.0


def _width_of_a_sign(rows: Iterable[_Row]) -> float:
    widths = [
        (word.box[2] - word.box[0]) / len(word.text)
        for row in rows
        for word in row.words
        if len(word.text) > 1
    ]
    return max(median(widths), 0.001) if widths else _USUAL_WIDTH


def _line(row: _Row, *, margin: float, width: float) -> str:
    pieces: list[str] = []
    end = margin
    for word in row.words:
        gap = round((word.box[0] - end) / width)
        least = 1 if word.apart and pieces else 0
        pieces += [" " * min(max(gap, least, 0), _WIDEST_GAP), word.text]
        end = max(end, word.box[2])
    return "".join(pieces)
