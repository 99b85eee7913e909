"""What open facts usually are, and beside what a fact that seldom matters does: where samples are drawn from."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from petitions.law.facts import Span
from petitions.law.sections import LISTED, PLEADABLE
from petitions.law.terms import (
    AgeBracket,
    ConcentrateBand,
    Conduct,
    Disposition,
    DrugForm,
    FlowerBand,
    Jurisdiction,
    LaterRelief,
    Level,
    Prefix,
    Recipient,
    Sentence,
)

ANSWERS = (False, True)
USUAL_FIRST: dict[str, tuple[Any, ...]] = {
    "outcome": tuple(Disposition),
    "jurisdiction": tuple(Jurisdiction),
    "later_relief": ((), *((one,) for one in LaterRelief)),
    "code": ("HS", "PC"),
    "prefix": tuple(Prefix),
    "super_strike": (),
    "sex_offense": (),
}
ANY: dict[str, tuple[Any, ...]] = {
    "section": (*LISTED, PLEADABLE[0], "11361"),
    "subdivision": ("a", "b", "c", "d", "e"),
    "age_at_offense": tuple(AgeBracket),
    "plants": (4, 8),
    "drug_form": tuple(DrugForm),
    "flower_grams": (10, *FlowerBand),
    "concentrate_grams": (3, 6, *ConcentrateBand),
    "conduct": tuple(Conduct),
    "recipient_age": tuple(Recipient),
    "level": tuple(Level),
    "sentence_status": (Sentence.COMPLETED, Sentence.SUPERVISED),
    "earlier_same_section": (0, 2),
}


SECTIONS = {
    "subdivision": ("11357", "11360"),
    "plants": ("11358",),
    "home_grow_lawful": ("11358",),
    "environmental_harm": ("11358",),
    "hired_under_21": ("11359",),
    "sold_to_minor": ("11359", "11360"),
    "drug_form": ("11357", "11360"),
    "flower_grams": ("11357", "11360"),
    "concentrate_grams": ("11357", "11360"),
    "on_school_grounds": ("11357",),
    "from_own_home_plants": ("11357",),
    "conduct": ("11360",),
    "conviction_date": ("11357",),
    "recipient_age": ("11360",),
    "pleaded_down_from_marijuana": (PLEADABLE[0],),
}
"""Sections in which a fact can matter, to draw from while the section is open."""


_IN_2005 = Span(date(2005, 1, 1), date(2005, 12, 31))


_SOLD_IN_2005: Mapping[str, Any] = {
    "section": "11359",
    "age_at_offense": AgeBracket.FROM_21,
    "level": Level.FELONY,
    "offense_date": _IN_2005,
    "date_of_birth": None,
    "sold_to_minor": False,
    "hired_under_21": False,
    "outcome": Disposition.CONVICTED,
    "jurisdiction": Jurisdiction.CALIFORNIA_ADULT,
    "code": "HS",
    "prefix": Prefix.NONE,
    "later_relief": (),
}


GUIDES: dict[str, Mapping[str, Any]] = {
    "conviction_date": {
        "subdivision": "b",
        "level": Level.INFRACTION,
        "age_at_offense": AgeBracket.FROM_18_TO_20,
        "offense_date": _IN_2005,
        "date_of_birth": None,
    },
    "from_own_home_plants": {
        "subdivision": "c",
        "age_at_offense": AgeBracket.FROM_21,
        "on_school_grounds": False,
    },
    "hired_under_21": {"age_at_offense": AgeBracket.FROM_21, "level": Level.FELONY, "sold_to_minor": False},
    "environmental_harm": {"plants": 8, "age_at_offense": AgeBracket.FROM_21, "level": Level.FELONY},
    "recipient_age": {"subdivision": "b", "conduct": Conduct.GAVE_AWAY, "age_at_offense": AgeBracket.FROM_21},
    "level": _SOLD_IN_2005,
    "sex_offense": _SOLD_IN_2005,
    "super_strike": _SOLD_IN_2005,
}
"""What the other open facts are best taken to be, to see whether one that seldom matters does."""
