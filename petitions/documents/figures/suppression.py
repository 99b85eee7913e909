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


def protected_table(counts: Sequence[Sequence[int]]) -> list[list[int | None]] | None:
    """Return a table of counts with None for each that is hidden; None where too few are left to show any.

    Whoever knows the totals of the rows and of the columns can compute nothing: each row and each column is protected
    as ``protected`` does it, until neither needs more.
    """
    hidden = {
        (row, column)
        for row, line in enumerate(counts)
        for column, count in enumerate(line)
        if 0 < count < FEWEST
    }
    lines = [*_rows_of(counts), *_columns_of(counts)]
    while unsafe := [line for line in lines if not _is_protected(line, hidden, counts)]:
        shown = [(row, column) for row, column in unsafe[0] if counts[row][column] >= FEWEST]
        left = [place for place in shown if place not in hidden]
        if not left:
            return None
        hidden.add(min(left, key=lambda place: counts[place[0]][place[1]]))
    return [
        [None if (row, column) in hidden else count for column, count in enumerate(line)]
        for row, line in enumerate(counts)
    ]


_Places = list[tuple[int, int]]


def _rows_of(counts: Sequence[Sequence[int]]) -> list[_Places]:
    return [[(row, column) for column in range(len(line))] for row, line in enumerate(counts)]


def _columns_of(counts: Sequence[Sequence[int]]) -> list[_Places]:
    width = len(counts[0]) if counts else 0
    return [[(row, column) for row in range(len(counts))] for column in range(width)]


def _is_protected(line: _Places, hidden: set[tuple[int, int]], counts: Sequence[Sequence[int]]) -> bool:
    found = [counts[row][column] for row, column in line if (row, column) in hidden]
    return not found or _is_safe(found)
