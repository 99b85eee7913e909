"""Old § 11360, selling, giving, moving: letter, conduct, age and amount (clarifications C12, C13)."""

from __future__ import annotations

from typing import Any

from tests.law.answers import (
    DISMISSED,
    INFRACTION,
    INFRACTION_TO_DISMISSED,
    JUVENILE,
    MINOR_IN_ADULT_COURT,
    MISDEMEANOR,
    MISDEMEANOR_TO_DISMISSED,
    MISDEMEANOR_TO_INFRACTION,
    OPEN_TO_DISMISSED,
    OPEN_TO_INFRACTION,
    OPEN_TO_MISDEMEANOR,
)
from tests.law.records import answer, decide, table

Facts = dict[str, Any]
A: Facts = {
    "section": "11360",
    "subdivision": "a",
    "level": "felony",
    "drug_form": "flower",
    "flower_grams": 20,
    "recipient_age": "none",
}
B: Facts = {**A, "subdivision": "b", "level": "misdemeanor"}
NO_LETTER: Facts = {key: value for key, value in A.items() if key not in ("subdivision", "level")}
OWN_USE: Facts = {"conduct": "transported"}
FOR_SALE: Facts = {"conduct": "transported_for_sale"}
TO_ADULT: Facts = {"conduct": "gave_away", "recipient_age": "21_or_older"}
TO_19: Facts = {"conduct": "gave_away", "recipient_age": "18_to_20"}
TO_17: Facts = {"conduct": "gave_away", "recipient_age": "under_18"}
AT_20: Facts = {"age_at_offense": 20}
HASH: Facts = {"drug_form": "concentrate", "flower_grams": 0}
FROM_2016: Facts = {"offense_date": "2016-01-01", "conviction_date": "2016-06-01"}

