"""Chooses many things from one drawing: thirty choices for a count cost Hypothesis as much as one.

The choices are digits of one number, the first choice its lowest; where the number shrinks, each choice becomes the first
of its values.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any, TypeVar

from hypothesis import strategies as st

Value = TypeVar("Value")
_BYTES = 48
_DIGITS = st.binary(min_size=_BYTES, max_size=_BYTES)
_ALL = 256**_BYTES


class Lots:
    """A number that one drawing gave, and what is left of it to choose by; one is for about fifty choices."""

    def __init__(self, draw: st.DrawFn) -> None:
        self._left = int.from_bytes(draw(_DIGITS), "little")
        self._range = _ALL

    def at(self, size: int) -> int:
        """Choose a whole number from 0 up to below the size; raise ValueError where too little is left of the number."""
        self._range //= size
        if self._range < 256:
            raise ValueError("more choices than one drawing is for")
        self._left, found = divmod(self._left, size)
        return found

    def of(self, *values: Value) -> Value:
        """Choose one of the values."""
        return values[self.at(len(values))]

    def day(self, first: date, last: date) -> date:
        """Choose a day from the first to the last."""
        return first + timedelta(self.at((last - first).days + 1))

    def some(self, values: Iterable[Value], *, least: int = 0, most: int) -> list[Value]:
        """Choose some of the values, each once at most, in any order."""
        left: list[Any] = list(values)
        number = least + self.at(min(most, len(left)) - least + 1)
        return [left.pop(self.at(len(left))) for _time in range(number)]
