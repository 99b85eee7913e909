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
    """Signs without a blank. ``apart``: a blank stood before it in the file. ``turn``: it runs right, down, left or up."""

    text: str
    box: Box
    apart: bool
    turn: int = 0


class _Row(NamedTuple):
    words: tuple[Word, ...]
    box: Box

    @property
    def middle(self) -> float:
        return (self.box[1] + self.box[3]) / 2


def lines_of(rows: Iterable[Sequence[Word]]) -> tuple[TextLine, ...]:
    """Return the lines of a page; parts of one line that the file holds apart are put side by side.

    Where the page lies on its side or stands on its head, the lines come as they do once it is turned.
    """
    words = [row for row in rows if row]
    turn = _turn_of(words)
    found = _joined(sorted((_row(row, turn=turn) for row in words), key=lambda row: row.middle))
    width, margin = _width_of_a_sign(found), _margin(found)
    return tuple(
        TextLine(_line(row, margin=margin, width=width), box=_on_the_page(_turned(row.box, by=-turn)))
        for row in found
    )


def _turn_of(rows: Iterable[Sequence[Word]]) -> int:
    turns = [word.turn for row in rows for word in row if len(word.text) > 1]
    return max(range(4), key=turns.count)


def _turned(box: Box, *, by: int) -> Box:
    """Return where a place is once the page is turned to the left so many times."""
    left, top, right, bottom = box
    match by % 4:
        case 1:
            return top, 1 - right, bottom, 1 - left
        case 2:
            return 1 - right, 1 - bottom, 1 - left, 1 - top
        case 3:
            return 1 - bottom, left, 1 - top, right
    return box


def _on_the_page(box: Box) -> Box:
    """Return a place as it is told: within the page, and no more exact than can be seen."""
    left, top, right, bottom = (round(min(max(side, 0.0), 1.0), 4) for side in box)
    return left, top, right, bottom


def _row(words: Sequence[Word], *, turn: int = 0) -> _Row:
    level = [word._replace(box=_turned(word.box, by=turn)) for word in words] if turn else words
    lefts, tops, rights, bottoms = zip(*(word.box for word in level), strict=True)
    return _Row(tuple(level), (min(lefts), min(tops), max(rights), max(bottoms)))


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
