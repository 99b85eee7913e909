"""Counts convictions and people by outcome, so that shares of a file can be added up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

_BETWEEN = "\t"
"""Parts the words of a name; no cell of the file has a tab in it that matters here."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Numbers by name; a name is some words, the kind of number first. Nothing in it names a person."""

    counts: Mapping[str, int] = field(default_factory=dict)
    earliest: date | None = None
    """The first known day of a judged conviction."""

    def plus(self, other: Tally) -> Tally:
        """Return both added up. No person may stand in both."""
        together = Counter(self.counts)
        together.update(other.counts)
        days = [day for day in (self.earliest, other.earliest) if day is not None]
        return Tally(dict(together), min(days, default=None))

    def number(self, *words: str) -> int:
        """Return one number; what was never counted is 0."""
        return self.counts.get(name(*words), 0)

    def table(self, *words: str) -> Iterator[tuple[tuple[str, ...], int]]:
        """Yield what comes after these words, with its number, in order."""
        start = name(*words) + _BETWEEN
        for full, number in sorted(self.counts.items()):
            if full.startswith(start):
                yield tuple(full.removeprefix(start).split(_BETWEEN)), number

    def to_json(self) -> dict[str, Any]:
        """Return it as JSON takes it."""
        earliest = self.earliest.isoformat() if self.earliest else None
        return {"counts": dict(sorted(self.counts.items())), "earliest": earliest}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Tally:
        """Read it back."""
        stated = data["earliest"]
        return cls(dict(data["counts"]), date.fromisoformat(stated) if stated else None)


def name(*words: str) -> str:
    """Return the name that some words make."""
    return _BETWEEN.join(words)


def words_of(full: str) -> tuple[str, ...]:
    """Return the words that make a name."""
    return tuple(full.split(_BETWEEN))
