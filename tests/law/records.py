"""Made-up records of the contract for the tests of the law, and what the law answers them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from petitions.exchange.reading import read_record
from petitions.law.determinations import Determination, Determinations
from petitions.law.determine import determine

ON = date(2026, 11, 24)
LEFT_OUT = object()
"""As the value of a key: the record does not have the key."""
OF_PERSON = ("date_of_birth", "super_strike", "sex_offense")
COUNT: dict[str, Any] = {
    "id": "c1",
    "jurisdiction": "california_adult",
    "outcome": "convicted",
    "county": "Los Angeles",
    "case_number": "BA000001",
    "code": "HS",
    "prefix": "none",
    "offense_date": "2005-03-02",
    "conviction_date": "2005-06-15",
    "age_at_offense": 30,
    "from_own_home_plants": "no",
    "on_school_grounds": "no",
    "sold_to_minor": "no",
    "hired_under_21": "no",
    "environmental_harm": "no",
    "sentence_status": "completed",
    "later_relief": [],
    "pleaded_down_from_marijuana": "no",
}
"""An adult's finished case of 2005 without any exception; section, level and amounts are each test's own."""


def count(**facts: Any) -> dict[str, Any]:
    """Return one count; ``section`` may carry its letter, "11357(b)"."""
    return {key: value for key, value in {**COUNT, **facts}.items() if value is not LEFT_OUT}


def record(*counts: dict[str, Any], **of_person: Any) -> dict[str, Any]:
    """Return a record of these counts; the person has no other conviction unless told."""
    person = {"super_strike": "no", "sex_offense": "no", **of_person}
    return {
        "petitioner": {key: value for key, value in person.items() if value is not LEFT_OUT},
        "convictions": list(counts),
    }


def one_count(**facts: Any) -> dict[str, Any]:
    """Return a record of one count; the facts of the person and of the count stand together."""
    of_person = {key: value for key, value in facts.items() if key in OF_PERSON}
    return record(count(**{key: value for key, value in facts.items() if key not in of_person}), **of_person)


def decide_all(data: Mapping[str, Any], *, on: date = ON) -> Determinations:
    """Return what the law answers a whole record."""
    return determine(read_record(data, on=on), on=on)


def decide(*, on: date = ON, **facts: Any) -> Determination:
    """Return what the law answers one count."""
    return decide_all(one_count(**facts), on=on).determinations[0]


def answer(found: Determination) -> tuple[str, str, str]:
    """Return outcome, floor and ceiling, as the contract writes them."""
    return found.outcome.value, found.floor.name, found.ceiling.name


def table(rows: Mapping[str, tuple[Any, ...]], names: str = "facts, expected") -> pytest.MarkDecorator:
    """Run a test once for each row; the plain words before a row are its name."""
    return pytest.mark.parametrize(names, list(rows.values()), ids=list(rows))
