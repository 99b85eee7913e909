"""Finds the fields of the lines of a piece without reading them, for all lines at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from petitions.review.columns import COLUMNS
from petitions.review.reading.bits import Counted, Numbers, Words, steps_to_next
from petitions.review.reading.lines import Surveyed

WORD = 8
"""Bytes of a field that are looked at together, as one number: the first is the lowest."""
_SHOWN = np.array([(1 << 8 * length) - 1 for length in range(WORD + 1)], np.uint64)
"""By length, what a shorter field leaves of a word."""
_AT = {name: place for place, name in enumerate(COLUMNS)}


@dataclass(frozen=True, slots=True)
class Field:
    """One field of many lines: where it begins, its bytes with its quotes where that is less than 64, its first word."""

    text: bytes | memoryview
    starts: Numbers
    lengths: Numbers
    word: Words

    def later_word(self, number: int) -> Words:
        """Return the word that comes after so many, nought standing for what is behind the field's end."""
        begin = np.minimum(self.starts + WORD * number, len(self.text) - WORD)
        return _words(self.text, begin, lengths=self.lengths - WORD * number)


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of the lines that are plainly rows; ``first`` is the number of each line's first comma in the piece."""

    text: bytes | memoryview
    commas: Counted
    first: Numbers

    def named(self, *names: str) -> Iterator[Field]:
        """Yield fields that are neither the first of a line, nor among the last eight.

        They are found line by line for all names together: a piece is larger than what stays near the processor.
        """
        numbers = self.first[:, np.newaxis] + np.array([_AT[name] - 1 for name in names])
        starts = self.commas.places(numbers.ravel()) + 1
        lengths = steps_to_next(self.commas.words, places=starts)
        words = _words(self.text, starts, lengths=lengths)
        shape = numbers.shape
        columns = (starts.reshape(shape).T, lengths.reshape(shape).T, words.reshape(shape).T)
        for start, length, word_ in zip(*columns, strict=True):
            yield Field(self.text, start, length, word_)


def _words(text: bytes | memoryview, begin: Numbers, *, lengths: Numbers) -> Words:
    every = np.ndarray((max(len(text) - WORD + 1, 0),), "<u8", text, strides=(1,))
    words: Words = every[begin]
    words &= _SHOWN[np.clip(lengths, 0, WORD)]
    return words


def fields_of(text: bytes | memoryview, *, found: Surveyed) -> Fields:
    """Return the fields of the lines of a piece that are plainly rows."""
    first = np.concatenate(([0], found.before[:-1]))
    return Fields(text, found.commas, first[found.lines.plain])


def word(text: bytes) -> np.uint64:
    """Return the word that a field has which begins so."""
    return np.uint64(int.from_bytes(text[:WORD], "little"))
