"""Bits say of a text what looking at its bytes one by one says."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest

from petitions.review.reading import bits
from petitions.review.reading.bits import Counted, bits_of, bits_where, places_of

MADE = [
    np.array([Random(seed * size).random() < share for _ in range(size)])
    for seed, (size, share) in enumerate([(1, 1), (63, 0.5), (64, 1), (65, 0.3), (128, 0), (1000, 0.02), (5000, 0.9)], 1)
]  # fmt: skip


@pytest.mark.parametrize("flags", MADE, ids=len)
def test_the_places_that_are_set_are_found_and_counted(flags: np.ndarray) -> None:
    words, set_ = bits_of(flags), np.flatnonzero(flags)
    assert places_of(words).tolist() == set_.tolist()
    counted, everywhere = Counted(words), np.arange(len(flags))
    assert counted.before(everywhere).tolist() == [int(flags[:place].sum()) for place in everywhere]
    assert counted.places(np.arange(len(set_))).tolist() == set_.tolist()


@pytest.mark.parametrize("flags", MADE, ids=len)
def test_neighbours_and_what_is_between_are_found(flags: np.ndarray) -> None:
    words, size = bits_of(flags), len(flags)
    every = np.arange(len(words))
    is_odd = np.cumsum(flags) % 2 == 1
    assert unpacked(bits.from_odd_to_even(words), size) == is_odd.tolist()
    assert unpacked(bits.one_later(words, some=every), size) == [True, *flags[:-1].tolist()]
    assert unpacked(bits.one_earlier(words, some=every), size) == [*flags[1:].tolist(), False]
    everywhere = np.arange(size)
    steps = [
        next((step for step in range(64) if flags[at + step : at + step + 1].any()), 64) for at in everywhere
    ]
    assert bits.steps_to_next(words, places=everywhere).tolist() == steps


def test_marks_are_found_in_a_text_of_several_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bits, "_BLOCK", 64)
    text = b'a,b"c,d"\n' * 40
    commas, quotes = bits_where(text, b',"')
    assert places_of(commas).tolist() == [at for at, mark in enumerate(text) if mark == ord(",")]
    assert places_of(quotes).tolist() == [at for at, mark in enumerate(text) if mark == ord('"')]


def unpacked(words: np.ndarray, size: int) -> list[bool]:
    return np.unpackbits(words.view(np.uint8), bitorder="little")[:size].astype(bool).tolist()  # type: ignore[no-any-return]
