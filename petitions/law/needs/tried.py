"""The values that are tried for each open fact, one on each side of every line that the law draws."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from petitions.law.amounts import Concentrate, Flower
from petitions.law.offenses import FACTS_OF_THE_ACT
from petitions.law.on_record import Orders
from petitions.law.priors import History
from petitions.law.sections import LISTED, PLEADABLE
from petitions.law.terms import Conduct, Disposition, DrugForm, Jurisdiction, Prefix, Recipient

ENDING: dict[str, tuple[Any, ...]] = {"outcome": tuple(Disposition), "jurisdiction": tuple(Jurisdiction)}
CHARGE: dict[str, tuple[Any, ...]] = {
    "code": ("HS", "PC"),
    "section": (*LISTED, "11530", PLEADABLE[0], "11361", "459", "32", "182", "664"),
    "subdivision": ("a", "b", "c", "d", "e"),
    "prefix": tuple(Prefix),
}
DAYS = ("offense_date", "conviction_date", "date_of_birth", "age_at_offense", "county", "case_number")
Values = Mapping[str, tuple[Any, ...]]


ANSWERS = (True, False)


AMOUNTS: dict[str, tuple[Any, ...]] = {
    "drug_form": tuple(DrugForm),
    "flower_grams": tuple(Flower),
    "concentrate_grams": tuple(Concentrate),
}


ACTS: dict[str, tuple[str, tuple[Any, ...]]] = {
    "plants": ("plants_over", ANSWERS),
    "home_grow_lawful": ("home_grow_lawful", ANSWERS),
    "on_school_grounds": ("on_school_grounds", ANSWERS),
    "from_own_home_plants": ("from_own_home_plants", ANSWERS),
    "conduct": ("conduct", tuple(Conduct)),
    "recipient_age": ("recipient_age", tuple(Recipient)),
    "sold_to_minor": ("sold_to_minor", ANSWERS),
    "hired_under_21": ("hired_under_21", ANSWERS),
    "environmental_harm": ("environmental_harm", ANSWERS),
}


PLEADED = "pleaded_down_from_marijuana"


OF_THE_RECORD = ("level", "super_strike", "sex_offense", "earlier_same_section")


ORDERS = (
    Orders(),
    Orders(dismissed=True),
    Orders(which_open=True),
    Orders(redesignated=True),
    Orders(lowered=True),
    Orders(redesignated=True, lowered=True),
)


STRIKES = (History.NONE, History.BEFORE, History.LATER)


SEX_OFFENSES = (*STRIKES, History.UNSURE)


class Open(NamedTuple):
    """The facts (contract keys) that may take any value; every other unknown one stays unknown."""

    facts: frozenset[str]
    only_consistent: bool
    """Leave out the values that contradict what is known."""
    dated: str | None = None
    """The open history (super_strike or sex_offense) whose dates and courts are tried together with the other dates."""


def acts_of_section(section: str | None) -> tuple[str, ...]:
    """Return the contract keys of the facts of the act that a listed section looks at."""
    looked_at = FACTS_OF_THE_ACT[section or ""]
    return tuple(key for key, (name, _) in ACTS.items() if name in looked_at)
