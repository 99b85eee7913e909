"""The class on the record: the law of the time, the stated level, later orders (clarification C10)."""

from __future__ import annotations

from typing import Any

from petitions.law.on_record import Orders, Recorded, levels_of
from petitions.law.terms import Level
from tests.law.answers import (
    CLEARED,
    DISMISSED,
    INFRACTION,
    MISDEMEANOR,
    NOTHING_LOWER,
    OPEN_TO_DISMISSED,
    OPEN_TO_INFRACTION,
    OPEN_TO_MISDEMEANOR,
    STILL_A_FELONY,
)
from tests.law.records import LEFT_OUT, answer, decide, table

Facts = dict[str, Any]
AT_19: Facts = {"section": "11357(b)", "age_at_offense": 19, "drug_form": "flower", "flower_grams": 10}
GROWING: Facts = {"section": "11358", "level": "felony", "plants": 4, "home_grow_lawful": "yes"}
SEVEN: Facts = GROWING | {"plants": 7}
HASH: Facts = {"section": "11357(a)", "level": "felony", "drug_form": "concentrate", "concentrate_grams": 12}
STRIKE = [{"conviction_date": "1990", "court": "adult"}]
REDESIGNATED: Facts = {"later_relief": ["prop_64_redesignated"]}

SMALL_POSSESSION = {
    "offense of 2010-12-31, convicted in 2010": ("2010-12-30", "2010-12-31", INFRACTION),
    "offense of 2010-12-31, convicted in 2011: either class": (
        "2010-12-31",
        "2011-01-20",
        OPEN_TO_INFRACTION,
    ),
    "offense of 2010-12-31, convicted on 2011-01-01: either class": (
        "2010-12-31",
        "2011-01-01",
        OPEN_TO_INFRACTION,
    ),
    "offense of 2011-01-01: an infraction then": ("2011-01-01", "2011-02-01", NOTHING_LOWER),
    "offense of 2010 or 2011, convicted in 2011": (None, "2011-02-01", OPEN_TO_INFRACTION),
    "offense date not known, convicted in 2010": (None, "2010-06-01", INFRACTION),
    "offense of 2010, conviction date not known": ("2010-06-01", None, OPEN_TO_INFRACTION),
}
LEVELS = {
    "11357(b) of 2005, misdemeanor stated": (AT_19 | {"level": "misdemeanor"}, INFRACTION),
    "11357(b) of 2005, infraction stated: perhaps lowered": (
        AT_19 | {"level": "infraction"},
        OPEN_TO_INFRACTION,
    ),
    "11357(a), level not known, 5 g": (HASH | {"level": "unsure", "concentrate_grams": 5}, DISMISSED),
    "11357(a), level not known, 12 g": (HASH | {"level": "unsure"}, OPEN_TO_MISDEMEANOR),
    "11357(c), felony stated, which it never was": (
        {"section": "11357(c)", "level": "felony", "drug_form": "flower", "flower_grams": 60},
        OPEN_TO_MISDEMEANOR,
    ),
    "11360(a), misdemeanor stated, sold": (
        {"section": "11360(a)", "level": "misdemeanor", "conduct": "sold"},
        OPEN_TO_MISDEMEANOR,
    ),
    "11360(b), level not known": (
        {"section": "11360(b)", "conduct": "transported", "age_at_offense": 19},
        INFRACTION,
    ),
}
MINOR_THING = Recorded("11357", True, None, Orders(), frozenset({Level.INFRACTION}), False)
SALE = MINOR_THING._replace(section="11359", has_letter=False)
ON_THE_RECORD = {
    "11359": (None, SALE, "felony"),
    "11359 before 1976": (None, SALE._replace(may_be_before_1976=True), "felony"),
    "11357(c)": ("c", MINOR_THING, "misdemeanor"),
    "11357(e)": ("e", MINOR_THING, "misdemeanor"),
    "11357(c) before 1976": ("c", MINOR_THING._replace(may_be_before_1976=True), "misdemeanor"),
    "11357 without a letter, before 1976": (
        "b",
        MINOR_THING._replace(has_letter=False, may_be_before_1976=True),
        "felony infraction misdemeanor",
    ),
    "11357(b), an infraction": ("b", MINOR_THING, "infraction"),
    "11357(b), an infraction, reduced under § 17(b): only a felony can be": (
        "b",
        MINOR_THING._replace(orders=Orders(lowered=True)),
        "infraction",
    ),
    "11359, called a misdemeanor": (None, SALE._replace(level=Level.MISDEMEANOR), "felony misdemeanor"),
    "11359, called an infraction, lowered under Proposition 64": (
        None,
        SALE._replace(level=Level.INFRACTION, orders=Orders(redesignated=True)),
        "infraction misdemeanor",
    ),
    "11359, called a misdemeanor, lowered under Proposition 64": (
        None,
        SALE._replace(level=Level.MISDEMEANOR, orders=Orders(redesignated=True)),
        "misdemeanor",
    ),
    "11357(b), called a felony, lowered under Proposition 64": (
        "b",
        MINOR_THING._replace(level=Level.FELONY, orders=Orders(redesignated=True)),
        "infraction misdemeanor",
    ),
}
ORDERS = {
    "none": (SEVEN, MISDEMEANOR),
    "reduced under § 17(b): nothing lower": (SEVEN | {"later_relief": ["reduced_17b"]}, NOTHING_LOWER),
    "reduced under Proposition 47: nothing lower": (HASH | {"later_relief": ["prop_47"]}, NOTHING_LOWER),
    "reduced under § 17(b), lawful today": (GROWING | {"later_relief": ["reduced_17b"]}, DISMISSED),
    "reduced, with a level that it could not be": (
        SEVEN | {"level": "misdemeanor", "later_relief": ["reduced_17b"]},
        NOTHING_LOWER,
    ),
    "dismissed under § 1203.4: changes nothing": (SEVEN | {"later_relief": ["dismissed_1203"]}, MISDEMEANOR),
    "not known: taken as none": (SEVEN | {"later_relief": "unsure"}, MISDEMEANOR),
    "not said: taken as none": (SEVEN | {"later_relief": LEFT_OUT}, MISDEMEANOR),
    "dismissed under Proposition 64": (SEVEN | {"later_relief": ["prop_64_dismissed"]}, CLEARED),
    "an order under Proposition 64, which one not known": (
        SEVEN | {"later_relief": ["prop_64_order"]},
        CLEARED,
    ),
    "dismissed after it was lowered": (
        SEVEN | {"later_relief": ["prop_64_redesignated", "prop_64_dismissed"]},
        CLEARED,
    ),
    "lowered under Proposition 64, 7 plants: nothing is left": (SEVEN | REDESIGNATED, CLEARED),
    "lowered, 4 plants at home: dismissal is left": (GROWING | REDESIGNATED, OPEN_TO_DISMISSED),
    "lowered, 4 plants, home rules broken": (
        GROWING | REDESIGNATED | {"home_grow_lawful": "no"},
        OPEN_TO_INFRACTION,
    ),
    "lowered, plants not known": (GROWING | REDESIGNATED | {"plants": "unsure"}, OPEN_TO_DISMISSED),
    "lowered, misdemeanor stated: that is the level after it": (
        GROWING | REDESIGNATED | {"level": "misdemeanor", "home_grow_lawful": "no"},
        OPEN_TO_INFRACTION,
    ),
    "lowered, infraction stated, home rules broken": (
        GROWING | REDESIGNATED | {"level": "infraction", "home_grow_lawful": "no"},
        OPEN_TO_INFRACTION,
    ),
    "lowered, felony stated for what never was one": (
        {"section": "11360(b)", "level": "felony", "conduct": "transported", "age_at_offense": 19}
        | REDESIGNATED,
        OPEN_TO_INFRACTION,
    ),
    "lowered to an infraction, lawful today": (
        {"section": "11357(b)", "level": "misdemeanor", "drug_form": "flower", "flower_grams": 10}
        | REDESIGNATED,
        OPEN_TO_DISMISSED,
    ),
    "lowered to an infraction, an infraction today": (
        AT_19 | {"level": "misdemeanor"} | REDESIGNATED,
        CLEARED,
    ),
    "reduced, then lowered to an infraction, 4 plants": (
        GROWING | {"later_relief": ["reduced_17b", "prop_64_redesignated"]},
        OPEN_TO_DISMISSED,
    ),
    "reduced, then lowered to an infraction, home rules broken": (
        GROWING | {"home_grow_lawful": "no", "later_relief": ["reduced_17b", "prop_64_redesignated"]},
        CLEARED,
    ),
    "lowered, at a school under 18: a misdemeanor became an infraction": (
        {
            "section": "11357(e)",
            "on_school_grounds": "yes",
            "age_at_offense": 16,
            "jurisdiction": "california_juvenile",
        }
        | REDESIGNATED,
        CLEARED,
    ),
    "lowered, an infraction already: it stays one": (
        AT_19
        | REDESIGNATED
        | {"level": "infraction", "offense_date": "2012-03-01", "conviction_date": "2012-06-01"},
        CLEARED,
    ),
    "reduced under § 17(b) at 20, 4 plants: a misdemeanor became an infraction": (
        GROWING | {"age_at_offense": 20, "later_relief": ["reduced_17b"]},
        INFRACTION,
    ),
    "lowered in spite of a super strike": (SEVEN | REDESIGNATED | {"super_strike": STRIKE}, CLEARED),
    "a super strike, not lowered": (SEVEN | {"super_strike": STRIKE}, STILL_A_FELONY),
    "lowered, a section that does not matter here": ({"section": "11361"} | REDESIGNATED, CLEARED),
}


