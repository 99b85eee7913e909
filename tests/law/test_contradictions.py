"""Stated facts that cannot all be true: no floor, and the better of the letter and the facts (clarification C9)."""

from __future__ import annotations

from typing import Any

from tests.law.answers import (
    DISMISSED,
    NOTHING_LOWER,
    OPEN_TO_DISMISSED,
    OPEN_TO_INFRACTION,
    OPEN_TO_MISDEMEANOR,
)
from tests.law.records import answer, decide, table

Facts = dict[str, Any]
POSSESSION: Facts = {"section": "11357", "level": "misdemeanor"}
A: Facts = POSSESSION | {"subdivision": "a", "level": "felony"}
B: Facts = POSSESSION | {"subdivision": "b"}
C: Facts = POSSESSION | {"subdivision": "c"}
D: Facts = POSSESSION | {"subdivision": "d"}
E: Facts = POSSESSION | {"subdivision": "e", "jurisdiction": "california_juvenile", "age_at_offense": 16}
MOVING_B: Facts = {"section": "11360(b)", "level": "misdemeanor", "conduct": "transported"}
FLOWER: Facts = {"drug_form": "flower", "flower_grams": 10}
MUCH: Facts = {"drug_form": "flower", "flower_grams": 60}
HASH: Facts = {"drug_form": "concentrate", "concentrate_grams": 5}
SCHOOL: Facts = {"on_school_grounds": "yes"}

