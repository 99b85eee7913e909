"""The felony exceptions E1 to E7 of §§ 11358 to 11360: a yes, a no, not known (specification 1.3; C12)."""

from __future__ import annotations

from typing import Any

import pytest

from tests.law.answers import (
    DISMISSED,
    JUVENILE,
    MISDEMEANOR,
    MISDEMEANOR_TO_DISMISSED,
    MISDEMEANOR_TO_INFRACTION,
    NOTHING_LOWER,
    OPEN_TO_DISMISSED,
    OPEN_TO_INFRACTION,
    OPEN_TO_MISDEMEANOR,
    STILL_A_FELONY,
)
from tests.law.records import LEFT_OUT, answer, decide, table

Facts = dict[str, Any]
BEFORE = [{"conviction_date": "1990", "court": "adult"}]
GROWING: Facts = {"section": "11358", "level": "felony", "plants": 7, "home_grow_lawful": "no"}
FOR_SALE: Facts = {"section": "11359", "level": "felony"}
SELLING: Facts = {
    "section": "11360",
    "subdivision": "a",
    "level": "felony",
    "drug_form": "flower",
    "flower_grams": 20,
    "recipient_age": "none",
    "conduct": "sold",
}
ACROSS: Facts = SELLING | {"conduct": "imported"}
SECTIONS = pytest.mark.parametrize(
    "section", [GROWING, FOR_SALE, SELLING], ids=["11358", "11359", "11360(a)"]
)

