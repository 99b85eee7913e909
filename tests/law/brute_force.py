"""Which unknown facts decide, by trying every value of each beside every value of the others."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product
from math import prod
from typing import Any

from petitions.exchange.reading import BadInput, read_record
from petitions.law.determine import conclude_one
from tests.law.record_strategies import LINES, NOT_KNOWN, OF_PERSON, VALUES, Json
from tests.law.records import ON

MOST_WAYS = 3000
"""More are not tried."""
Way = tuple[Any, ...]
Ends = dict[Way, tuple[Any, ...]]
DATES = ("offense_date", "conviction_date", "date_of_birth")
HISTORIES = ("super_strike", "sex_offense")


def deciding(data: Json, unknown: tuple[str, ...]) -> set[str] | None:
    """Return the unknown facts of the first count for which two values give different answers; None: too many ways."""
    values = {key: tuple(values_of(data, key)) for key in unknown}
    if prod(len(tried) for tried in values.values()) > MOST_WAYS:
        return None
    ends: Ends = {}
    for way in product(*values.values()):
        end = end_of(placed(data, dict(zip(values, way, strict=True))))
        if end:
            ends[tuple(map(str, way))] = end
    return {key for place, key in enumerate(values) if _differs(ends, place)}


def _differs(ends: Ends, place: int) -> bool:
    """Say whether two ways that differ at this place alone end differently."""
    seen: Ends = {}
    return any(seen.setdefault(way[:place] + way[place + 1 :], end) != end for way, end in ends.items())


def placed(data: Json, facts: Json) -> Json:
    """Return the record with facts of the person and of the first count."""
    first, *others = data["convictions"]
    of_person = {key: value for key, value in facts.items() if key in OF_PERSON}
    of_count = {key: value for key, value in facts.items() if key not in OF_PERSON}
    return {
        "petitioner": {**data["petitioner"], **of_person},
        "convictions": [{**first, **of_count}, *others],
    }


def end_of(data: Json) -> tuple[Any, ...] | None:
    """Return outcome, floor, ceiling and track of the first count; None where the record cannot be (C16)."""
    try:
        record = read_record(data, on=ON)
    except BadInput:
        return None
    found = conclude_one(record, record.convictions[0], on=ON)
    return found.outcome, found.floor, found.ceiling, found.track


def values_of(data: Json, key: str) -> Iterator[Any]:
    """Yield the values to try: each that a rule tells from another."""
    if key in DATES:
        yield from sorted({day.isoformat() for day in _days(data, key) if day <= ON})
    elif key in HISTORIES:
        yield from ("no", *(("discretionary",) if key == "sex_offense" else ()))
        first = min(_known(data, ("date_of_birth",)), default=date(1950, 1, 1))
        for day in sorted({first, ON, *_around(_known(data, ("offense_date", "conviction_date")))}):
            for court in ("adult", "juvenile"):
                yield [{"conviction_date": day.isoformat(), "court": court}]
    elif key in ("county", "case_number"):
        yield from sorted({one[key] for one in data["convictions"] if one.get(key)} | {"Z9"})
    else:
        yield from (value for value in VALUES[key] if value not in (None, NOT_KNOWN))


def _days(data: Json, key: str) -> Iterator[date]:
    yield from (date(1930, 1, 1), ON)
    if key != "date_of_birth":
        yield from (day + timedelta(side) for day in LINES for side in (-1, 0))
        yield from _around(_known(data, DATES[:2]))
        yield from _around(_priors(data))
        yield from _around(_years(day, years) for day in _known(data, DATES[2:]) for years in (18, 21))
        yield from _around(
            date.fromisoformat(one[name]) for one in data["convictions"][1:] for name in DATES[:2]
        )
        return
    events = (*_known(data, DATES[:2]), *LINES)
    yield from _around(_years(day, -years) for day in events for years in (18, 21))
    yield from _around(_years(day, -years) for day in _priors(data) for years in (16, 18))


def _known(data: Json, names: tuple[str, ...]) -> list[date]:
    facts = {**data["petitioner"], **data["convictions"][0]}
    return [date.fromisoformat(facts[name]) for name in names if facts.get(name)]


def _priors(data: Json) -> list[date]:
    """Return the days of the priors, those of a month or a year as their first and last."""
    found = []
    for name in HISTORIES:
        history = data["petitioner"].get(name)
        for prior in history if isinstance(history, list) else ():
            when = prior["conviction_date"]
            found += [date.fromisoformat(when + "-01-01"[len(when) - 4 :] * (len(when) < 10))]
    return found


def _around(days: Any) -> Iterator[date]:
    return (day + timedelta(side) for day in days for side in (-1, 0, 1))


def _years(day: date, years: int) -> date:
    return day.replace(year=day.year + years, day=min(day.day, 28))