@table(SMALL_POSSESSION, "offense, convicted, expected")
def test_small_possession_was_a_misdemeanor_before_2011_and_an_infraction_since(
    offense: str | None, convicted: str | None, expected: tuple[str, ...]
) -> None:
    dates = {"offense_date": offense, "conviction_date": convicted}

    assert answer(decide(**AT_19 | dates, level="unsure")) == expected


@table(LEVELS)
def test_the_level_stated_counts_as_far_as_the_law_of_the_time_allowed_it(
    facts: Facts, expected: tuple[str, ...]
) -> None:
    assert answer(decide(**facts)) == expected


@table(ON_THE_RECORD, "letter, recorded, levels")
def test_the_classes_that_may_stand_on_the_record(
    letter: str | None, recorded: Recorded, levels: str
) -> None:
    assert " ".join(sorted(levels_of(letter, recorded))) == levels


@table(ORDERS)
def test_a_later_order_changes_the_class_or_ends_the_matter(facts: Facts, expected: tuple[str, ...]) -> None:
    assert answer(decide(**facts)) == expected


def test_what_was_lowered_keeps_the_paper_of_its_sentence() -> None:
    assert decide(**GROWING | REDESIGNATED).track == "APPLICATION_E"
    assert decide(**GROWING | REDESIGNATED, sentence_status="supervised").track == "PETITION_A"
    assert decide(**SEVEN | REDESIGNATED).track == "NONE"
