"""Surveys the lines of a piece of a file: where they are, and which of them are plainly rows of the right width.

Everything is counted for all lines at once. A line that is not plainly a row may still be one: it may hold a
doubled quote, or be part of a row that goes on in the next line.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from petitions.review.columns import COLUMNS
from petitions.review.reading.bits import (
    Counted,
    Flags,
    Numbers,
    Words,
    bits_of,
    bits_where,
    from_odd_to_even,
    one_earlier,
    one_later,
    places_of,
)

LINE_END, QUOTE, COMMA = b'\n",'


@dataclass(frozen=True, slots=True)
class Lines:
    """Where each line begins, where its end mark stands, and whether it is plainly a row."""

    starts: Numbers
    ends: Numbers
    plain: Flags


@dataclass(frozen=True, slots=True)
class Surveyed:
    """The lines; the commas outside of quotes, and how many of them stand before each line's end."""

    lines: Lines
    commas: Counted
    before: Numbers


def survey(text: bytes | memoryview) -> Surveyed:
    """Survey a piece that ends with a line end."""
    commas, quotes, line_ends = bits_where(text, (COMMA, QUOTE, LINE_END))
    ends = places_of(line_ends)
    plain = np.diff(Counted(quotes).before(ends), prepend=0) & 1 == 0
    if not plain.all():
        quotes = _of_lines(plain, quotes=quotes, ends=ends)
    inside = from_odd_to_even(quotes)
    astray = places_of(_astray(quotes, inside=inside, edges=commas | line_ends))
    plain[np.searchsorted(ends, astray)] = False
    outside = Counted(commas & ~inside)
    before = outside.before(ends)
    plain &= np.diff(before, prepend=0) == len(COLUMNS) - 1
    starts = np.concatenate(([0], ends[:-1] + 1))
    return Surveyed(Lines(starts, ends, plain), outside, before)


def line_ends(text: bytes) -> Numbers:
    """Return where the lines of a piece end."""
    return np.flatnonzero(np.frombuffer(text, np.uint8) == LINE_END)


def record_ends(text: bytes) -> Numbers:
    """Return where the records of a piece end that holds whole records alone: at line ends outside of quotes."""
    ends = line_ends(text)
    quotes = np.flatnonzero(np.frombuffer(text, np.uint8) == QUOTE)
    outside: Numbers = ends[np.searchsorted(quotes, ends) % 2 == 0]
    return outside


def _of_lines(wanted: Flags, *, quotes: Words, ends: Numbers) -> Words:
    """Leave out the quotes of the other lines, so that these disturb no line that follows."""
    places = places_of(quotes)
    flags = np.zeros(ends[-1] + 1, np.bool_)
    flags[places[wanted[np.searchsorted(ends, places)]]] = True
    return bits_of(flags)


def _astray(quotes: Words, *, inside: Words, edges: Words) -> Words:
    """Return the quotes that do not open where a field begins or close where it ends, such as those that are doubled."""
    some = np.flatnonzero(quotes)
    opening = quotes[some] & inside[some]
    closing = quotes[some] ^ opening
    begins, ends = one_later(edges, some=some), one_earlier(edges, some=some)
    found = np.zeros_like(quotes)
    found[some] = (opening & ~begins) | (closing & ~ends)
    return found