PERSONS = {
    "E1, a super strike before": ({"super_strike": BEFORE}, STILL_A_FELONY),
    "E1 not known": ({"super_strike": "unsure"}, OPEN_TO_MISDEMEANOR),
    "E1 not said is not known": ({"super_strike": LEFT_OUT}, OPEN_TO_MISDEMEANOR),
    "E2, an offense of § 290(c) before": ({"sex_offense": BEFORE}, STILL_A_FELONY),
    "E2 not known": ({"sex_offense": "unsure"}, OPEN_TO_MISDEMEANOR),
    "E2, registers by discretion only": ({"sex_offense": "discretionary"}, OPEN_TO_MISDEMEANOR),
    "E3, a third conviction: not settled, so never a no": ({"earlier_same_section": 2}, OPEN_TO_MISDEMEANOR),
    "E3, a second conviction": ({"earlier_same_section": 1}, MISDEMEANOR),
    "E3 not known": ({"earlier_same_section": "unsure"}, OPEN_TO_MISDEMEANOR),
    "E3 left out is counted from the record": ({"earlier_same_section": LEFT_OUT}, MISDEMEANOR),
    "E1 with everything else not known": (
        {"super_strike": BEFORE, "sex_offense": "unsure", "earlier_same_section": "unsure"},
        STILL_A_FELONY,
    ),
    "the exceptions are for 18 or older": (
        {"super_strike": BEFORE, "age_at_offense": 17, "jurisdiction": "california_juvenile"},
        JUVENILE,
    ),
    "at 18 they reach": ({"super_strike": BEFORE, "age_at_offense": 18}, STILL_A_FELONY),
    "with an age not known, a minor's infraction stays open": (
        {"super_strike": BEFORE, "age_at_offense": None},
        OPEN_TO_INFRACTION,
    ),
    "a misdemeanor since under Proposition 47 has nothing lower anyway": (
        {"super_strike": BEFORE, "later_relief": ["prop_47"]},
        NOTHING_LOWER,
    ),
}
UNTOUCHED = {
    "11357(a)": ({"section": "11357(a)", "level": "felony", "concentrate_grams": 5}, DISMISSED),
    "11357(b)": ({"section": "11357(b)", "level": "misdemeanor"}, DISMISSED),
    "11358 with 6 plants": (GROWING | {"plants": 6, "home_grow_lawful": "yes"}, DISMISSED),
    "11360(b)": (
        SELLING | {"subdivision": "b", "level": "misdemeanor", "conduct": "transported"},
        DISMISSED,
    ),
}
E4 = {
    "11359, knowingly to a minor": (FOR_SALE | {"sold_to_minor": "yes"}, STILL_A_FELONY),
    "11359, not known": (FOR_SALE | {"sold_to_minor": "unsure"}, OPEN_TO_MISDEMEANOR),
    "11359, by a person of 19": (FOR_SALE | {"sold_to_minor": "yes", "age_at_offense": 19}, STILL_A_FELONY),
    "11358 does not ask": (GROWING | {"sold_to_minor": "yes"}, MISDEMEANOR),
    "11360(a), knowingly to a minor": (
        SELLING | {"recipient_age": "under_18", "sold_to_minor": "yes"},
        STILL_A_FELONY,
    ),
    "11360(a), to a minor, not knowingly": (SELLING | {"recipient_age": "under_18"}, OPEN_TO_MISDEMEANOR),
    "11360(a), offered to a minor, not knowingly": (
        SELLING | {"conduct": "offered_to_sell", "recipient_age": "under_18"},
        OPEN_TO_MISDEMEANOR,
    ),
    "11360(a), moved for sale, a minor near by": (
        SELLING | {"conduct": "transported_for_sale", "recipient_age": "under_18"},
        MISDEMEANOR_TO_INFRACTION,
    ),
    "11360(a), given to a minor, not knowingly": (
        SELLING | {"conduct": "gave_away", "recipient_age": "under_18"},
        ("NEEDS_REVIEW", "NONE", "INFRACTION"),
    ),
    "11360(a), given to a minor, knowingly": (
        SELLING | {"conduct": "gave_away", "recipient_age": "under_18", "sold_to_minor": "yes"},
        STILL_A_FELONY,
    ),
    "11360(a), brought in, a minor near by": (ACROSS | {"recipient_age": "under_18"}, MISDEMEANOR),
    "11360(a), conduct not known, a minor, not knowingly": (
        SELLING | {"conduct": "unsure", "recipient_age": "under_18"},
        OPEN_TO_DISMISSED,
    ),
}
CALLED_A_MISDEMEANOR: Facts = {"super_strike": BEFORE, "level": "misdemeanor"}
E5 = {
    "11359, a helper of 19, at 21": (
        FOR_SALE | {"hired_under_21": "yes", "age_at_offense": 21},
        STILL_A_FELONY,
    ),
    "11359, not known, at 30": (FOR_SALE | {"hired_under_21": "unsure"}, OPEN_TO_MISDEMEANOR),
    "11359, a helper of 19, at 20": (FOR_SALE | {"hired_under_21": "yes", "age_at_offense": 20}, MISDEMEANOR),
    "11359, a helper of 19, at 20 or 21: one age each": (
        FOR_SALE
        | {
            "hired_under_21": "yes",
            "age_at_offense": None,
            "date_of_birth": "1984-06",
            "offense_date": "2005-06",
        },
        OPEN_TO_MISDEMEANOR,
    ),
    "11358 does not ask": (GROWING | {"hired_under_21": "yes"}, MISDEMEANOR),
    "11360(a) does not ask": (SELLING | {"hired_under_21": "yes"}, MISDEMEANOR),
}
E6 = {
    "in, 28.5 g": (ACROSS | {"flower_grams": 28.5}, MISDEMEANOR),
    "in, 28.6 g": (ACROSS | {"flower_grams": 28.6}, STILL_A_FELONY),
    "out, 40 pounds": (ACROSS | {"conduct": "exported", "flower_grams": 18144}, STILL_A_FELONY),
    "in, 4 g of concentrate": (
        ACROSS | {"drug_form": "concentrate", "flower_grams": 0, "concentrate_grams": 4},
        MISDEMEANOR,
    ),
    "in, 5 g of concentrate": (
        ACROSS | {"drug_form": "concentrate", "flower_grams": 0, "concentrate_grams": 5},
        STILL_A_FELONY,
    ),
    "in, at most 8 g of concentrate leaves 4 g open": (
        ACROSS | {"drug_form": "concentrate", "flower_grams": 0, "concentrate_grams": "at_most_8"},
        OPEN_TO_MISDEMEANOR,
    ),
    "in, flower of a weight not known": (ACROSS | {"flower_grams": "unsure"}, OPEN_TO_MISDEMEANOR),
    "in, 10 g of flower and 5 g of concentrate": (
        ACROSS | {"drug_form": "flower", "flower_grams": 10, "concentrate_grams": 5},
        STILL_A_FELONY,
    ),
    "moved for sale within the state, 40 pounds": (
        ACROSS | {"conduct": "transported_for_sale", "flower_grams": 18144},
        MISDEMEANOR,
    ),
    "conduct not known, 60 g: perhaps across the line": (
        ACROSS | {"conduct": "unsure", "flower_grams": 60},
        OPEN_TO_MISDEMEANOR,
    ),
    "conduct not known, 20 g: too little for it": (
        ACROSS | {"conduct": "unsure", "age_at_offense": 20},
        MISDEMEANOR_TO_INFRACTION,
    ),
}
E7 = {
    "50 plants, a creek was moved": (GROWING | {"plants": 50, "environmental_harm": "yes"}, STILL_A_FELONY),
    "50 plants, not known": (GROWING | {"plants": 50, "environmental_harm": "unsure"}, OPEN_TO_MISDEMEANOR),
    "plants not known, a creek was moved: few plants stay open": (
        GROWING | {"plants": "unsure", "environmental_harm": "yes"},
        OPEN_TO_INFRACTION,
    ),
    "6 plants, a creek was moved": (
        GROWING | {"plants": 6, "home_grow_lawful": "yes", "environmental_harm": "yes"},
        DISMISSED,
    ),
    "11359 does not ask": (FOR_SALE | {"environmental_harm": "yes"}, MISDEMEANOR),
}
OWN_USE = {
    "20 g of own use beside a super strike": (
        SELLING | {"conduct": "transported", "super_strike": BEFORE},
        OPEN_TO_DISMISSED,
    ),
    "60 g of own use beside a super strike is what § 11357 gives": (
        SELLING | {"conduct": "transported", "flower_grams": 60, "super_strike": BEFORE},
        OPEN_TO_MISDEMEANOR,
    ),
    "20 g of own use without": (SELLING | {"conduct": "transported"}, MISDEMEANOR_TO_DISMISSED),
}


