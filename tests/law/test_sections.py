"""Which offense the record names: spellings, prefixes, old and unsettled numbers (clarifications C5 to C7)."""

from __future__ import annotations

from typing import Any

import pytest

from petitions.law.sections import Charge, Kind, normal_code, read_charge
from petitions.law.terms import Prefix
from tests.law.answers import (
    CLEARED,
    DISMISSED,
    MISDEMEANOR,
    NOTHING_LOWER,
    OPEN_TO_DISMISSED,
    OPEN_TO_INFRACTION,
    OPEN_TO_MISDEMEANOR,
    SECTION_NOT_COVERED,
    STILL_A_FELONY,
)
from tests.law.records import LEFT_OUT, answer, decide, table

Facts = dict[str, Any]
FLOWER: Facts = {"drug_form": "flower", "flower_grams": 10}
STRIKE = [{"conviction_date": "1990", "court": "adult"}]
PLEADABLE = ("11350", "11364", "11364.7", "11365", "11366", "11366.5", "11377", "11378", "11379.6", "11550")

CODES = {
    "HS": ("HS", "HS"),
    "H&S": ("H&S", "HS"),
    "H & S": ("H & S", "HS"),
    "HSC": ("HSC", "HS"),
    "hs": ("hs", "HS"),
    "in words": ("Health and Safety", "HS"),
    "with Code": ("Health & Safety Code", "HS"),
    "in California style": ("Health & Saf. Code", "HS"),
    "H.S. Code": ("H.S. Code", "HS"),
    "Health & Saf.": ("Health & Saf.", "HS"),
    "PC": ("PC", "PC"),
    "Pen.": ("Pen.", "PC"),
    "Penal": ("Penal", "PC"),
    "Pen. Code": ("Pen. Code", "PC"),
    "Penal Code": ("Penal Code", "PC"),
    "another": ("veh", "VEH"),
    "punctuation alone": ("-", None),
    "none": (None, None),
}
SPELLINGS = {
    "apart": (("11357", "b"), ("11357", "b")),
    "in one": (("11357(b)", None), ("11357", "b")),
    "with a section sign and spaces": (("§ 11357 (b)", None), ("11357", "b")),
    "in capitals": (("11357 B", None), ("11357", "b")),
    "in brackets": (("11357", "(b)"), ("11357", "b")),
    "with a paragraph: the first letter counts": (("11360", "a(1)"), ("11360", "a")),
    "twice alike": (("11357(b)", "b"), ("11357", "b")),
    "a letter that there was not": (("11357", "f"), ("11357", None)),
    "(c) of 11360, which had none": (("11360(c)", None), ("11360", None)),
    "a letter of 11358, which had none": (("11358(a)", None), ("11358", None)),
    "a letter of 11359, which had none": (("11359", "b"), ("11359", None)),
    "a number without a letter": (("11357", "1"), ("11357", None)),
    "with a decimal": (("11364.7", None), ("11364.7", None)),
}
KINDS = {
    "11357": (("HS", "11357"), Kind.LISTED),
    "11360(a)": (("HS", "11360(a)"), Kind.LISTED),
    "11530": (("HS", "11530"), Kind.PREDECESSOR),
    "11530.5": (("HS", "11530.5"), Kind.PREDECESSOR),
    "11362.1": (("HS", "11362.1"), Kind.MEASURING),
    "11364": (("HS", "11364"), Kind.PLEADABLE),
    "11361": (("HS", "11361(a)"), Kind.OTHER),
    "11357.5": (("HS", "11357.5"), Kind.OTHER),
    "PC 459": (("PC", "459"), Kind.OTHER),
    "PC 11357": (("PC", "11357"), Kind.OTHER),
    "no code": ((None, "11357"), Kind.UNKNOWN),
    "no section": (("HS", None), Kind.UNKNOWN),
    "PC 182 alone": (("PC", "182(a)(1)"), Kind.UNKNOWN),
}
TOGETHER = {
    "664/11359": (("PC", "664/11359"), Charge(Kind.LISTED, "11359", None, Prefix.ATTEMPT)),
    "182/11360(a)": (("Penal Code", "182/11360(a)"), Charge(Kind.LISTED, "11360", "a", Prefix.CONSPIRACY)),
    "182(a)(1)/11358": (("PC", "182(a)(1)/11358"), Charge(Kind.LISTED, "11358", None, Prefix.CONSPIRACY)),
    "32/11359": (("PC", "32/11359"), Charge(Kind.LISTED, "11359", None, Prefix.ACCESSORY)),
    "664 alone": (("PC", "664"), Charge(Kind.UNKNOWN, None, None, Prefix.ATTEMPT)),
    "32 alone": (("PC", "32"), Charge(Kind.UNKNOWN, None, None, Prefix.ACCESSORY)),
}
UNSETTLED = {
    "section that is no number": {"section": "possession"},
    "section not known": {"section": None},
    "code not known": {"section": "11359", "code": None},
    "code not known, with a prefix": {"section": "11359", "code": None, "prefix": "attempt"},
    "prefix not said": {"section": "11359", "prefix": LEFT_OUT},
    "11530 of 1970": {"section": "11530", "offense_date": "1970", "conviction_date": "1970"},
    "11530.1": {"section": "11530.1"},
    "11530.5": {"section": "11530.5"},
    "11531": {"section": "11531"},
    "11362.1, which measures": {"section": "11362.1"},
    "PC 182, of what is not known": {"code": "PC", "section": "182"},
    "PC 664, of what is not known": {"code": "PC", "section": "664"},
    "PC 32, to what is not known": {"code": "PC", "section": "32"},
    "accessory to 11359": {"section": "11359", "prefix": "accessory"},
    "accessory to 11359, serving": {
        "section": "11359",
        "prefix": "accessory",
        "sentence_status": "supervised",
    },
    "accessory, with a super strike": {"section": "11359", "prefix": "accessory", "super_strike": STRIKE},
    "attempt at 11530": {"section": "11530", "prefix": "attempt"},
}
PREFIXED = {
    "attempt at 11357(b), lawful today": (
        {"section": "11357(b)", "prefix": "attempt"} | FLOWER,
        OPEN_TO_DISMISSED,
    ),
    "attempt at 11359": ({"section": "11359", "prefix": "attempt"}, OPEN_TO_MISDEMEANOR),
    "attempt at 11357(c), of the same class today": (
        {"section": "11357(c)", "prefix": "attempt", "level": "misdemeanor"},
        NOTHING_LOWER,
    ),
    "attempt at 11359 with a super strike": (
        {"section": "11359", "prefix": "attempt", "super_strike": STRIKE},
        STILL_A_FELONY,
    ),
    "attempt at 11358 at 20, 3 plants": (
        {"section": "11358", "prefix": "attempt", "age_at_offense": 20, "plants": 3},
        OPEN_TO_INFRACTION,
    ),
    "conspiracy to sell 5 g": (
        {"section": "11360(a)", "prefix": "conspiracy", "conduct": "sold"} | FLOWER,
        SECTION_NOT_COVERED,
    ),
    "conspiracy to possess for sale, serving (Medina)": (
        {"section": "11359", "prefix": "conspiracy", "sentence_status": "supervised"},
        SECTION_NOT_COVERED,
    ),
    "conspiracy to grow 4 plants at home, lawful today": (
        {"section": "11358", "prefix": "conspiracy", "plants": 4, "home_grow_lawful": "yes"},
        OPEN_TO_DISMISSED,
    ),
    "conspiracy to grow, plants not known": (
        {"section": "11358", "prefix": "conspiracy"},
        OPEN_TO_DISMISSED,
    ),
    "conspiracy to move 20 g for own use": (
        {"section": "11360(a)", "prefix": "conspiracy", "conduct": "transported"} | FLOWER,
        OPEN_TO_DISMISSED,
    ),
    "conspiracy, lowered under Proposition 64 already": (
        {"section": "11359", "prefix": "conspiracy", "later_relief": ["prop_64_redesignated"]},
        CLEARED,
    ),
    "attempt at PC 459": ({"code": "PC", "section": "459", "prefix": "attempt"}, SECTION_NOT_COVERED),
    "accessory to HS 11361": ({"section": "11361", "prefix": "accessory"}, SECTION_NOT_COVERED),
}
OTHER_SECTIONS = {
    "11361, with a minor": ({"section": "11361(a)"}, SECTION_NOT_COVERED),
    "11361, pleaded down from marijuana": (
        {"section": "11361", "pleaded_down_from_marijuana": "yes"},
        SECTION_NOT_COVERED,
    ),
    "PC 4573.6, drugs in prison": ({"code": "PC", "section": "4573.6"}, SECTION_NOT_COVERED),
    "VC 23222(b)": ({"code": "VC", "section": "23222(b)"}, SECTION_NOT_COVERED),
    "VC 11357, no such section of this law": ({"code": "VC", "section": "11357"}, SECTION_NOT_COVERED),
}
PLEADED = {
    "yes": ({"pleaded_down_from_marijuana": "yes"}, OPEN_TO_DISMISSED),
    "not known": ({"pleaded_down_from_marijuana": "unsure"}, OPEN_TO_DISMISSED),
    "yes, as an attempt": ({"pleaded_down_from_marijuana": "yes", "prefix": "attempt"}, OPEN_TO_DISMISSED),
    "yes, prefix not known": ({"pleaded_down_from_marijuana": "yes", "prefix": LEFT_OUT}, OPEN_TO_DISMISSED),
    "no": ({}, SECTION_NOT_COVERED),
    "yes, but a conspiracy": (
        {"pleaded_down_from_marijuana": "yes", "prefix": "conspiracy"},
        SECTION_NOT_COVERED,
    ),
    "yes, but an accessory": (
        {"pleaded_down_from_marijuana": "yes", "prefix": "accessory"},
        SECTION_NOT_COVERED,
    ),
}


