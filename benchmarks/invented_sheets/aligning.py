"""Finds which of two lists' members belong together, in their order, where some were lost or added."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

_T = TypeVar("_T")
_FEWEST = 2.0
"""Two members that are less alike have nothing in common."""
_BEST = 6.0
"""So alike that no better partner is looked for, where both lists are of one length."""


def aligned(
    wanted: Sequence[_T], got: Sequence[_T], likeness: Callable[[_T, _T], float]
) -> list[tuple[_T | None, _T | None]]:
    """Return pairs in order; None stands for the partner of one that is alone."""
    if len(wanted) == len(got) and all(likeness(*pair) >= _BEST for pair in zip(wanted, got, strict=True)):
        return list(zip(wanted, got, strict=True))
    table = _sums(wanted, got, likeness)
    pairs: list[tuple[_T | None, _T | None]] = []
    row, column = 0, 0
    while row < len(wanted) and column < len(got):
        if table[row][column] == table[row + 1][column]:
            pairs.append((wanted[row], None))
            row += 1
        elif table[row][column] == table[row][column + 1]:
            pairs.append((None, got[column]))
            column += 1
        else:
            pairs.append((wanted[row], got[column]))
            row, column = row + 1, column + 1
    return [*pairs, *((one, None) for one in wanted[row:]), *((None, one) for one in got[column:])]


def _sums(wanted: Sequence[_T], got: Sequence[_T], likeness: Callable[[_T, _T], float]) -> list[list[float]]:
    """Return for each pair of places the greatest likeness that all behind them can reach together."""
    table = [[0.0] * (len(got) + 1) for _ in range(len(wanted) + 1)]
    for row in reversed(range(len(wanted))):
        for column in reversed(range(len(got))):
            alike = likeness(wanted[row], got[column])
            both = table[row + 1][column + 1] + alike if alike >= _FEWEST else 0.0
            table[row][column] = max(both, table[row + 1][column], table[row][column + 1])
    return table
