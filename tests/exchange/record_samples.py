"""A record of the contract with every key, and ways to change it."""

from __future__ import annotations

import copy
from typing import Any

REMOVED = object()

RECORD: dict[str, Any] = {
    "id": "one",
    "on": "2026-11-24",
    "petitioner": {
        "date_of_birth": "1980-05",
        "super_strike": [{"conviction_date": "1999", "court": "juvenile"}, {"conviction_date": None}],
        "sex_offense": "no",
    },
    "convictions": [
        {
            "id": "c1",
            "jurisdiction": "california_adult",
            "outcome": "convicted",
            "county": "Los Angeles",
            "case_number": "BA000001",
            "code": "HS",
            "section": "11357",
            "subdivision": "b",
            "prefix": "none",
            "level": "misdemeanor",
            "offense_date": "2005-03-02",
            "conviction_date": "2005-04",
            "age_at_offense": 24,
            "drug_form": "flower",
            "flower_grams": 10.5,
            "concentrate_grams": "at_most_8",
            "plants": "more_than_6",
            "from_own_home_plants": "no",
            "on_school_grounds": "no",
            "conduct": "transported",
            "recipient_age": "none",
            "sold_to_minor": "no",
            "hired_under_21": "unsure",
            "environmental_harm": "no",
            "home_grow_lawful": "yes",
            "sentence_status": "completed",
            "later_relief": ["reduced_17b", "prop_47"],
            "earlier_same_section": 0,
            "pleaded_down_from_marijuana": "no",
        },
        {"id": "c2", "offense_date": "2006"},
    ],
    "filing": {},
}


def changed(path: str, value: object) -> dict[str, Any]:
    """Return the record with one value replaced, added or (REMOVED) taken out; ``path`` is dotted."""
    data: Any = copy.deepcopy(RECORD)
    *parents, last = [int(key) if key.isdigit() else key for key in path.split(".")]
    part = data
    for key in parents:
        part = part[key]
    if value is REMOVED:
        del part[last]
    else:
        part[last] = value
    return data  # type: ignore[no-any-return]
