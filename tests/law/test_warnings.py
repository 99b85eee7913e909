"""What to know before acting on an answer, and where else to turn (specification 2.4, 2.7, 4; C2, C10, C11)."""

from __future__ import annotations

from typing import Any

from tests.law.records import LEFT_OUT, count, decide, decide_all, record, table

Facts = dict[str, Any]
LITTLE: Facts = {"section": "11357(b)", "level": "misdemeanor", "drug_form": "flower", "flower_grams": 10}
LARGE: Facts = LITTLE | {"section": "11357(c)", "flower_grams": 60}
GROWING: Facts = {"section": "11358", "level": "felony", "plants": 7, "home_grow_lawful": "no"}
FOR_SALE: Facts = {"section": "11359", "level": "felony"}
SELLING: Facts = {"section": "11360(a)", "level": "felony", "conduct": "sold"}
BURGLARY: Facts = {"code": "PC", "section": "459"}
SERVING: Facts = {"sentence_status": "in_custody"}
JUVENILE: Facts = {"jurisdiction": "california_juvenile", "age_at_offense": 16}
STRIKE = [{"conviction_date": "1990", "court": "adult"}]

WARNED = {
    "every petition": ("PUBLIC_SAFETY", LITTLE | SERVING, True),
    "a petition on probation": ("PUBLIC_SAFETY", FOR_SALE | {"sentence_status": "supervised"}, True),
    "an application": ("PUBLIC_SAFETY", LITTLE, False),
    "a sentence not known": ("PUBLIC_SAFETY", LITTLE | {"sentence_status": "unsure"}, False),
    "a juvenile case": ("PUBLIC_SAFETY", FOR_SALE | JUVENILE | SERVING, False),
    "serving, but nothing to file": ("PUBLIC_SAFETY", LARGE | SERVING, False),
    "a petition up to dismissal": ("PETITION_NO_SEALING", LITTLE | SERVING, True),
    "a petition up to a misdemeanor": ("PETITION_NO_SEALING", FOR_SALE | SERVING, False),
    "an application up to dismissal": ("PETITION_NO_SEALING", LITTLE, False),
    "counted, though none found": ("PRIORS_COUNTED", FOR_SALE, True),
    "counted for many plants": ("PRIORS_COUNTED", GROWING, True),
    "counted for a sale": ("PRIORS_COUNTED", SELLING, True),
    "counted beside an exception": ("PRIORS_COUNTED", FOR_SALE | {"super_strike": STRIKE}, True),
    "told, none found": ("PRIORS_COUNTED", FOR_SALE | {"earlier_same_section": 0}, False),
    "told as not known": ("PRIORS_COUNTED", FOR_SALE | {"earlier_same_section": "unsure"}, False),
    "no third of possession": ("PRIORS_COUNTED", LITTLE, False),
    "no third of few plants": ("PRIORS_COUNTED", GROWING | {"plants": 4}, False),
    "no third of a minor": ("PRIORS_COUNTED", FOR_SALE | JUVENILE, False),
    "no third of 11360(b)": (
        "PRIORS_COUNTED",
        SELLING | {"section": "11360(b)", "level": "misdemeanor", "conduct": "transported"},
        False,
    ),
    "an order, which one not known": ("WHICH_ORDER", LITTLE | {"later_relief": ["prop_64_order"]}, True),
    "both orders named": (
        "WHICH_ORDER",
        LITTLE | {"later_relief": ["prop_64_order", "prop_64_dismissed"]},
        False,
    ),
    "lowered, and an order": (
        "WHICH_ORDER",
        LITTLE | {"later_relief": ["prop_64_redesignated", "prop_64_order"]},
        True,
    ),
    "dismissed": ("WHICH_ORDER", LITTLE | {"later_relief": ["prop_64_dismissed"]}, False),
    "an order for an arrest": (
        "WHICH_ORDER",
        LITTLE | {"outcome": "arrest_only", "later_relief": ["prop_64_order"]},
        False,
    ),
    "orders not known": ("CHECK_FIRST", LITTLE | {"later_relief": "unsure"}, True),
    "orders not said": ("CHECK_FIRST", FOR_SALE | {"later_relief": LEFT_OUT}, True),
    "orders not known, not covered": ("CHECK_FIRST", BURGLARY | {"later_relief": "unsure"}, True),
    "orders not known, an arrest": (
        "CHECK_FIRST",
        LITTLE | {"later_relief": "unsure", "outcome": "arrest_only"},
        False,
    ),
    "orders not known, another court": (
        "CHECK_FIRST",
        LITTLE | {"later_relief": "unsure", "jurisdiction": "federal"},
        False,
    ),
    "orders not known, after the Act": (
        "CHECK_FIRST",
        LITTLE | {"later_relief": "unsure", "offense_date": "2017", "conviction_date": "2017"},
        False,
    ),
    "no orders": ("CHECK_FIRST", LITTLE, False),
    "a lighter penalty in the same class": (
        "SAME_CLASS_REVIEW",
        LITTLE | {"section": "11357(d)", "on_school_grounds": "yes"},
        True,
    ),
    "no lighter penalty": ("SAME_CLASS_REVIEW", LARGE, False),
    "immigration, where something is filed": ("IMMIGRATION", LITTLE, True),
    "immigration, where nothing is": ("IMMIGRATION", LARGE, False),
    "DNA, where a conviction stays": ("DNA", FOR_SALE, True),
    "DNA, where none stays": ("DNA", LITTLE, False),
}
TURNED = {
    "an arrest": (
        LITTLE | {"outcome": "arrest_only"},
        ("ARREST_SEALING_851_91", "RECORD_DESTRUCTION_11361_5"),
    ),
    "a diversion": (
        LITTLE | {"outcome": "diverted"},
        ("DIVERSION_1203_43", "ARREST_SEALING_851_91", "RECORD_DESTRUCTION_11361_5"),
    ),
    "a federal court": (LITTLE | {"jurisdiction": "federal"}, ("FEDERAL_PARDON", "ASK_LAWYER")),
    "another state": (LITTLE | {"jurisdiction": "other_state"}, ("OTHER_STATE_COURT",)),
    "a tribal or military court": (LITTLE | {"jurisdiction": "tribal_or_military"}, ("ASK_LAWYER",)),
    "cleared": (LITTLE | {"later_relief": ["prop_64_dismissed"]}, ()),
    "another section": (BURGLARY, ("DISMISSAL_1203",)),
    "a conspiracy": (FOR_SALE | {"prefix": "conspiracy"}, ("REDUCE_17B", "DISMISSAL_1203")),
    "a plea": (
        {"section": "11364", "pleaded_down_from_marijuana": "yes"},
        ("ASK_PROSECUTOR", "ASK_LAWYER", "DISMISSAL_1203"),
    ),
    "a section not known": ({"section": None}, ("CHECK_COURT_FILE", "ASK_LAWYER", "DISMISSAL_1203")),
    "a felony exception": (
        FOR_SALE | {"super_strike": STRIKE},
        ("ASK_AUTOMATIC_RELIEF", "ASK_LAWYER_WOBBLER", "DISMISSAL_1203"),
    ),
    "the same class": (LARGE, ("RECORD_DESTRUCTION_11361_5", "DISMISSAL_1203")),
    "at a school": (
        LITTLE | {"section": "11357(d)", "on_school_grounds": "yes"},
        ("RECORD_DESTRUCTION_11361_5", "DISMISSAL_1203"),
    ),
    "at a school under 18, in adult court": (
        LITTLE | {"section": "11357(e)", "on_school_grounds": "yes", "age_at_offense": 17},
        ("ASK_LAWYER", "RECORD_DESTRUCTION_11361_5", "DISMISSAL_1203"),
    ),
    "concentrate": (
        LITTLE | {"section": "11357(a)", "level": "felony", "drug_form": "concentrate", "flower_grams": 0},
        ("DISMISSAL_1203",),
    ),
    "a little moved": (
        SELLING | {"section": "11360(b)", "level": "misdemeanor", "conduct": "transported"},
        ("RECORD_DESTRUCTION_11361_5",),
    ),
    "a sale": (SELLING, ("DISMISSAL_1203",)),
    "an old number": (
        {"section": "11530"},
        ("CHECK_COURT_FILE", "ASK_LAWYER", "RECORD_DESTRUCTION_11361_5", "DISMISSAL_1203"),
    ),
    "a juvenile court": (FOR_SALE | JUVENILE, ("JUVENILE_SEALING_781",)),
    "a dismissal": (LITTLE, ("RECORD_DESTRUCTION_11361_5",)),
}


