"""Reads one JSON number, or the words that may stand for it, as one stated fact."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from math import isfinite
from typing import Any

from petitions.exchange.words_in import UNSURE, Reader, Wrong, with_words, words_of


def _(text: str) -> str:
    return text


NUMBER = _("Give a number, 0 or more, or one of these words: {words}.")
WHOLE_NUMBER = _("Give a whole number, 0 or more, or one of these words: {words}.")
AGE = _("Give whole years from 0 to 120, or null, or one of these words: {words}.")
NOT_FINITE = _("This number is too large to read. Check it.")

_MOST = 10**9
"""A larger number is kept as this one: it lies as far over every line of the Act."""
_MOST_YEARS = 120


def amount(kind: type[StrEnum]) -> Reader:
    """Return a reader of a weight in grams, or of the words for the sides of a line."""
    return _number_or({**words_of(kind), UNSURE: None}, sentence=NUMBER, read_number=_number)


def count(kind: type[StrEnum] | None = None) -> Reader:
    """Return a reader of a whole number, or of the words for the sides of a line."""
    words = words_of(kind) if kind else {}
    return _number_or({**words, UNSURE: None}, sentence=WHOLE_NUMBER, read_number=_whole)


def age(kind: type[StrEnum]) -> Reader:
    """Return a reader of whole years, of the words for a bracket, or of null."""
    read = _number_or(words_of(kind), sentence=AGE, read_number=_years)

    def read_or_null(value: object) -> Any:
        return None if value is None else read(value)

    return read_or_null


def _number_or(
    words: Mapping[str, StrEnum | None], *, sentence: str, read_number: Callable[[float], float | None]
) -> Reader:
    told = with_words(sentence, words)

    def read(value: object) -> float | StrEnum | None:
        if isinstance(value, str) and value in words:
            return words[value]
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise Wrong(told)
        if isinstance(value, float) and not isfinite(value):
            raise Wrong(NOT_FINITE)
        number = read_number(value)
        if number is None:
            raise Wrong(told)
        return number

    return read


def _number(value: float) -> float | None:
    return min(value, _MOST) if value >= 0 else None


def _whole(value: float) -> int | None:
    """Return the whole number; 6.0 is one, as in the schema."""
    return min(int(value), _MOST) if value >= 0 and value == int(value) else None


def _years(value: float) -> int | None:
    years = _whole(value)
    return years if years is not None and years <= _MOST_YEARS else None
