"""Holds for each byte of a text one bit, 64 to a number, so that a few operations look at a whole piece of a file.

The lowest bit of a number is that of the first of its bytes. The way to find what is in quotes by a few shifts is that
of Langdale and Lemire, "Parsing Gigabytes of JSON per Second", The VLDB Journal 28 (2019), section 3.1.1.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
Flags = NDArray[np.bool_]
Words = NDArray[np.uint64]
SIZE = 64
"""Bits of a number."""
_SHIFT, _REST = 6, SIZE - 1
"""Divide by it, and leave the rest, faster than a division does."""
_BLOCK = 1 << 18
"""Bytes looked through at once: few enough to stay near the processor."""
_HALVES = (32, 16, 8, 4, 2, 1)
_ONE, _LAST = np.uint64(1), np.uint64(SIZE - 1)


class Counted:
    """Bits with, for each number of 64, how many are set before it."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self._counts = np.bitwise_count(words)
        until = np.cumsum(self._counts, dtype=np.int64)
        self._before = until - self._counts

    @cached_property
    def _words_of(self) -> NDArray[np.int32]:
        """For each bit that is set the place of its number."""
        return np.repeat(np.arange(len(self.words), dtype=np.int32), self._counts)

    def before(self, places: Numbers) -> Numbers:
        """Return how many bits are set before each place."""
        word = places >> _SHIFT
        below = (_ONE << (places & _REST).astype(np.uint64)) - _ONE
        counts: Numbers = self._before[word] + np.bitwise_count(self.words[word] & below)
        return counts

    def places(self, numbers: Numbers) -> Numbers:
        """Return where the bits of these numbers stand, counted from 0; there are that many."""
        word = self._words_of[numbers]
        left = (numbers - self._before[word]).astype(np.uint8)
        return (word.astype(np.int64) << _SHIFT) + _nth(self.words[word], left)


def bits_of(flags: Flags) -> Words:
    """Return the flags as bits; behind the last there are none."""
    packed = np.packbits(flags, bitorder="little")
    whole = np.zeros(-(-len(flags) // SIZE) * (SIZE // 8), np.uint8)
    whole[: len(packed)] = packed
    return whole.view("<u8")


def bits_where(text: bytes | memoryview, marks: Sequence[int]) -> list[Words]:
    """Return for each mark where it stands in the text; behind its end none does."""
    every = np.frombuffer(text, np.uint8)
    found = np.zeros((len(marks), -(-len(text) // SIZE) * (SIZE // 8)), np.uint8)
    for begin in range(0, len(text), _BLOCK):
        block = every[begin : begin + _BLOCK]
        for bits, mark in zip(found, marks, strict=True):
            packed = np.packbits(block == mark, bitorder="little")
            bits[begin // 8 : begin // 8 + len(packed)] = packed
    return list(found.view("<u8"))


def places_of(words: Words) -> Numbers:
    """Return where bits are set."""
    some = np.flatnonzero(words)
    if (np.bitwise_count(words[some]) == 1).all():
        alone: Numbers = (some << _SHIFT) + np.bitwise_count(words[some] - _ONE)
        return alone
    found = np.flatnonzero(np.unpackbits(words[some].view(np.uint8), bitorder="little"))
    places: Numbers = (some[found >> _SHIFT] << _SHIFT) + (found & _REST)
    return places


def from_odd_to_even(words: Words) -> Words:
    """Return bits that are set from each first, third and so on that is set up to the next, that one not."""
    found = words.copy()
    shifted = np.empty_like(found)
    for width in reversed(_HALVES):
        found ^= np.left_shift(found, np.uint64(width), out=shifted)
    are_odd = np.bitwise_xor.accumulate(np.bitwise_count(words) & 1)
    found[1:] ^= np.negative(are_odd[:-1].astype(np.uint64))
    return found


def one_later(words: Words, *, some: Numbers) -> Words:
    """Return of some numbers each bit one place on, which may come from the number before; the first of all is set."""
    before = np.concatenate(([~np.uint64(0)], words))[some]
    return words[some] << _ONE | before >> _LAST


def one_earlier(words: Words, *, some: Numbers) -> Words:
    """Return of some numbers each bit one place back, which may come from the number behind; the last of all is not set."""
    behind = np.concatenate((words, [np.uint64(0)]))[some + 1]
    return words[some] >> _ONE | behind << _LAST


def steps_to_next(words: Words, *, places: Numbers) -> Numbers:
    """Return how far it is from each place to the next bit that is set, or 64 if that is no nearer."""
    word, shift = places >> _SHIFT, (places & _REST).astype(np.uint64)
    near = words[word] >> shift
    near |= words[np.minimum(word + 1, len(words) - 1)] << (_LAST - shift) << _ONE
    steps: NDArray[Any] = np.bitwise_count((near & np.negative(near)) - _ONE)
    return steps.astype(np.int64)


def _nth(words: Words, left: NDArray[np.uint8]) -> Numbers:
    """Return in each number the place of the set bit that has so many before it, by halving."""
    places = np.zeros(len(words), np.uint8)
    for half in _HALVES:
        low = np.bitwise_count(words & np.uint64((1 << half) - 1))
        is_high = left >= low
        left = left - low * is_high
        step = is_high * np.uint8(half)
        words = words >> step.astype(np.uint64)
        places += step
    return places.astype(np.int64)