CONFLICTS = {
    "(a) with flower: the letter alone, or little flower": (A | FLOWER, OPEN_TO_DISMISSED),
    "(a) with plants": (A | {"drug_form": "plants"}, OPEN_TO_DISMISSED),
    "(a) with 60 g of flower at 20: the letter alone": (
        A | MUCH | {"age_at_offense": 20},
        OPEN_TO_INFRACTION,
    ),
    "(b) with concentrate": (B | HASH, OPEN_TO_DISMISSED),
    "(b) with 60 g: the letter alone": (B | MUCH, OPEN_TO_DISMISSED),
    "(b) with 60 g at 20": (B | MUCH | {"age_at_offense": 20}, OPEN_TO_INFRACTION),
    "(b) with 60 g, form not known": (B | {"flower_grams": 60}, OPEN_TO_DISMISSED),
    "(b) at a school": (B | FLOWER | SCHOOL, OPEN_TO_DISMISSED),
    "(c) with 10 g: the facts alone": (C | FLOWER, OPEN_TO_DISMISSED),
    "(c) with 10 g at 20": (C | FLOWER | {"age_at_offense": 20}, OPEN_TO_INFRACTION),
    "(c) with 10 g at a school: nothing either way": (C | FLOWER | SCHOOL, NOTHING_LOWER),
    "(c) with 5 g of concentrate": (C | HASH, OPEN_TO_DISMISSED),
    "(c) with 20 g of concentrate: nothing either way": (C | HASH | {"concentrate_grams": 20}, NOTHING_LOWER),
    "(d) away from a school": (D | FLOWER, OPEN_TO_DISMISSED),
    "(d) with 60 g": (D | MUCH | SCHOOL, NOTHING_LOWER),
    "(d) under 18": (D | FLOWER | SCHOOL | {"age_at_offense": 17}, OPEN_TO_INFRACTION),
    "(d) with concentrate, at a school": (D | HASH | SCHOOL, NOTHING_LOWER),
    "(e) at 18 or older": (
        E | FLOWER | SCHOOL | {"age_at_offense": 20, "jurisdiction": "california_adult"},
        OPEN_TO_INFRACTION,
    ),
    "(e) away from a school": (E | FLOWER, OPEN_TO_INFRACTION),
    "(e) with 60 g": (E | MUCH | SCHOOL, OPEN_TO_INFRACTION),
    "(e) with concentrate": (E | HASH | SCHOOL, OPEN_TO_INFRACTION),
    "juvenile court at 30": (
        B | FLOWER | {"jurisdiction": "california_juvenile"},
        OPEN_TO_INFRACTION,
    ),
    "stated age and birth date that share no bracket": (
        B | FLOWER | {"age_at_offense": 20, "date_of_birth": "1970-01-01"},
        OPEN_TO_DISMISSED,
    ),
    "11360(b) with concentrate": (MOVING_B | HASH, OPEN_TO_DISMISSED),
    "11360(b) with both": (MOVING_B | FLOWER | {"concentrate_grams": 5}, OPEN_TO_DISMISSED),
    "11360(b) with 60 g": (MOVING_B | MUCH, OPEN_TO_DISMISSED),
    "11360(b), sold": (MOVING_B | FLOWER | {"conduct": "sold"}, OPEN_TO_DISMISSED),
    "11360(b), sold, at 20": (
        MOVING_B | FLOWER | {"conduct": "sold", "age_at_offense": 20},
        OPEN_TO_INFRACTION,
    ),
    "11360(a), moved for own use in 2016": (
        MOVING_B
        | FLOWER
        | {"section": "11360(a)", "level": "felony", "offense_date": "2016-02", "conviction_date": "2016-06"},
        OPEN_TO_DISMISSED,
    ),
    "11360(a), moved 60 g for own use in 2016": (
        MOVING_B
        | MUCH
        | {"section": "11360(a)", "level": "felony", "offense_date": "2016-02", "conviction_date": "2016-06"},
        OPEN_TO_MISDEMEANOR,
    ),
}
NO_CONFLICTS = {
    "30 stated and 35 by the birth date: one bracket": (
        B | FLOWER | {"age_at_offense": 30, "date_of_birth": "1970-01-01"},
        DISMISSED,
    ),
    "(b) with flower and concentrate: only the letter's substance counts": (
        B | {"drug_form": "both", "flower_grams": 10, "concentrate_grams": 50},
        DISMISSED,
    ),
    "(a) with both": (A | {"drug_form": "both", "flower_grams": 60, "concentrate_grams": 5}, DISMISSED),
    "(a) with flower and a weight of concentrate: both": (A | FLOWER | {"concentrate_grams": 5}, DISMISSED),
    "(b) with concentrate and a weight of flower: both": (B | HASH | {"flower_grams": 5}, DISMISSED),
    "(b) with flower and no concentrate": (B | FLOWER | {"concentrate_grams": 0}, DISMISSED),
    "(b) with nothing known": (B | {"on_school_grounds": "unsure"}, DISMISSED),
    "(b) in food of 400 g": (B | {"drug_form": "edible", "flower_grams": 400}, DISMISSED),
    "(d) at 19, called a felony: the law of the time allowed none": (
        D | FLOWER | SCHOOL | {"age_at_offense": 19, "level": "felony"},
        OPEN_TO_MISDEMEANOR,
    ),
    "(d) with nothing known": (D | {"on_school_grounds": "unsure"}, NOTHING_LOWER),
    "11360(b) in food of 400 g": (MOVING_B | {"drug_form": "edible", "flower_grams": 400}, DISMISSED),
    "11360(b) with 50 g of concentrate, form not known": (MOVING_B | {"concentrate_grams": 50}, DISMISSED),
}


@table(CONFLICTS)
def test_a_contradiction_leaves_no_floor(facts: Facts, expected: tuple[str, ...]) -> None:
    found = decide(**facts)

    assert answer(found) == expected
    if found.ceiling:
        assert "U_CONFLICT" in [reason.code for reason in found.reasons]


@table(NO_CONFLICTS)
def test_what_is_not_known_or_only_odd_contradicts_nothing(facts: Facts, expected: tuple[str, ...]) -> None:
    found = decide(**facts)

    assert answer(found) == expected
    assert "U_CONFLICT" not in [reason.code for reason in found.reasons]
