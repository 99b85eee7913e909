"""What a table tries: facts, each with values on both sides of every line that the Act draws."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from petitions.law.facts import Conviction, Petitioner, Record, Span
from petitions.law.terms import Disposition, Jurisdiction, Prefix, Sentence

Changes = Mapping[str, Any]
"""Fields of a conviction or of the petitioner, with what they become."""


@dataclass(frozen=True, slots=True)
class Value:
    """One way that a fact can be.

    ``line``: the line of the Act beside which it lies, of the amounts or days named ``kind``; ``over`` says on which side.
    Blank and None for a value that is no amount.
    """

    name: str
    count: Changes = field(default_factory=dict, hash=False)
    person: Changes = field(default_factory=dict, hash=False)
    kind: str = ""
    line: float | date | None = None
    over: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """One column of a table: a fact, and every value of it that is tried."""

    key: str
    values: tuple[Value, ...]

    def only(self, *names: str) -> Fact:
        """Return the fact with these values alone."""
        return Fact(self.key, tuple(one for one in self.values if one.name in names))


@dataclass(frozen=True, slots=True)
class Case:
    """One conviction and the person: what a table holds still."""

    conviction: Conviction
    petitioner: Petitioner

    @property
    def record(self) -> Record:
        """Return the record that the law is asked about."""
        return Record(self.petitioner, (self.conviction,))

    def changed(self, values: Iterable[Value]) -> Case:
        """Return the case with these values in it."""
        count, person = dict[str, Any](), dict[str, Any]()
        for value in values:
            count.update(value.count)
            person.update(value.person)
        return Case(replace(self.conviction, **count), replace(self.petitioner, **person))


def day(text: str) -> Span:
    """Return an exact date."""
    return Span(date.fromisoformat(text), date.fromisoformat(text))


def case(section: str, letter: str | None = None, **facts: Any) -> Case:
    """Return an adult's finished case of 2005, with no felony exception and no later order."""
    usual: dict[str, Any] = {
        "jurisdiction": Jurisdiction.CALIFORNIA_ADULT,
        "disposition": Disposition.CONVICTED,
        "code": "HS",
        "section": section,
        "subdivision": letter,
        "prefix": Prefix.NONE,
        "offense_date": day("2005-03-02"),
        "conviction_date": day("2005-06-15"),
        "age_at_offense": 30,
        "from_own_home_plants": False,
        "on_school_grounds": False,
        "sold_to_minor": False,
        "hired_under_21": False,
        "environmental_harm": False,
        "sentence_status": Sentence.COMPLETED,
        "later_relief": (),
        "earlier_same_section": 0,
        "pleaded_down_from_marijuana": False,
    }
    return Case(Conviction("c1", **{**usual, **facts}), Petitioner(super_strikes=(), sex_offenses=()))
