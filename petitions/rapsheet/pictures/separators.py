"""Lines of stars or dashes, found by their shape: engines take them for letters, or see nothing."""

from __future__ import annotations

from itertools import pairwise
from statistics import median
from typing import NamedTuple

import cv2
import numpy as np

from petitions.rapsheet.pictures.ink import Picture
from petitions.rapsheet.pictures.sights import Sight

_FEWEST = 3
_ALONE = 8
"""No other ink stands so many signs to the left or right of the marks: else they belong to a line of text."""
_SPECK = 0.12
"""Ink that is smaller than this part of a sign in both directions is dirt."""


class _Mark(NamedTuple):
    left: int
    top: int
    wide: int
    high: int

    @property
    def x(self) -> float:
        return self.left + self.wide / 2

    @property
    def y(self) -> float:
        return self.top + self.high / 2


def separators(mask: Picture, *, pitch: float) -> tuple[Sight, ...]:
    """Return the lines of three or more stars, or dashes, on a level mask of ink whose signs are ``pitch`` wide."""
    marks = [mark for mark in _marks(mask) if max(mark.wide, mark.high) > _SPECK * pitch]
    found = []
    for row in _rows([mark for mark in marks if _is_small(mark, pitch=pitch)], pitch=pitch):
        if _is_even(row, pitch=pitch) and _stands_alone(row, marks, pitch=pitch):
            found.append(_line(row, pitch=pitch))
    return tuple(found)


def _marks(mask: Picture) -> list[_Mark]:
    _count, _labels, table, _middles = cv2.connectedComponentsWithStats(mask, connectivity=8)
    return [_Mark(*(int(number) for number in row[:4])) for row in np.asarray(table)[1:]]


def _is_small(mark: _Mark, *, pitch: float) -> bool:
    return 0.25 * pitch <= mark.wide <= 1.1 * pitch and mark.high <= 0.95 * pitch


def _is_star(mark: _Mark) -> bool:
    return 0.6 <= mark.wide / mark.high <= 1.7


def _is_dash(mark: _Mark) -> bool:
    return mark.wide >= 1.8 * mark.high


def _rows(marks: list[_Mark], *, pitch: float) -> list[list[_Mark]]:
    rows: list[list[_Mark]] = []
    for mark in sorted(marks, key=lambda mark: mark.y):
        if rows and mark.y - median(other.y for other in rows[-1]) < 0.35 * pitch:
            rows[-1].append(mark)
        else:
            rows.append([mark])
    return [sorted(row, key=lambda mark: mark.x) for row in rows if len(row) >= _FEWEST]


def _is_even(row: list[_Mark], *, pitch: float) -> bool:
    """Say whether the marks are of one shape and stand at even distances, a blank or more between them."""
    gaps = [right.x - left.x for left, right in pairwise(row)]
    even = median(gaps)
    alike = all(map(_is_star, row)) or all(map(_is_dash, row))
    return alike and even >= 1.4 * pitch and all(abs(gap - even) < 0.35 * even for gap in gaps)


def _stands_alone(row: list[_Mark], marks: list[_Mark], *, pitch: float) -> bool:
    top, bottom = min(mark.top for mark in row) - 0.2 * pitch, max(mark.top + mark.high for mark in row) + 0.2 * pitch
    left, right = row[0].left - _ALONE * pitch, row[-1].left + row[-1].wide + _ALONE * pitch
    return not any(
        mark.top < bottom and mark.top + mark.high > top and mark.left < right and mark.left + mark.wide > left
        for mark in set(marks) - set(row)
    )


def _line(row: list[_Mark], *, pitch: float) -> Sight:
    sign = "*" if _is_star(row[0]) else "-"
    blanks = (max(1, round((right.x - left.x) / pitch) - 1) for left, right in pairwise(row))
    top, bottom = min(mark.top for mark in row), max(mark.top + mark.high for mark in row)
    room = max(0.0, (pitch - (bottom - top)) / 2)
    text = sign + "".join(" " * blank + sign for blank in blanks)
    return Sight(text, row[0].left, top - room, row[-1].left + row[-1].wide, bottom + room, 1.0)