@table(WARNED, "code, facts, warned")
def test_a_warning_stands_where_it_matters(code: str, facts: Facts, *, warned: bool) -> None:
    assert (code in decide(**facts).warnings) is warned


@table(TURNED, "facts, expected")
def test_there_is_another_way_beside_or_in_place_of_relief(facts: Facts, expected: tuple[str, ...]) -> None:
    assert decide(**facts).fallbacks == expected


def test_a_number_told_that_is_smaller_than_the_records_own_is_not_used() -> None:
    earlier = FOR_SALE | {"id": "c2", "case_number": "BA000002", "conviction_date": "2005-05-01"}

    (one, _other) = decide_all(
        record(count(**FOR_SALE, earlier_same_section=0), count(**earlier))
    ).determinations

    assert "PRIORS_COUNTED" in one.warnings


def test_a_number_told_that_the_record_bears_out_needs_no_warning() -> None:
    earlier = FOR_SALE | {"id": "c2", "case_number": "BA000002", "conviction_date": "2005-05-01"}

    (one, _other) = decide_all(
        record(count(**FOR_SALE, earlier_same_section=1), count(**earlier))
    ).determinations

    assert "PRIORS_COUNTED" not in one.warnings


def test_a_case_of_which_a_part_stays_is_called_mixed() -> None:
    found = decide_all(record(count(**FOR_SALE), count(**BURGLARY | {"id": "c2"}))).determinations

    assert ["MIXED" in one.warnings for one in found] == [True, False]
