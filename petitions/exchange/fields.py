"""Reads the keys of one JSON object, one by one, and gathers every problem with its JSON path."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from petitions.exchange.plain_text import plain_text, unprintable


def _(text: str) -> str:
    return text


NAME_LENGTH = 200
_LENGTHS = {"phone": 40, "state": 2, "zip": 10, "bar_number": 20, "unit": 60}

NOT_AN_OBJECT = _("Give an object here, with names and values.")
NOT_A_LIST = _("Give a list here.")
NOT_TEXT = _("Give text here, in quotation marks.")
MISSING = _("This is missing. Give a text that is not empty.")
NO_ANSWER = _("This has no default. Say true or false: it gives up a right.")
NOT_TRUE_OR_FALSE = _("Say true or false here, without quotation marks.")
TOO_LONG = _("This is too long. Shorten it.")
TOO_MANY = _("This list is too long. File the rest in a second packet.")
UNKNOWN_KEY = _("A key here is not one of the contract's. Check its spelling.")

Problems = list[tuple[str, str]]
_Part = TypeVar("_Part")


class Fields:
    """The keys of one JSON object, read one by one; each problem goes to the shared list with its path.

    What is no object is one problem; that its keys are missing as well is not told.
    """

    def __init__(self, data: object, *, path: str, keys: Sequence[str], problems: Problems) -> None:
        self.path, self.problems = path, problems
        self.data: dict[str, Any] = data if isinstance(data, dict) else {}
        if not isinstance(data, dict):
            problems.append((path, NOT_AN_OBJECT))
            self.problems = []
        elif not set(data) <= set(keys):
            problems.append((path, UNKNOWN_KEY))

    def problem(self, key: str, sentence: str) -> None:
        """Note a problem at a key."""
        self.problems.append((f"{self.path}.{key}", sentence))

    def text(self, key: str) -> str | None:
        """Read a text that may be null or left out; an empty one counts as left out."""
        value = self.data.get(key)
        if value is not None and not isinstance(value, str):
            self.problem(key, NOT_TEXT)
            return None
        text = plain_text(value or "")
        sentence = TOO_LONG if len(text) > _LENGTHS.get(key, NAME_LENGTH) else unprintable(text)
        if sentence:
            self.problem(key, sentence)
            return None
        return text or None

    def needed(self, key: str) -> str:
        """Read a text that must be there."""
        before = len(self.problems)
        text = self.text(key)
        if text is None and len(self.problems) == before:
            self.problem(key, MISSING)
        return text or ""

    def answer(self, key: str, *, default: bool | None = None) -> bool:
        """Read true or false; without a default a missing one is a problem."""
        value = self.data.get(key, default)
        if not isinstance(value, bool):
            self.problem(key, NO_ANSWER if value is None else NOT_TRUE_OR_FALSE)
        return value is True

    def part(self, key: str, build: Callable[[Fields], _Part], *, keys: Sequence[str]) -> _Part | None:
        """Read an object inside this one; null or left out gives None."""
        value = self.data.get(key)
        return None if value is None else build(self.inner(value, path=f"{self.path}.{key}", keys=keys))

    def parts(
        self, key: str, build: Callable[[Fields], _Part], *, keys: Sequence[str], most: int
    ) -> tuple[_Part, ...]:
        """Read a list of objects."""
        return tuple(
            build(self.inner(value, path=f"{self.path}.{key}[{index}]", keys=keys))
            for index, value in enumerate(self.entries(key, most=most))
        )

    def entries(self, key: str, *, most: int) -> list[Any]:
        """Read a list; null or left out gives an empty one."""
        value = self.data.get(key)
        if value is not None and not isinstance(value, list):
            self.problem(key, NOT_A_LIST)
        entries: list[Any] = value if isinstance(value, list) else []
        if len(entries) > most:
            self.problem(key, TOO_MANY)
        return entries[:most]

    def inner(self, value: object, *, path: str, keys: Sequence[str]) -> Fields:
        """Return the keys of an object inside this one."""
        return Fields(value, path=path, keys=keys, problems=self.problems)
