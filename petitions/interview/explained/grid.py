"""Tables made by asking the law about every combination of values, and joining those that it answers alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import product
from typing import Generic, TypeVar

from petitions.interview.explained.sources import CHECKED_ON
from petitions.interview.explained.tried import Case, Fact, Value
from petitions.law.computing import readings_at, recorded_at
from petitions.law.determinations import Reason
from petitions.law.determine import conclude
from petitions.law.on_record import Levels, levels_of
from petitions.law.situation import read_situation
from petitions.law.terms import Offense, Outcome, Relief, Track
from petitions.law.walk import facts_step

Found = TypeVar("Found")
Given = tuple[tuple[Value, ...], ...]
_OF_THE_CLASS = (
    "R_LAWFUL_", "R_INFRACTION_", "R_MISD_NOW_", "R_SCHOOL", "R_EDIBLE", "X_", "U_SOLD_TO_MINOR_", "U_IMPORT_",
)  # fmt: skip
"""How the codes of reasons begin that say what an act is now, felony exceptions of the act itself included."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the law gives a case. ``today``: every class that the act may have now; empty where it is not asked."""

    today: frozenset[Offense]
    outcome: Outcome
    floor: Relief
    ceiling: Relief
    track: Track
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Today:
    """What an act is now, whatever the record says."""

    classes: frozenset[Offense]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Row(Generic[Found]):
    """Combinations that the law answers alike: for each fact the values that it holds for."""

    given: Given
    found: Found


@dataclass(frozen=True, slots=True)
class Table:
    """What is asked: a case held still, and the facts that vary. ``key`` names its words."""

    key: str
    case: Case
    facts: tuple[Fact, ...]

    def cells(self) -> Iterator[tuple[Value, ...]]:
        """Yield every combination."""
        return product(*(fact.values for fact in self.facts))


def rows_of(table: Table, ask: Callable[[Case], Found]) -> tuple[Row[Found], ...]:
    """Ask about every combination; each stands in exactly one row."""
    places = [{value.name: place for place, value in enumerate(fact.values)} for fact in table.facts]

    def in_order(row: Row[Found]) -> list[list[int]]:
        return [[at[value.name] for value in values] for at, values in zip(places, row.given, strict=True)]

    return tuple(sorted(_joined(_branches(table, (), ask)), key=in_order))


def _branches(table: Table, tried: tuple[Value, ...], ask: Callable[[Case], Found]) -> tuple[Row[Found], ...]:
    """Return the rows below some chosen values; values of the next fact that no answer tells apart are one."""
    if len(tried) == len(table.facts):
        return (Row((), ask(table.case.changed(tried))),)
    groups: dict[tuple[Row[Found], ...], list[Value]] = {}
    for value in table.facts[len(tried)].values:
        groups.setdefault(_branches(table, (*tried, value), ask), []).append(value)
    return tuple(
        Row((tuple(values), *row.given), row.found) for rows, values in groups.items() for row in rows
    )


def _joined(rows: tuple[Row[Found], ...]) -> tuple[Row[Found], ...]:
    """Join rows that are answered alike and differ in one fact, until none are left."""
    kept: list[Row[Found]] = []
    for row in rows:
        place, both = next(
            ((place, both) for place, one in enumerate(kept) if (both := _union(one, row))), (len(kept), row)
        )
        kept[place : place + 1] = [both]
    return tuple(kept) if len(kept) == len(rows) else _joined(tuple(kept))


def _union(one: Row[Found], other: Row[Found]) -> Row[Found] | None:
    differing = [place for place, values in enumerate(one.given) if values != other.given[place]]
    if one.found != other.found or len(differing) != 1:
        return None
    place = differing[0]
    both = one.given[place] + other.given[place]
    return Row((*one.given[:place], both, *one.given[place + 1 :]), one.found)


def answer_to(case: Case, *, on: date = CHECKED_ON) -> Answer:
    """Return what the law answers a case."""
    found = conclude(case.record, on=on).determinations[0]
    return Answer(today_of(case), found.outcome, found.floor, found.ceiling, found.track, found.reasons)


def today_of(case: Case) -> frozenset[Offense]:
    """Return the classes that the act may have now, felony exceptions included."""
    computed = facts_step(read_situation(case.record, case.conviction)).range
    return computed.classes if computed else frozenset()


def act_today(case: Case) -> Today:
    """Return what the act is now, with the reasons for its class alone."""
    found = answer_to(case)
    return Today(found.today, tuple(one for one in found.reasons if one.code.startswith(_OF_THE_CLASS)))


def levels_then(case: Case) -> Levels:
    """Return the classes that the law of the time allowed."""
    situation = read_situation(case.record, case.conviction)
    recorded = recorded_at(situation)
    none: Levels = frozenset()
    return none.union(*(levels_of(reading.letter, recorded) for reading in readings_at(situation)))
