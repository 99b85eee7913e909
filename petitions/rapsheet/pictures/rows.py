"""Sorts pieces of text into the lines of a page, with blanks where the sheet has them: pure arithmetic."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from statistics import median

from petitions.rapsheet.pictures.sights import Sight

_SAME_LINE = 0.5
"""Two pieces stand on one line where their middles are nearer than so many heights of the lower one."""
_OVERLAP = 0.75
"""Boxes of neighbors may reach into each other by so many heights: a turned picture makes them wider."""
_LONG = 6
"""Pieces with fewer signs do not tell how wide a sign is."""
_MOST_BLANKS = 60
_DIRT = 2
_FAR = 2.5


def rows_of(sights: Iterable[Sight]) -> tuple[Sight, ...]:
    """Return the lines from top to bottom, each with its indent and its blanks counted by the width of a sign."""
    pieces = sorted(sights, key=lambda sight: sight.middle)
    pitch, edge = pitch_of(pieces), min((sight.left for sight in pieces), default=0.0)
    return tuple(_joined(row, pitch=pitch, edge=edge) for row in _rows(pieces))


def pitch_of(sights: Sequence[Sight]) -> float:
    """Return how wide a sign is with its space, in pixels: the same all over a sheet."""
    printed = ((sight, len(sight.text.strip())) for sight in sights)
    widths = [(sight.right - sight.left) / signs for sight, signs in printed if signs >= _LONG]
    return max(1.0, median(widths)) if widths else 12.0


def without_dirt(sights: Sequence[Sight]) -> tuple[Sight, ...]:
    """Leave out a sign or two that stand alone beside a line, as the edge of a sheet or a shadow may look."""
    reach = _FAR * pitch_of(sights)
    long = [sight for sight in sights if len(sight.text) > _DIRT]
    return tuple(
        sight
        for sight in sights
        if len(sight.text) > _DIRT or any(_is_near(sight, other, reach) for other in long)
    )


def _is_near(sight: Sight, other: Sight, reach: float) -> bool:
    apart = max(sight.left - other.right, other.left - sight.right)
    return apart < reach and other.top < sight.middle < other.bottom


def _rows(pieces: list[Sight]) -> list[list[Sight]]:
    rows: list[list[Sight]] = []
    for sight in pieces:
        row = next((row for row in reversed(rows[-3:]) if _stands_on(sight, row)), None)
        if row is None:
            rows.append([sight])
        else:
            row.append(sight)
    return sorted(rows, key=lambda row: median(sight.middle for sight in row))


def _stands_on(sight: Sight, row: list[Sight]) -> bool:
    middle, height = median(other.middle for other in row), max(other.height for other in row)
    reach = height * _OVERLAP
    beside = all(sight.left >= other.right - reach or sight.right <= other.left + reach for other in row)
    return beside and abs(sight.middle - middle) < _SAME_LINE * min(sight.height, height)


def _joined(row: list[Sight], *, pitch: float, edge: float) -> Sight:
    text, end = "", edge
    for sight in sorted(row, key=lambda sight: sight.left):
        blanks = round((sight.left - end) / pitch)
        text += " " * min(_MOST_BLANKS, max(blanks, 1 if text else 0)) + sight.text
        end = sight.right
    return Sight(
        text,
        min(sight.left for sight in row),
        min(sight.top for sight in row),
        max(sight.right for sight in row),
        max(sight.bottom for sight in row),
        min(sight.sure for sight in row),
    )
