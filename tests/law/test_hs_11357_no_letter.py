"""Old § 11357 without its letter: every subdivision that fits the facts and the level (clarification C10)."""

from __future__ import annotations

from typing import Any

from tests.law.answers import (
    DISMISSED,
    INFRACTION,
    MINOR_IN_ADULT_COURT,
    MISDEMEANOR,
    NOTHING_LOWER,
    OPEN_TO_DISMISSED,
    OPEN_TO_MISDEMEANOR,
)
from tests.law.records import answer, decide, table

Facts = dict[str, Any]
NO_LETTER: Facts = {"section": "11357", "drug_form": "flower", "flower_grams": 15, "level": "misdemeanor"}
NO_OFFENSE_DATE: Facts = {
    "level": "felony",
    "flower_grams": 60,
    "offense_date": None,
    "conviction_date": "2010-06-01",
}
WITHOUT_LETTER = {
    "15 g of flower, 21: only (b) fits": ({}, DISMISSED),
    "15 g of flower, 20: only (b) fits": ({"age_at_offense": 20}, INFRACTION),
    "60 g of flower, 21: only (c) fits": ({"flower_grams": 60}, NOTHING_LOWER),
    "60 g of flower of home plants, 21": (
        {"flower_grams": 60, "from_own_home_plants": "yes"},
        OPEN_TO_DISMISSED,
    ),
    "flower, weight not known, 21: (b) or (c)": ({"flower_grams": "unsure"}, OPEN_TO_DISMISSED),
    "15 g of flower at a school, 21: only (d) fits": ({"on_school_grounds": "yes"}, NOTHING_LOWER),
    "15 g of flower at a school, 17: only (e) fits": (
        {"on_school_grounds": "yes", "age_at_offense": 17},
        MINOR_IN_ADULT_COURT,
    ),
    "15 g of flower, perhaps at a school, 21": ({"on_school_grounds": "unsure"}, OPEN_TO_DISMISSED),
    "5 g of concentrate, felony, 21: only (a) fits": (
        {"drug_form": "concentrate", "flower_grams": "unsure", "concentrate_grams": 5, "level": "felony"},
        DISMISSED,
    ),
    "both, felony: of (a) and (b) only (a) could be one": (
        {"drug_form": "both", "concentrate_grams": 20, "level": "felony"},
        MISDEMEANOR,
    ),
    "both, misdemeanor, 20 g of concentrate: (a) or (b)": (
        {"drug_form": "both", "concentrate_grams": 20},
        OPEN_TO_DISMISSED,
    ),
    "form and weight not known, misdemeanor, 21": (
        {"drug_form": "unsure", "flower_grams": "unsure"},
        OPEN_TO_DISMISSED,
    ),
    "felony of 1975, 15 g of flower, 21: it was one offense then": (
        {"level": "felony", "offense_date": "1975-12-31", "conviction_date": "1976-02-01"},
        DISMISSED,
    ),
    "felony of 1976, 60 g of flower, 21: no letter could be a felony": (
        {
            "level": "felony",
            "flower_grams": 60,
            "offense_date": "1976-01-01",
            "conviction_date": "1976-02-01",
        },
        OPEN_TO_MISDEMEANOR,
    ),
    "felony, no offense date, 60 g of flower, born in 1950: perhaps one offense then": (
        NO_OFFENSE_DATE | {"date_of_birth": "1950-01-01"},
        MISDEMEANOR,
    ),
    "felony, no offense date, 60 g of flower, born in 1990: after the letters": (
        NO_OFFENSE_DATE | {"date_of_birth": "1990-01-01", "age_at_offense": 19},
        OPEN_TO_MISDEMEANOR,
    ),
    "felony of 1975, 60 g of flower, 21: a felony then, a misdemeanor now": (
        {
            "level": "felony",
            "flower_grams": 60,
            "offense_date": "1975-12-31",
            "conviction_date": "1976-02-01",
        },
        MISDEMEANOR,
    ),
}


@table(WITHOUT_LETTER)
def test_without_a_letter_every_reading_that_fits_counts(facts: Facts, expected: tuple[str, ...]) -> None:
    assert answer(decide(**NO_LETTER | facts)) == expected