LETTER_A = {
    "sold 20 g": ({"conduct": "sold"}, MISDEMEANOR),
    "offered to sell 20 g": ({"conduct": "offered_to_sell"}, MISDEMEANOR),
    "brought in 20 g": ({"conduct": "imported"}, MISDEMEANOR),
    "took out 28.5 g": ({"conduct": "exported", "flower_grams": 28.5}, MISDEMEANOR),
    "moved 20 g for sale: (b) reads as that today": (FOR_SALE, MISDEMEANOR_TO_INFRACTION),
    "moved 28.5 g for sale": (FOR_SALE | {"flower_grams": 28.5}, MISDEMEANOR_TO_INFRACTION),
    "moved 28.6 g for sale": (FOR_SALE | {"flower_grams": 28.6}, MISDEMEANOR),
    "moved 3 g of concentrate for sale": (FOR_SALE | HASH | {"concentrate_grams": 3}, MISDEMEANOR),
    "moved 20 g for own use, 21": (OWN_USE, MISDEMEANOR_TO_DISMISSED),
    "moved 60 g for own use, 21": (OWN_USE | {"flower_grams": 60}, MISDEMEANOR),
    "moved 3 g of concentrate for own use, 21": (
        OWN_USE | HASH | {"concentrate_grams": 3},
        MISDEMEANOR_TO_DISMISSED,
    ),
    "moved 8 g of concentrate for own use, 21": (
        OWN_USE | HASH | {"concentrate_grams": 8},
        MISDEMEANOR_TO_DISMISSED,
    ),
    "moved 9 g of concentrate for own use, 21": (OWN_USE | HASH | {"concentrate_grams": 9}, MISDEMEANOR),
    "moved 28.5 g and 8 g for own use, 21: each limit is its own": (
        OWN_USE | {"drug_form": "both", "flower_grams": 28.5, "concentrate_grams": 8},
        MISDEMEANOR_TO_DISMISSED,
    ),
    "moved 20 g and 9 g for own use, 21": (
        OWN_USE | {"drug_form": "both", "concentrate_grams": 9},
        MISDEMEANOR,
    ),
    "moved for own use, weight not known, 21": (
        OWN_USE | {"flower_grams": "unsure"},
        MISDEMEANOR_TO_DISMISSED,
    ),
    "moved 20 g for own use, 20": (OWN_USE | AT_20, MISDEMEANOR_TO_INFRACTION),
    "moved 6 g of concentrate for own use, 20": (
        OWN_USE | AT_20 | HASH | {"concentrate_grams": 6},
        MISDEMEANOR_TO_INFRACTION,
    ),
    "moved 9 g of concentrate for own use, 20": (
        OWN_USE | AT_20 | HASH | {"concentrate_grams": 9},
        MISDEMEANOR,
    ),
    "moved for own use at 20, 10 g of flower or 9 g of concentrate": (
        OWN_USE | AT_20 | {"drug_form": "unsure", "flower_grams": 10, "concentrate_grams": 9},
        MISDEMEANOR_TO_INFRACTION,
    ),
    "gave 20 g to an adult of 21, at 21": (TO_ADULT, MISDEMEANOR_TO_DISMISSED),
    "gave 60 g to an adult of 21, at 21": (TO_ADULT | {"flower_grams": 60}, MISDEMEANOR),
    "gave 8 g of concentrate to an adult of 21, at 21": (
        TO_ADULT | HASH | {"concentrate_grams": 8},
        MISDEMEANOR_TO_DISMISSED,
    ),
    "gave 20 g to a person of 19, at 21": (TO_19, MISDEMEANOR_TO_INFRACTION),
    "gave 3 g of concentrate to a person of 19, at 21": (
        TO_19 | HASH | {"concentrate_grams": 3},
        MISDEMEANOR,
    ),
    "gave 20 g to an adult of 21, at 20": (TO_ADULT | AT_20, MISDEMEANOR_TO_INFRACTION),
    "gave 20 g to one not known to be a minor": (
        {"conduct": "gave_away", "recipient_age": "unsure"},
        MISDEMEANOR_TO_DISMISSED,
    ),
    "conduct not known, 20 g, 21": ({"conduct": "unsure"}, MISDEMEANOR_TO_DISMISSED),
    "conduct not known, 20 g, 20": ({"conduct": "unsure"} | AT_20, MISDEMEANOR_TO_INFRACTION),
    "sold, 17 in juvenile court": (
        {"conduct": "sold", "age_at_offense": 17, "jurisdiction": "california_juvenile"},
        JUVENILE,
    ),
    "sold, 17 in adult court": ({"conduct": "sold", "age_at_offense": 17}, MINOR_IN_ADULT_COURT),
    "moved 20 g for own use, last day of 2015": (
        OWN_USE | {"offense_date": "2015-12-31", "conviction_date": "2016-06-01"},
        MISDEMEANOR_TO_DISMISSED,
    ),
    "moved 20 g for own use, perhaps in 2016": (
        OWN_USE | {"offense_date": None, "conviction_date": "2016-06-01"},
        MISDEMEANOR_TO_DISMISSED,
    ),
    "moved 20 g for own use, 2016-01-01: (a) no longer meant that": (OWN_USE | FROM_2016, OPEN_TO_DISMISSED),
    "sold 20 g in 2016": (FROM_2016 | {"conduct": "sold"}, MISDEMEANOR),
    "moved 20 g for own use, called a misdemeanor: the law of the time had none": (
        OWN_USE | {"level": "misdemeanor"},
        OPEN_TO_DISMISSED,
    ),
    "moved 60 g for own use in 2016": (OWN_USE | FROM_2016 | {"flower_grams": 60}, OPEN_TO_MISDEMEANOR),
}
LETTER_B = {
    "moved 20 g, 21": (OWN_USE, DISMISSED),
    "moved, weight not known: the letter says it": (OWN_USE | {"flower_grams": "unsure"}, DISMISSED),
    "moved 20 g in 2016, 21": (OWN_USE | FROM_2016, DISMISSED),
    "moved 20 g, 20": (OWN_USE | AT_20, INFRACTION),
    "gave 10 g to a person of 22, at 24": (TO_ADULT, DISMISSED),
    "gave 10 g to a person of 19, at 24": (TO_19, INFRACTION),
    "gave 10 g to a person of 22, at 20": (TO_ADULT | AT_20, INFRACTION),
    "gave 10 g to one not known to be a minor": (
        {"conduct": "gave_away", "recipient_age": "unsure"},
        INFRACTION_TO_DISMISSED,
    ),
    "gave 10 g to one of an age not known": (
        {"conduct": "gave_away", "recipient_age": "unsure", "sold_to_minor": "unsure"},
        OPEN_TO_DISMISSED,
    ),
    "gave 10 g to a person of 17: an infraction, or a felony": (TO_17, OPEN_TO_INFRACTION),
    "gave 10 g to a person of 17, at 17": (TO_17 | {"age_at_offense": 17}, MINOR_IN_ADULT_COURT),
    "conduct not known, 21": ({"conduct": "unsure"}, INFRACTION_TO_DISMISSED),
}
WITHOUT_LETTER = {
    "felony, moved 20 g: only (a) could be one": (OWN_USE | {"level": "felony"}, MISDEMEANOR_TO_DISMISSED),
    "misdemeanor, moved 20 g: only (b) could be one": (OWN_USE | {"level": "misdemeanor"}, DISMISSED),
    "level not known, moved 20 g: (a) or (b)": (OWN_USE, MISDEMEANOR_TO_DISMISSED),
    "level not known, sold 20 g: (b) does not fit": ({"conduct": "sold"}, MISDEMEANOR),
    "felony, sold 20 g": ({"conduct": "sold", "level": "felony"}, MISDEMEANOR),
    "misdemeanor, sold 20 g: (b) does not fit, (a) was a felony": (
        {"conduct": "sold", "level": "misdemeanor"},
        OPEN_TO_MISDEMEANOR,
    ),
    "level not known, moved 20 g for own use in 2016: (a) did not mean that": (
        OWN_USE | FROM_2016,
        OPEN_TO_DISMISSED,
    ),
    "felony, moved 20 g for own use in 2016": (OWN_USE | FROM_2016 | {"level": "felony"}, OPEN_TO_DISMISSED),
    "misdemeanor, moved 20 g for own use in 2016: (b)": (
        OWN_USE | FROM_2016 | {"level": "misdemeanor"},
        DISMISSED,
    ),
}


@table(LETTER_A)
def test_letter_a_is_a_misdemeanor_or_what_the_conduct_may_be(
    facts: Facts, expected: tuple[str, ...]
) -> None:
    assert answer(decide(**A | facts)) == expected


@table(LETTER_B)
def test_letter_b_is_lawful_or_an_infraction(facts: Facts, expected: tuple[str, ...]) -> None:
    assert answer(decide(**B | facts)) == expected


@table(WITHOUT_LETTER)
def test_without_a_letter_both_readings_count(facts: Facts, expected: tuple[str, ...]) -> None:
    assert answer(decide(**NO_LETTER | facts)) == expected
