"""Old § 11357, possession: letter, age and amount (specification 1.4; clarification C14)."""

from __future__ import annotations

from typing import Any

from tests.law.answers import (
    DISMISSED,
    INFRACTION,
    JUVENILE,
    MINOR_IN_ADULT_COURT,
    MISDEMEANOR,
    MISDEMEANOR_TO_DISMISSED,
    MISDEMEANOR_TO_INFRACTION,
    NOTHING_LOWER,
    OPEN_TO_DISMISSED,
    OPEN_TO_INFRACTION,
    OPEN_TO_MISDEMEANOR,
)
from tests.law.records import answer, decide, table

Facts = dict[str, Any]
HASH: Facts = {"section": "11357", "subdivision": "a", "drug_form": "concentrate", "level": "felony"}
LITTLE: Facts = {
    "section": "11357",
    "subdivision": "b",
    "drug_form": "flower",
    "flower_grams": 10,
    "level": "misdemeanor",
}
MORE: Facts = {
    "section": "11357",
    "subdivision": "c",
    "drug_form": "flower",
    "flower_grams": 60,
    "level": "misdemeanor",
}
AT_SCHOOL: Facts = {**LITTLE, "subdivision": "d", "on_school_grounds": "yes"}
STRIKE = [{"conviction_date": "1990", "court": "adult"}]

