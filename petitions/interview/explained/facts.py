"""The facts that tables vary, with a value on each side of every line."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from petitions.interview.explained.tried import Fact, Value, day
from petitions.law.facts import Prior, Span
from petitions.law.terms import (
    CONCENTRATE_LIMIT_2016_GRAMS,
    CONCENTRATE_LIMIT_GRAMS,
    FLOWER_LIMIT_GRAMS,
    PLANT_LIMIT,
    Conduct,
    DrugForm,
    Jurisdiction,
    LaterRelief,
    Level,
    PriorCourt,
    Recipient,
    Sentence,
)
from petitions.law.timing import LETTERS_BEGAN, POSSESSION_BECAME_INFRACTION

_A_LITTLE = 0.01
"""Grams over a line."""


def _beside(kind: str, *lines: float, step: float, field: str, **others: Any) -> tuple[Value, ...]:
    """Return a value at each line and one just over it."""
    return tuple(
        Value(f"{kind}_{'over' if over else 'to'}_{line:g}", {**others, field: line + step * over}, {}, kind, line, over)
        for line in lines
        for over in (False, True)
    )  # fmt: skip


def _yes_no(key: str, field: str) -> Fact:
    return Fact(key, (Value("no", {field: False}), Value("yes", {field: True})))


AGE = Fact("age", tuple(Value(f"{years}", {"age_at_offense": years}) for years in (17, 18, 20, 21)))
FLOWER = _beside(
    "flower",
    FLOWER_LIMIT_GRAMS,
    step=_A_LITTLE,
    field="flower_grams",
    drug_form=DrugForm.FLOWER,
    concentrate_grams=0,
)
HASH = _beside(
    "hash",
    CONCENTRATE_LIMIT_2016_GRAMS,
    CONCENTRATE_LIMIT_GRAMS,
    step=_A_LITTLE,
    field="concentrate_grams",
    drug_form=DrugForm.CONCENTRATE,
    flower_grams=0,
)
HASH_WEIGHT = Fact("amount", HASH)
AMOUNT = Fact("amount", (*FLOWER, *HASH))
PLANTS = Fact("plants", _beside("plants", PLANT_LIMIT, step=1, field="plants"))
HOME_RULES = _yes_no("home_rules", "home_grow_lawful")
SCHOOL = _yes_no("school", "on_school_grounds")
OWN_PLANTS = _yes_no("own_plants", "from_own_home_plants")
MORE_FLOWER = Fact(
    "kind",
    (
        Value("flower", {"drug_form": DrugForm.FLOWER, "flower_grams": FLOWER_LIMIT_GRAMS + _A_LITTLE}),
        Value("edible", {"drug_form": DrugForm.EDIBLE, "flower_grams": FLOWER_LIMIT_GRAMS + _A_LITTLE}),
    ),
)

_FROM_2011 = Span(POSSESSION_BECAME_INFRACTION, POSSESSION_BECAME_INFRACTION)
LEVEL = Fact(
    "level",
    (
        Value("felony", {"level": Level.FELONY}),
        Value("misdemeanor", {"level": Level.MISDEMEANOR}),
        Value(
            "infraction",
            {"level": Level.INFRACTION, "offense_date": _FROM_2011, "conviction_date": _FROM_2011},
        ),
        Value("reduced_17b", {"level": Level.FELONY, "later_relief": (LaterRelief.REDUCED_17B,)}),
        Value("prop_47", {"level": Level.FELONY, "later_relief": (LaterRelief.PROP_47,)}),
    ),
)
FELONY_OR_LOWERED = LEVEL.only("felony", "reduced_17b", "prop_47")


def _did(name: str, conduct: Conduct, recipient: Recipient = Recipient.NOBODY) -> Value:
    return Value(name, {"conduct": conduct, "recipient_age": recipient})


CONDUCT = Fact(
    "conduct",
    (
        _did("sold", Conduct.SOLD, Recipient.FROM_21),
        _did("offered_to_sell", Conduct.OFFERED_TO_SELL),
        _did("transported_for_sale", Conduct.TRANSPORTED_FOR_SALE),
        _did("transported", Conduct.TRANSPORTED),
        _did("gave_to_21", Conduct.GAVE_AWAY, Recipient.FROM_21),
        _did("gave_to_18", Conduct.GAVE_AWAY, Recipient.FROM_18_TO_20),
        _did("gave_to_minor", Conduct.GAVE_AWAY, Recipient.UNDER_18),
        _did("imported", Conduct.IMPORTED),
        _did("exported", Conduct.EXPORTED),
    ),
)
COURT = Fact(
    "court",
    (
        Value("adult", {"jurisdiction": Jurisdiction.CALIFORNIA_ADULT}),
        Value("juvenile", {"jurisdiction": Jurisdiction.CALIFORNIA_JUVENILE}),
    ),
)
SENTENCE = Fact(
    "sentence",
    (
        Value("completed", {"sentence_status": Sentence.COMPLETED}),
        Value("in_custody", {"sentence_status": Sentence.IN_CUSTODY}),
        Value("supervised", {"sentence_status": Sentence.SUPERVISED}),
        Value("unknown", {"sentence_status": None}),
    ),
)
ORDERS = Fact(
    "orders",
    (
        Value("none", {"later_relief": ()}),
        Value("dismissed_1203", {"later_relief": (LaterRelief.DISMISSED_1203,)}),
        Value("unknown", {"later_relief": None}),
        Value("prop_64_redesignated", {"later_relief": (LaterRelief.PROP_64_REDESIGNATED,)}),
        Value("prop_64_dismissed", {"later_relief": (LaterRelief.PROP_64_DISMISSED,)}),
        Value("prop_64_order", {"later_relief": (LaterRelief.PROP_64_ORDER,)}),
    ),
)


def _prior(when: Span, court: PriorCourt = PriorCourt.ADULT) -> tuple[Prior, ...]:
    return (Prior(when, court),)


_EARLIER, _BETWEEN, _SAME, _LATER = day("1999-05-01"), day("2005-04-15"), day("2005-06-15"), day("2010-05-01")
"""Before the offense of the usual case, between it and the conviction, on the conviction's day, years later."""
HISTORY = Fact(
    "history",
    (
        Value("none"),
        Value("strike_before", {}, {"super_strikes": _prior(_EARLIER)}),
        Value("strike_between", {}, {"super_strikes": _prior(_BETWEEN)}),
        Value("strike_same_case", {}, {"super_strikes": _prior(_SAME)}),
        Value("strike_later", {}, {"super_strikes": _prior(_LATER)}),
        Value("strike_juvenile", {}, {"super_strikes": _prior(_EARLIER, PriorCourt.JUVENILE)}),
        Value(
            "strike_under_16",
            {},
            {
                "super_strikes": _prior(day("1989-05-01"), PriorCourt.JUVENILE),
                "date_of_birth": day("1974-05-01"),
            },
        ),
        Value("strike_unknown", {}, {"super_strikes": None}),
        Value("sex_before", {}, {"sex_offenses": _prior(_EARLIER)}),
        Value("sex_later", {}, {"sex_offenses": _prior(_LATER)}),
        Value("sex_discretion", {}, {"registers_by_discretion": True}),
        Value("sex_unknown", {}, {"sex_offenses": None}),
        Value("second", {"earlier_same_section": 1}),
        Value("third", {"earlier_same_section": 2}),
        Value("third_unknown", {"earlier_same_section": None, "earlier_same_section_asked": True}),
    ),
)
STRIKES = Fact(
    "strikes",
    (
        Value("none", {}, {"super_strikes": ()}),
        Value("before", {}, {"super_strikes": _prior(_EARLIER)}),
        Value("later", {}, {"super_strikes": _prior(_LATER)}),
        Value("unknown", {}, {"super_strikes": None}),
    ),
)


def history_with(*own: Value) -> Fact:
    """Return the histories, with exceptions of the section's own."""
    return Fact("history", (*HISTORY.values, *own))


def history_alone(names: Iterable[str], *own: Value) -> Fact:
    """Return some histories, with exceptions of the section's own."""
    return Fact("history", (*HISTORY.only(*names).values, *own))


def _days(*lines: date) -> tuple[Value, ...]:
    """Return the last day before each line and the line itself, convicted the same day."""
    return tuple(
        _happened(f"{'from' if over else 'before'}_{line}", when, when, line=line, over=over)
        for line in lines
        for when, over in ((line - timedelta(days=1), False), (line, True))
    )


def _happened(
    name: str, offense: date, convicted: date, *, line: date | None = None, over: bool = False
) -> Value:
    changes = {"offense_date": Span(offense, offense), "conviction_date": Span(convicted, convicted)}
    return Value(name, changes, {}, "day" if line else "", line, over)


WHEN = Fact(
    "when",
    (
        *_days(LETTERS_BEGAN, POSSESSION_BECAME_INFRACTION),
        _happened(
            "across_2011",
            POSSESSION_BECAME_INFRACTION - timedelta(days=1),
            POSSESSION_BECAME_INFRACTION,
        ),
    ),
)
