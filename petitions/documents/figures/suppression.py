"""Hides counts under 11, and so many more that none of them can be computed from the total."""

from __future__ import annotations

from collections.abc import Sequence

from petitions.documents.figures.figure import Cell, Line

FEWEST = 11
"""The smallest count that is shown."""


def protected(counts: Sequence[int]) -> list[int | None] | None:
    """Return the counts with None for each that is hidden; None for all of them where too few are left to show any.

    Whoever knows the total knows the sum of the hidden ones, and that each is at least 1. So at least two are hidden,
    their sum is no count under 11 itself, and it is neither the least nor the most that so many small counts can have.
    """
    hidden = {place for place, count in enumerate(counts) if 0 < count < FEWEST}
    shown = sorted(
        (place for place in range(len(counts)) if counts[place] >= FEWEST), key=lambda one: counts[one]
    )
    while hidden and not _is_safe([counts[place] for place in hidden]):
        if not shown:
            return None
        hidden.add(shown.pop(0))
    return [None if place in hidden else count for place, count in enumerate(counts)]


def _is_safe(hidden: Sequence[int]) -> bool:
    number, total = len(hidden), sum(hidden)
    return number >= 2 and total >= FEWEST and total > number and total != (FEWEST - 1) * number


def protected_line(line: Line) -> Line:
    """Return the numbers of one total with those hidden that ``protected`` hides."""
    cells = line.cells or ()
    numbers = protected([cell.number or 0 for cell in cells])
    if numbers is None:
        return Line(line.name, None)
    return Line(
        line.name, tuple(Cell(cell.label, number) for cell, number in zip(cells, numbers, strict=True))
    )