def test_the_exception_is_named_also_where_the_level_was_perhaps_lowered() -> None:
    assert answer(decide(**FOR_SALE | CALLED_A_MISDEMEANOR)) == STILL_A_FELONY


@SECTIONS
@table(PERSONS)
def test_a_history_reaches_growing_much_having_for_sale_and_selling(
    section: Facts, facts: Facts, expected: tuple[str, ...]
) -> None:
    assert answer(decide(**section | facts)) == expected


@table(UNTOUCHED)
def test_no_history_reaches_what_is_small_today(facts: Facts, expected: tuple[str, ...]) -> None:
    history = {"super_strike": BEFORE, "sex_offense": BEFORE, "earlier_same_section": 5}

    assert answer(decide(**facts | history)) == expected


@table(E4)
def test_a_sale_to_a_minor_can_still_be_a_felony(facts: Facts, expected: tuple[str, ...]) -> None:
    assert answer(decide(**facts)) == expected


@table(E5)
def test_a_helper_of_20_or_younger_counts_from_21(facts: Facts, expected: tuple[str, ...]) -> None:
    assert answer(decide(**facts)) == expected


@table(E6)
def test_much_across_the_state_line_can_still_be_a_felony(facts: Facts, expected: tuple[str, ...]) -> None:
    assert answer(decide(**facts)) == expected


@table(E7)
def test_harm_to_the_environment_counts_beside_many_plants(facts: Facts, expected: tuple[str, ...]) -> None:
    assert answer(decide(**facts)) == expected


@table(OWN_USE)
def test_moving_for_own_use_is_judged_without_exceptions(facts: Facts, expected: tuple[str, ...]) -> None:
    assert answer(decide(**facts)) == expected
