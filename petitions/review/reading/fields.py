"""Finds the fields of the lines of a piece without reading them, for all lines at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from petitions.review.columns import COLUMNS
from petitions.review.reading.bits import Numbers, Words, steps_to_next
from petitions.review.reading.lines import Lines

WORD = 8
"""Bytes of a field that are looked at together, as one number: the first is the lowest."""
_SHOWN = np.array([(1 << 8 * length) - 1 for length in range(WORD + 1)], np.uint64)
"""By length, what a shorter field leaves of a word."""
_AT = {name: place for place, name in enumerate(COLUMNS)}


@dataclass(frozen=True, slots=True)
class Field:
    """One field of many lines: where it begins, and how many bytes it has with its quotes, where that is less than 64."""

    text: bytes
    starts: Numbers
    lengths: Numbers

    def words(self, number: int = 0) -> Words:
        """Return eight bytes of each, the first or those that follow; nought stands for what is behind its end."""
        last = len(self.text) - WORD
        every = np.ndarray((last + 1,), "<u8", self.text, strides=(1,))
        begin, left = self.starts, self.lengths
        if number:
            begin, left = np.minimum(begin + WORD * number, last), left - WORD * number
        words: Words = every[begin]
        words &= _SHOWN[np.clip(left, 0, WORD)]
        return words


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of the lines that are plainly rows; ``first`` is the number of each line's first comma in the piece."""

    text: bytes
    lines: Lines
    first: Numbers

    def named(self, name: str) -> Field:
        """Return a field that is neither the first of a line, nor among the last eight."""
        commas = self.lines.commas
        starts = commas.places(self.first + (_AT[name] - 1)) + 1
        return Field(self.text, starts, steps_to_next(commas.words, places=starts))


def fields_of(text: bytes, *, lines: Lines) -> Fields:
    """Return the fields of the lines of a piece that are plainly rows."""
    first = np.concatenate(([0], lines.before[:-1]))
    return Fields(text, lines, first[lines.plain])


def word(text: bytes) -> np.uint64:
    """Return the word that a field has which begins so."""
    return np.uint64(int.from_bytes(text[:WORD], "little"))
