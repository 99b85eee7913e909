"""The words of one cell: what the values that a row holds for are called together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby, pairwise

from django.utils.formats import date_format

from petitions.interview.explained.tried import Case, Fact, Value
from petitions.interview.wording.law.crimes import CHARGED, SECTIONS
from petitions.interview.wording.law.values import AGES, ANY, RANGES, VALUES, WHOLE_RANGES
from petitions.interview.wording.outcomes import Text
from petitions.law.terms import (
    CONCENTRATE_LIMIT_2016_GRAMS,
    CONCENTRATE_LIMIT_GRAMS,
    EFFECTIVE,
    FLOWER_LIMIT_GRAMS,
    LAST_DAY_BEFORE,
    PLANT_LIMIT,
)
from petitions.law.timing import POSSESSION_BECAME_INFRACTION, TRANSPORT_MEANS_FOR_SALE

_ALWAYS_NAMED = ("pleadable", "charged")
"""Facts whose values are told even where they make no difference."""


def filled(text: Text, **others: str) -> str:
    """Put the Act's numbers and days in a text."""
    numbers = {
        "flower": f"{FLOWER_LIMIT_GRAMS:g}",
        "hash": f"{CONCENTRATE_LIMIT_GRAMS:g}",
        "hash_2016": f"{CONCENTRATE_LIMIT_2016_GRAMS:g}",
        "plants": f"{PLANT_LIMIT}",
        "first_day": date_format(EFFECTIVE, "DATE_FORMAT"),
        "last_day": date_format(LAST_DAY_BEFORE, "DATE_FORMAT"),
        "transport_day": date_format(TRANSPORT_MEANS_FOR_SALE, "DATE_FORMAT"),
        "infraction_day": date_format(POSSESSION_BECAME_INFRACTION, "DATE_FORMAT"),
    }
    return str(text) % {**numbers, **others}


def cell_of(fact: Fact, given: Sequence[Value], *, case: Case) -> tuple[str, ...]:
    """Return what a row says of a fact: alternatives, each a line."""
    if len(given) == len(fact.values) > 1 and fact.key not in _ALWAYS_NAMED:
        return (str(ANY),)
    if fact.key == "age":
        return (str(AGES[tuple(value.name for value in given)]),)
    if fact.key == "charged":
        names = CHARGED[case.conviction.section or ""]
        return tuple(filled(names[value.name]) for value in given)
    return tuple(_names(fact, given))


def _names(fact: Fact, given: Sequence[Value]) -> Iterator[str]:
    """Yield the names of the values in the fact's own order; those beside lines as ranges."""
    chosen = [value for value in fact.values if value in given]
    for kind, some in groupby(chosen, key=lambda value: value.kind):
        values = list(some)
        if kind:
            yield from _ranges(kind, [one for one in fact.values if one.kind == kind], values)
        else:
            yield from (_name(f"{fact.key}:{value.name}") for value in values)


def _name(key: str) -> str:
    name = filled(VALUES[key], section=SECTIONS.get(key, ""))
    return name[0].upper() + name[1:]


def _ranges(kind: str, every: list[Value], chosen: list[Value]) -> Iterator[str]:
    """Yield one range for each run of neighbours."""
    places = [every.index(value) for value in chosen]
    breaks = [place for place, (one, after) in enumerate(pairwise(places), 1) if after != one + 1]
    for start, end in pairwise([0, *breaks, len(places)]):
        yield _range(kind, every, first=places[start], last=places[end - 1])


def _range(kind: str, every: list[Value], *, first: int, last: int) -> str:
    """Name the values from ``first`` to ``last``: a range begins over a line and ends at one."""
    least, most = every[first], every[last]
    starts, ends = first > 0, last < len(every) - 1
    if (starts and not least.over) or (ends and most.over):
        raise LookupError(f"The law draws a line of {kind} that these tables do not try on both sides.")
    lines = {"least": _written(least.line), "most": _written(most.line)}
    up_to, over, between = RANGES[kind]
    if starts and ends:
        return filled(between, **lines)
    if ends:
        return filled(up_to, **lines)
    return filled(over, **lines) if starts else str(WHOLE_RANGES[kind])


def _written(line: float | date | None) -> str:
    if isinstance(line, date):
        return date_format(line, "DATE_FORMAT")
    return f"{line:g}" if line is not None else ""
