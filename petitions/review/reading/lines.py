"""Surveys the lines of a piece of a file: where they are, and which of them are plainly rows of the right width.

Everything is counted for all lines at once. A line that is not plainly a row may still be one: it may hold a
doubled quote, or be part of a row that goes on in the next line.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from petitions.review.columns import COLUMNS

LINE_END, QUOTE, COMMA = b'\n",'
Numbers = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Lines:
    """Where each line begins, where its end mark stands, and whether it is plainly a row."""

    starts: Numbers
    ends: Numbers
    plain: Flags


@dataclass(frozen=True, slots=True)
class _Quotes:
    """The quotes of a piece: where each stands, in which line, whether it opens; and of each line how many it and those before hold."""

    places: Numbers
    lines: Numbers
    opens: Flags
    before_line: Numbers
    in_line: Numbers


def survey(text: bytes) -> Lines:
    """Survey a piece that ends with a line end."""
    marks = np.frombuffer(text, np.uint8)
    ends = np.flatnonzero(marks == LINE_END)
    starts = np.concatenate(([0], ends[:-1] + 1))
    quotes = _quotes(marks, ends=ends)
    plain = _are_paired(marks, quotes=quotes) & (
        _commas(marks, starts=starts, quotes=quotes) == len(COLUMNS) - 1
    )
    return Lines(starts, ends, plain)


def line_ends(text: bytes) -> Numbers:
    """Return where the lines of a piece end."""
    return np.flatnonzero(np.frombuffer(text, np.uint8) == LINE_END)


def record_ends(text: bytes) -> Numbers:
    """Return where the records of a piece end that holds whole records alone: at line ends outside of quotes."""
    ends = line_ends(text)
    quotes = np.flatnonzero(np.frombuffer(text, np.uint8) == QUOTE)
    outside: Numbers = ends[np.searchsorted(quotes, ends) % 2 == 0]
    return outside


def _quotes(marks: NDArray[np.uint8], *, ends: Numbers) -> _Quotes:
    places = np.flatnonzero(marks == QUOTE)
    until_end = np.searchsorted(places, ends)
    counts = np.diff(until_end, prepend=0)
    before_line = until_end - counts
    opens = (np.arange(len(places)) & 1) == np.repeat(before_line & 1, counts)
    return _Quotes(places, np.repeat(np.arange(len(ends)), counts), opens, before_line, counts)


def _are_paired(marks: NDArray[np.uint8], *, quotes: _Quotes) -> Flags:
    """Tell of each line whether its quotes open where a field begins and close where it ends, none being doubled."""
    beside = marks[quotes.places + np.where(quotes.opens, -1, 1)]  # before the first stands the last line end
    astray = np.flatnonzero((beside != COMMA) & (beside != LINE_END))
    paired = quotes.in_line & 1 == 0
    paired[quotes.lines[astray]] = False
    return paired


def _commas(marks: NDArray[np.uint8], *, starts: Numbers, quotes: _Quotes) -> Numbers:
    """Count the commas of each line that stand outside of quotes."""
    at_starts = np.arange(len(starts)) + quotes.before_line
    at_quotes = np.arange(len(quotes.places)) + quotes.lines + 1
    bounds = np.empty(len(starts) + len(quotes.places), np.int64)
    bounds[at_starts], bounds[at_quotes] = starts, quotes.places
    counted = _counted(marks == COMMA, bounds=bounds)
    counted[at_quotes[quotes.opens]] = 0
    commas: Numbers = np.add.reduceat(counted, at_starts)
    return commas


def _counted(found: Flags, *, bounds: Numbers) -> Numbers:
    """Count what was found from each bound to the next. Counting in bytes is ten times faster, where none overflows."""
    counted: NDArray[Any] = np.add.reduceat(found.view(np.uint8), bounds, dtype=np.uint8).astype(np.int64)
    if counted.sum() != np.count_nonzero(found):
        counted = np.add.reduceat(found, bounds, dtype=np.int64)
    return counted
