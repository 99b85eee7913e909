"""The facts a paper states: those that help, within the Act's lines; what is not known is never stated."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from petitions.documents.stated_facts import clean_history, stated_facts
from petitions.law.facts import Petitioner, Prior, Span
from petitions.law.terms import (
    AgeBracket,
    ConcentrateBand,
    Conduct,
    DrugForm,
    FlowerBand,
    PlantBand,
    Recipient,
)
from tests.documents.samples import a_conviction

BORN_1980 = Petitioner(date_of_birth=Span(date(1980, 5, 5), date(1980, 5, 5)))
FLOWER = "no more than 28.5 grams of cannabis flower"
CONCENTRATE = "no more than 8 grams of concentrated cannabis"
NOT_AT_SCHOOL = "not on the grounds of a school"
PLANTS = "no more than six living plants"
NO_MINOR = "no sale or offer to a person known to be under 18"
OWN_USE = "transport for personal use, not for sale"
GIVEN = "given without payment to a person of at least 21 years"
LITTLE = {"drug_form": DrugForm.FLOWER, "flower_grams": FlowerBand.AT_MOST}


def stated(section: str, letter: str | None = None, **facts: Any) -> tuple[str, ...]:
    conviction = a_conviction(section=section, subdivision=letter, **facts)
    return stated_facts(conviction, petitioner=Petitioner())


@pytest.mark.parametrize(
    ("section", "letter", "facts", "expected"),
    [
        ("11357", None, {}, ()),
        ("11357", None, LITTLE, (FLOWER,)),
        ("11357", None, LITTLE | {"flower_grams": 28.5}, (FLOWER,)),
        ("11357", None, LITTLE | {"flower_grams": 28.6}, ()),
        ("11357", None, LITTLE | {"flower_grams": FlowerBand.MORE}, ()),
        ("11357", None, LITTLE | {"drug_form": DrugForm.EDIBLE}, ()),
        ("11357", None, LITTLE | {"drug_form": DrugForm.BOTH}, ()),
        (
            "11357",
            None,
            LITTLE | {"drug_form": DrugForm.BOTH, "concentrate_grams": 8},
            (FLOWER, CONCENTRATE),
        ),
        (
            "11357",
            "a",
            {"drug_form": DrugForm.CONCENTRATE, "concentrate_grams": ConcentrateBand.AT_MOST},
            (CONCENTRATE,),
        ),
        ("11357", "a", LITTLE, ()),
        ("11357", "b", {}, (FLOWER,)),
        ("11357", "b", {"flower_grams": FlowerBand.MORE}, ()),
        ("11357", "b", {"drug_form": DrugForm.CONCENTRATE, "concentrate_grams": 1}, ()),
        ("11357", "c", LITTLE, ()),
        (
            "11357",
            "c",
            {"from_own_home_plants": True},
            ("the produce of six or fewer plants lawfully grown at home",),
        ),
        ("11357", "b", {"on_school_grounds": False}, (FLOWER, NOT_AT_SCHOOL)),
        ("11357", "b", {"on_school_grounds": True}, (FLOWER,)),
        ("11357", "d", {"on_school_grounds": False}, ()),
        ("11358", None, {"plants": PlantBand.AT_MOST}, (PLANTS,)),
        ("11358", None, {"plants": 6}, (PLANTS,)),
        ("11358", None, {"plants": 7, "home_grow_lawful": True}, ()),
        ("11358", None, {"plants": PlantBand.MORE}, ()),
        (
            "11358",
            None,
            {"plants": 1, "home_grow_lawful": True, "environmental_harm": False},
            (
                PLANTS,
                "grown at home as section 11362.2 allows",
                "no environmental harm that section 11358(d)(3) names",
            ),
        ),
        (
            "11359",
            None,
            {"sold_to_minor": False, "hired_under_21": False},
            (NO_MINOR, "no one of 20 years or younger employed or used"),
        ),
        ("11359", None, {"sold_to_minor": True, "hired_under_21": True}, ()),
        ("11360", "a", {"conduct": Conduct.SOLD, "sold_to_minor": False}, (NO_MINOR,)),
        ("11360", "a", LITTLE | {"conduct": Conduct.SOLD}, ()),
        ("11360", "a", LITTLE | {"conduct": Conduct.TRANSPORTED}, (OWN_USE, FLOWER)),
        ("11360", "b", {"conduct": Conduct.TRANSPORTED}, (OWN_USE, FLOWER)),
        ("11360", "b", {"conduct": Conduct.GAVE_AWAY}, ()),
        ("11360", "b", {"conduct": Conduct.GAVE_AWAY, "recipient_age": Recipient.FROM_21}, (GIVEN, FLOWER)),
        ("11364", None, LITTLE, ()),
        (None, None, LITTLE, ()),
    ],
)
def test_what_is_known_and_helps_is_stated(
    section: str, letter: str | None, facts: dict[str, Any], expected: tuple[str, ...]
) -> None:
    assert stated(section, letter, **facts) == expected


def test_transport_for_ones_own_use_is_not_stated_once_the_word_meant_for_sale() -> None:
    from_2016 = Span(date(2016, 2, 1), date(2016, 2, 1))
    later = {"offense_date": from_2016, "conviction_date": None, "conduct": Conduct.TRANSPORTED}
    assert stated("11360", "a", **later) == ()


@pytest.mark.parametrize(
    ("age", "expected"),
    [
        (AgeBracket.UNDER_18, "under 18 years of age at the time"),
        (19, "18 to 20 years of age at the time"),
        (21, "at least 21 years of age at the time"),
    ],
)
def test_the_age_is_stated_by_its_bracket(age: object, expected: str) -> None:
    assert stated("11359", age_at_offense=age) == (expected,)


def test_the_age_is_counted_from_the_birth_date() -> None:
    [age] = stated_facts(a_conviction(section="11359"), petitioner=BORN_1980)
    assert age == "at least 21 years of age at the time"


def test_an_age_that_may_be_two_or_that_conflicts_is_not_stated() -> None:
    assert stated("11359") == ()
    assert stated_facts(a_conviction(section="11359", age_at_offense=15), petitioner=BORN_1980) == ()


def test_under_18_only_the_age_matters() -> None:
    facts = {"age_at_offense": 16, "sold_to_minor": False, "on_school_grounds": False}
    for section in ("11357", "11358", "11359", "11360"):
        assert stated(section, **facts) == ("under 18 years of age at the time",)


def test_only_a_stated_no_makes_a_clean_history() -> None:
    assert clean_history(Petitioner()) == ()
    assert clean_history(Petitioner(super_strikes=(Prior(None),), sex_offenses=())) == (
        "Penal Code section 290, subdivision (c)",
    )
    assert len(clean_history(Petitioner(super_strikes=(), sex_offenses=()))) == 2
