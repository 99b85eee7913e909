"""Reads one JSON value of words or text as one stated fact: ``None`` where it is not known."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Any, TypeAlias

from petitions.exchange.fields import NAME_LENGTH, NOT_TEXT, TOO_LONG


def _(text: str) -> str:
    return text


Reader: TypeAlias = Callable[[Any], Any]
"""Takes a JSON value, returns the fact, raises Wrong."""

UNSURE = "unsure"

ONE_OF = _("Use one of these words here: {words}.")
LIST_OF = _("Give a list here, or unsure. In the list, use these words: {words}.")
HISTORY = _("Give a list with a conviction_date for each, or one of these words: {words}.")


class Wrong(Exception):
    """A value that states no fact; ``inside`` leads on to the parts that are wrong ("": the whole)."""

    def __init__(self, sentence: str, *, inside: Iterable[str] = ("",)) -> None:
        super().__init__(sentence)
        self.sentence, self.inside = sentence, tuple(inside)


def choice(words: dict[str, Any]) -> Reader:
    """Return a reader of these words, each with what it means."""
    sentence = with_words(ONE_OF, words)

    def read(value: object) -> Any:
        if isinstance(value, str) and value in words:
            return words[value]
        raise Wrong(sentence)

    return read


def settled(kind: type[StrEnum]) -> Reader:
    """Return a reader of the words of an enumeration, where "unsure" is none or one of them."""
    return choice(words_of(kind))


def stated(kind: type[StrEnum]) -> Reader:
    """Return a reader of the words of an enumeration, and of "unsure" as not known."""
    return choice({**words_of(kind), UNSURE: None})


def text(value: object) -> str | None:
    """Read a text as typed, or null; a blank one and "unsure" are not known (clarification C1)."""
    if value is None:
        return None
    typed = identifier(value)
    if len(typed) > NAME_LENGTH:
        raise Wrong(TOO_LONG)
    return None if typed.strip() in ("", UNSURE) else typed


def identifier(value: object) -> str:
    """Read an id, which is echoed as it is."""
    if not isinstance(value, str):
        raise Wrong(NOT_TEXT)
    return value


def some_of(kind: type[StrEnum]) -> Reader:
    """Return a reader of a list of the words of an enumeration, and of "unsure" as not known."""
    words = words_of(kind)
    sentence, not_listed = with_words(ONE_OF, words), with_words(LIST_OF, words)

    def read(value: object) -> tuple[StrEnum, ...] | None:
        if value == UNSURE:
            return None
        if not isinstance(value, list):
            raise Wrong(not_listed)
        wrong = [at for at, entry in enumerate(value) if not isinstance(entry, str) or entry not in words]
        if wrong:
            raise Wrong(sentence, inside=[f"[{at}]" for at in wrong])
        return tuple(words[entry] for entry in value)

    return read


def list_or(*words: str) -> Reader:
    """Return a reader that leaves one of these words, or a list that is not empty, as it is."""
    sentence = with_words(HISTORY, words)

    def read(value: object) -> object:
        if isinstance(value, str) and value in words:
            return value
        if isinstance(value, list) and value:
            return value
        raise Wrong(sentence)

    return read


def words_of(kind: type[StrEnum]) -> dict[str, StrEnum]:
    """Return the members of an enumeration by their words."""
    return {member.value: member for member in kind}


def with_words(sentence: str, words: Iterable[str]) -> str:
    """Name the words that can be used."""
    return sentence.format(words=", ".join(words))
