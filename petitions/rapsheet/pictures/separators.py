"""Lines of stars or dashes, found by their shape: engines take them for letters, or see nothing."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

import cv2
import numpy as np

from petitions.rapsheet.pictures.ink import Picture
from petitions.rapsheet.pictures.rows import pitch_of
from petitions.rapsheet.pictures.sights import Sight

_FEWEST = 3
_ALONE = 8
"""No other ink stands so many signs to the left or right of the marks: else they belong to a line of text."""
_SPECK = 0.3
"""Ink that is smaller than this part of a sign in both directions is dirt."""
_SURE = 0.5
_NARROWEST = 0.38
"""Full stops are smaller than this part of a sign, stars and dashes are not."""
_HIGH = 0.95
"""Marks are lower than this part of a sign's width, letters are higher."""
_FARTHEST = 6.5
_NEAREST = 1.4
"""How many signs it is from mark to mark: dashes with no blank between them are a line, or a hyphen."""
_LOW, _NEAREST_LOW = 0.75, 0.75
"""Stars that are lower than letters may stand without a blank."""


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


def separators(mask: Picture, *, rows: Sequence[Sight]) -> tuple[Sight, ...]:
    """Return the lines of three or more stars, or dashes, on a level mask of ink.

    ``rows`` are the lines of text on the page: they tell how wide a sign is, and where the text begins and ends.
    """
    if not rows:
        return ()
    usual = median(row.sure for row in rows)
    sure = [row for row in rows if row.sure >= min(usual, _SURE)]
    pitch = pitch_of(sure)
    left, right = min(row.left for row in sure) - 2 * pitch, max(row.right for row in sure) + 2 * pitch
    marks = [
        mark for mark in _marks(mask) if max(mark.wide, mark.high) > _SPECK * pitch and left < mark.x < right
    ]
    lines = (piece for row in _rows(marks, pitch=pitch) for piece in _pieces(row, pitch=pitch))
    return tuple(
        _line(line, pitch=pitch)
        for line in lines
        if _is_even(line, pitch=pitch) and _is_alone(line, marks, pitch=pitch)
    )


def _marks(mask: Picture) -> list[_Mark]:
    _count, _labels, table, _middles = cv2.connectedComponentsWithStats(mask, connectivity=8)
    return [_Mark(*(int(number) for number in row[:4])) for row in np.asarray(table)[1:]]


def _sign(mark: _Mark) -> str:
    """Return what a mark looks like: a star, a dash or nothing."""
    ratio = mark.wide / mark.high
    return "-" if ratio >= 1.8 else "*" if 0.6 <= ratio <= 1.7 else ""


def _rows(marks: list[_Mark], *, pitch: float) -> list[list[_Mark]]:
    small = [
        mark
        for mark in marks
        if _NARROWEST * pitch <= mark.wide <= 1.1 * pitch and mark.high <= _HIGH * pitch
    ]
    rows: list[list[_Mark]] = []
    for mark in sorted(small, key=lambda mark: mark.y):
        if rows and mark.y - median(other.y for other in rows[-1]) < 0.35 * pitch:
            rows[-1].append(mark)
        else:
            rows.append([mark])
    return rows


def _pieces(row: list[_Mark], *, pitch: float) -> list[list[_Mark]]:
    """Split a row where nothing stands for a while."""
    pieces: list[list[_Mark]] = []
    for mark in sorted(row, key=lambda mark: mark.x):
        if pieces and mark.x - pieces[-1][-1].x < _FARTHEST * pitch:
            pieces[-1].append(mark)
        else:
            pieces.append([mark])
    return [piece for piece in pieces if len(piece) >= _FEWEST]


def _is_even(line: list[_Mark], *, pitch: float) -> bool:
    """Say whether the marks are of one shape and stand at the distances of signs."""
    shapes = {_sign(mark) for mark in line}
    gaps = [right.x - left.x for left, right in pairwise(line)]
    even = all(abs(gap / pitch - round(gap / pitch)) < 0.3 for gap in gaps) or max(gaps) < 1.25 * min(gaps)
    low = median(mark.high for mark in line) < _LOW * pitch
    nearest = _NEAREST_LOW if low and shapes == {"*"} else _NEAREST
    return len(shapes) == 1 and shapes != {""} and even and min(gaps) >= nearest * pitch


def _is_alone(line: list[_Mark], marks: list[_Mark], *, pitch: float) -> bool:
    top, bottom = (
        min(mark.top for mark in line) - 0.1 * pitch,
        max(mark.top + mark.high for mark in line) + 0.1 * pitch,
    )
    left, right = line[0].left - _ALONE * pitch, line[-1].left + line[-1].wide + _ALONE * pitch
    return not any(
        mark.top < bottom
        and mark.top + mark.high > top
        and mark.left < right
        and mark.left + mark.wide > left
        for mark in set(marks) - set(line)
    )


def _line(row: list[_Mark], *, pitch: float) -> Sight:
    sign = _sign(row[0])
    blanks = (max(0, round((right.x - left.x) / pitch) - 1) for left, right in pairwise(row))
    top, bottom = min(mark.top for mark in row), max(mark.top + mark.high for mark in row)
    room = max(0.0, (pitch - (bottom - top)) / 2)
    text = sign + "".join(" " * blank + sign for blank in blanks)
    return Sight(text, row[0].left, top - room, row[-1].left + row[-1].wide, bottom + room, 1.0)