CONCENTRATE = {
    "felony, 21, 5 g: lawful today": ({"concentrate_grams": 5}, DISMISSED),
    "felony, 21, exactly 8 g": ({"concentrate_grams": 8}, DISMISSED),
    "felony, 21, at most 8 g": ({"concentrate_grams": "at_most_8"}, DISMISSED),
    "felony, 21, a trace over 8 g": ({"concentrate_grams": 8.01}, MISDEMEANOR),
    "felony, 21, more than 8 g": ({"concentrate_grams": "more_than_8"}, MISDEMEANOR),
    "felony, 21, weight not known": ({}, MISDEMEANOR_TO_DISMISSED),
    "misdemeanor, 21, 5 g": ({"level": "misdemeanor", "concentrate_grams": 5}, DISMISSED),
    "misdemeanor, 21, 20 g": ({"level": "misdemeanor", "concentrate_grams": 20}, NOTHING_LOWER),
    "misdemeanor, 21, weight not known": ({"level": "misdemeanor"}, OPEN_TO_DISMISSED),
    "level not known, 21, 20 g": ({"level": "unsure", "concentrate_grams": 20}, OPEN_TO_MISDEMEANOR),
    "level not known, 21, 5 g": ({"level": "unsure", "concentrate_grams": 5}, DISMISSED),
    "felony, 20, exactly 4 g": ({"age_at_offense": 20, "concentrate_grams": 4}, INFRACTION),
    "felony, 20, a trace over 4 g": (
        {"age_at_offense": 20, "concentrate_grams": 4.01},
        MISDEMEANOR_TO_INFRACTION,
    ),
    "felony, 20, exactly 8 g": ({"age_at_offense": 20, "concentrate_grams": 8}, MISDEMEANOR_TO_INFRACTION),
    "felony, 20, at most 8 g leaves 4 g open": (
        {"age_at_offense": 20, "concentrate_grams": "at_most_8"},
        MISDEMEANOR_TO_INFRACTION,
    ),
    "felony, 20, 9 g": ({"age_at_offense": 20, "concentrate_grams": 9}, MISDEMEANOR),
    "misdemeanor, 20, 4 g": (
        {"age_at_offense": 20, "level": "misdemeanor", "concentrate_grams": 4},
        INFRACTION,
    ),
    "misdemeanor, 20, 6 g": (
        {"age_at_offense": 20, "level": "misdemeanor", "concentrate_grams": 6},
        OPEN_TO_INFRACTION,
    ),
    "felony, 17 in juvenile court, 50 g": (
        {"age_at_offense": 17, "jurisdiction": "california_juvenile", "concentrate_grams": 50},
        JUVENILE,
    ),
    "felony, 17 in adult court, 50 g": (
        {"age_at_offense": 17, "concentrate_grams": 50},
        MINOR_IN_ADULT_COURT,
    ),
    "felony, 21, 5 g at a school": ({"concentrate_grams": 5, "on_school_grounds": "yes"}, MISDEMEANOR),
    "misdemeanor, 21, 5 g at a school": (
        {"level": "misdemeanor", "concentrate_grams": 5, "on_school_grounds": "yes"},
        NOTHING_LOWER,
    ),
    "felony, 21, 5 g, perhaps at a school": (
        {"concentrate_grams": 5, "on_school_grounds": "unsure"},
        MISDEMEANOR_TO_DISMISSED,
    ),
    "felony, 20, 3 g, perhaps at a school": (
        {"age_at_offense": 20, "concentrate_grams": 3, "on_school_grounds": "unsure"},
        MISDEMEANOR_TO_INFRACTION,
    ),
    "misdemeanor, 21, 20 g made of home plants: that is for flower": (
        {"level": "misdemeanor", "concentrate_grams": 20, "from_own_home_plants": "yes"},
        NOTHING_LOWER,
    ),
    "felony, 21, 5 g and 60 g of flower: only the letter's substance counts": (
        {"drug_form": "both", "concentrate_grams": 5, "flower_grams": 60},
        DISMISSED,
    ),
    "felony, 21, in food of 400 g": (
        {"drug_form": "edible", "concentrate_grams": 400},
        MISDEMEANOR_TO_DISMISSED,
    ),
    "felony, 21, 5 g, and a super strike before": (
        {"concentrate_grams": 5, "super_strike": STRIKE},
        DISMISSED,
    ),
}
SMALL = {
    "misdemeanor, 21, 10 g": ({}, DISMISSED),
    "misdemeanor, 21, exactly 28.5 g": ({"flower_grams": 28.5}, DISMISSED),
    "misdemeanor, 21, weight not known: the letter says it": ({"flower_grams": "unsure"}, DISMISSED),
    "misdemeanor, 21, school not known: the letter says it": ({"on_school_grounds": "unsure"}, DISMISSED),
    "infraction of 2014, 21": (
        {"level": "infraction", "offense_date": "2014", "conviction_date": "2014"},
        DISMISSED,
    ),
    "misdemeanor, 20": ({"age_at_offense": 20}, INFRACTION),
    "infraction of 2012, 19": (
        {"age_at_offense": 19, "level": "infraction", "offense_date": "2012", "conviction_date": "2012"},
        NOTHING_LOWER,
    ),
    "misdemeanor, 16 in juvenile court": (
        {"age_at_offense": 16, "jurisdiction": "california_juvenile"},
        JUVENILE,
    ),
    "misdemeanor, adult of an age not known": (
        {"age_at_offense": None},
        ("NEEDS_REVIEW", "INFRACTION", "DISMISS_SEAL"),
    ),
    "plants: they count as flower": ({"drug_form": "plants"}, DISMISSED),
    "misdemeanor, 21, in food of 400 g": ({"drug_form": "edible", "flower_grams": 400}, DISMISSED),
    "misdemeanor, 21, with 50 g of concentrate beside it": (
        {"drug_form": "both", "concentrate_grams": 50},
        DISMISSED,
    ),
    "misdemeanor, 21, and a super strike before": ({"super_strike": STRIKE}, DISMISSED),
}
LARGE = {
    "misdemeanor, 21, 60 g": ({}, NOTHING_LOWER),
    "misdemeanor, 21, weight not known: the letter says it": ({"flower_grams": "unsure"}, NOTHING_LOWER),
    "misdemeanor, 20, 60 g": ({"age_at_offense": 20}, NOTHING_LOWER),
    "misdemeanor, 17 in juvenile court": (
        {"age_at_offense": 17, "jurisdiction": "california_juvenile"},
        JUVENILE,
    ),
    "21, what six home plants gave": ({"from_own_home_plants": "yes"}, OPEN_TO_DISMISSED),
    "21, perhaps what six home plants gave": ({"from_own_home_plants": "unsure"}, OPEN_TO_DISMISSED),
    "20, what six home plants gave: only from 21": (
        {"age_at_offense": 20, "from_own_home_plants": "yes"},
        NOTHING_LOWER,
    ),
    "21, what six home plants gave, at a school": (
        {"from_own_home_plants": "yes", "on_school_grounds": "yes"},
        NOTHING_LOWER,
    ),
    "21, in food": ({"drug_form": "edible", "flower_grams": 400}, OPEN_TO_DISMISSED),
    "20, in food": ({"age_at_offense": 20, "drug_form": "edible"}, OPEN_TO_INFRACTION),
    "21, in food at a school": ({"drug_form": "edible", "on_school_grounds": "yes"}, NOTHING_LOWER),
}
SCHOOL = {
    "(d) 22: still a misdemeanor": ({"age_at_offense": 22}, NOTHING_LOWER),
    "(d) 19: still a misdemeanor": ({"age_at_offense": 19}, NOTHING_LOWER),
    "(d) age not known: the letter says 18 or older": ({"age_at_offense": None}, NOTHING_LOWER),
    "(d) 22, neither school nor home plants known: the letter says it": (
        {"on_school_grounds": "unsure", "from_own_home_plants": "unsure"},
        NOTHING_LOWER,
    ),
    "(e) 17 in juvenile court": (
        {"subdivision": "e", "age_at_offense": 17, "jurisdiction": "california_juvenile"},
        JUVENILE,
    ),
    "(e) in adult court, age not known: the letter says under 18": (
        {"subdivision": "e", "age_at_offense": None},
        MINOR_IN_ADULT_COURT,
    ),
}


@table(CONCENTRATE)
def test_letter_a_of_concentrate_goes_by_age_and_weight(facts: Facts, expected: tuple[str, ...]) -> None:
    assert answer(decide(**HASH | facts)) == expected


@table(SMALL)
def test_letter_b_of_28_5_grams_or_less_is_lawful_from_21(facts: Facts, expected: tuple[str, ...]) -> None:
    assert answer(decide(**LITTLE | facts)) == expected


@table(LARGE)
def test_letter_c_of_more_than_28_5_grams_stays_a_misdemeanor(
    facts: Facts, expected: tuple[str, ...]
) -> None:
    assert answer(decide(**MORE | facts)) == expected


@table(SCHOOL)
def test_letters_d_and_e_at_a_school_go_by_age(facts: Facts, expected: tuple[str, ...]) -> None:
    assert answer(decide(**AT_SCHOOL | facts)) == expected