@table(CODES, "spelled, code")
def test_a_code_is_one_in_every_spelling(spelled: str | None, code: str | None) -> None:
    assert normal_code(spelled) == code


@table(SPELLINGS, "spelled, expected")
def test_a_section_is_one_in_every_spelling(
    spelled: tuple[str, str | None], expected: tuple[str, str | None]
) -> None:
    charge = read_charge("HS", *spelled, Prefix.NONE)

    assert (charge.section, charge.letter) == expected


def test_a_letter_of_another_code_says_nothing() -> None:
    assert read_charge("PC", "11357(b)", None, Prefix.NONE) == Charge(Kind.OTHER, "11357", None, Prefix.NONE)


def test_two_letters_that_differ_settle_nothing() -> None:
    assert read_charge("HS", "11357(b)", "c", Prefix.NONE).letter is None


@table(KINDS, "named, kind")
def test_a_section_is_of_one_kind(named: tuple[str | None, str | None], kind: Kind) -> None:
    assert read_charge(*named, None, Prefix.NONE).kind is kind


@table(TOGETHER, "named, charge")
def test_a_penal_code_section_can_be_the_prefix(named: tuple[str, str], charge: Charge) -> None:
    assert read_charge(*named, None, Prefix.NONE) == charge


@pytest.mark.parametrize("facts", UNSETTLED.values(), ids=UNSETTLED)
def test_an_unsettled_section_leaves_everything_open(facts: Facts) -> None:
    assert answer(decide(**{"level": "felony"} | facts)) == OPEN_TO_DISMISSED


@table(PREFIXED)
def test_a_prefix_leaves_less_than_the_completed_offense(facts: Facts, expected: tuple[str, ...]) -> None:
    assert answer(decide(**{"level": "felony"} | facts)) == expected


@table(OTHER_SECTIONS)
def test_a_section_that_is_not_named_is_not_covered(facts: Facts, expected: tuple[str, ...]) -> None:
    assert answer(decide(**facts)) == expected


@pytest.mark.parametrize("section", PLEADABLE)
@table(PLEADED)
def test_a_plea_down_from_marijuana_is_for_the_prosecutor(
    section: str, facts: Facts, expected: tuple[str, ...]
) -> None:
    found = decide(**{"section": section} | facts)

    assert answer(found) == expected
    assert found.track == "FALLBACK"


def test_the_completed_offenses_are_what_they_are() -> None:
    """What the prefixes above are measured against."""
    assert answer(decide(section="11357(b)", level="misdemeanor", **FLOWER)) == DISMISSED
    assert answer(decide(section="11359", level="felony")) == MISDEMEANOR
