"""Why: every answer has a reason, and each reason a sentence, facts of the contract and law in force that day."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from petitions.exchange.record_keys import CONVICTION, PETITIONER
from petitions.law import authorities
from petitions.law.authorities import Authority
from petitions.law.determinations import Determination
from petitions.law.grounds import GROUNDS, citations_of
from petitions.law.texts import SENTENCES
from tests.law.drawing import SIZES, decided, for_all
from tests.law.record_strategies import Json, any_records
from tests.law.records import LEFT_OUT, ON, decide, table

Facts = dict[str, Any]
DAYS = [date(2016, 11, 9), date(2016, 12, 15), date(2017, 6, 27), date(2018, 12, 31), date(2019, 6, 1), ON]
AUTHORITIES = {value.cite: value for value in vars(authorities).values() if isinstance(value, Authority)}
STRIKE = [{"conviction_date": "1990", "court": "adult"}]
LATER = [{"conviction_date": "2010", "court": "adult"}]
LITTLE: Facts = {"section": "11357(b)", "level": "misdemeanor", "drug_form": "flower", "flower_grams": 10}
HASH: Facts = {"section": "11357(a)", "level": "felony", "drug_form": "concentrate", "concentrate_grams": 5}
GROWING: Facts = {"section": "11358", "level": "felony", "plants": 4, "home_grow_lawful": "yes"}
FOR_SALE: Facts = {"section": "11359", "level": "felony"}
MOVING: Facts = {
    "section": "11360(a)",
    "level": "felony",
    "drug_form": "flower",
    "flower_grams": 20,
    "conduct": "transported",
    "recipient_age": "none",
}

DECISIVE = {
    "an arrest": (LITTLE | {"outcome": "arrest_only"}, "N_ARREST"),
    "a diversion": (LITTLE | {"outcome": "diverted"}, "N_DIVERSION"),
    "another court": (LITTLE | {"jurisdiction": "federal"}, "N_JURISDICTION"),
    "too late": (LITTLE | {"offense_date": "2017", "conviction_date": "2017"}, "N_DATE"),
    "an order already": (LITTLE | {"later_relief": ["prop_64_dismissed"]}, "N_CLEARED"),
    "another section": ({"code": "PC", "section": "459"}, "N_SECTION"),
    "drugs in prison": ({"code": "PC", "section": "4573.6"}, "N_PRISON"),
    "a conspiracy": (FOR_SALE | {"prefix": "conspiracy"}, "N_CONSPIRACY"),
    "the same class": (LITTLE | {"section": "11357(c)", "flower_grams": 60}, "R_SAME_CLASS"),
    "lowered, more is left": (GROWING | {"later_relief": ["prop_64_redesignated"]}, "R_REDESIGNATED"),
    "little, from 21": (LITTLE, "R_LAWFUL_21_POSSESS"),
    "few plants, from 21": (GROWING, "R_LAWFUL_GROW"),
    "moved or given, from 21": (MOVING | {"section": "11360(b)", "level": "misdemeanor"}, "R_LAWFUL_21_GIVE"),
    "little, at 20": (LITTLE | {"age_at_offense": 20}, "R_INFRACTION_POSSESS"),
    "few plants, at 20": (GROWING | {"age_at_offense": 20}, "R_INFRACTION_GROW_U21"),
    "few plants, home rules broken": (GROWING | {"home_grow_lawful": "no"}, "R_INFRACTION_HOME_RULES"),
    "under 18": (
        FOR_SALE | {"age_at_offense": 16, "jurisdiction": "california_juvenile"},
        "R_INFRACTION_U18_11359",
    ),
    "many plants": (GROWING | {"plants": 7}, "R_MISD_NOW_11358"),
    "for sale": (FOR_SALE, "R_MISD_NOW_11359"),
    "the ending": (LITTLE | {"outcome": "unsure"}, "U_OUTCOME"),
    "the court": (LITTLE | {"jurisdiction": "unsure"}, "U_JURISDICTION"),
    "the offense date": (LITTLE | {"offense_date": None, "conviction_date": "2017"}, "U_OFFENSE_DATE"),
    "the section": ({"section": None}, "U_SECTION"),
    "an old number": ({"section": "11531"}, "U_PREDECESSOR"),
    "a section that measures": ({"section": "11362.1"}, "U_MEASURING_SECTION"),
    "a plea": ({"section": "11364", "pleaded_down_from_marijuana": "yes"}, "U_PLEADED_DOWN_FROM_MARIJUANA"),
    "a prefix not said": (FOR_SALE | {"prefix": LEFT_OUT}, "U_PREFIX"),
    "an attempt": (FOR_SALE | {"prefix": "attempt"}, "U_ATTEMPT"),
    "an accessory": (FOR_SALE | {"prefix": "accessory"}, "U_ACCESSORY"),
    "a conspiracy to do what is lawful": (GROWING | {"prefix": "conspiracy"}, "U_CONSPIRACY"),
}
"""The first reason."""
AMONG = {
    "home produce": (
        LITTLE | {"section": "11357(c)", "flower_grams": 60, "from_own_home_plants": "yes"},
        "R_LAWFUL_PRODUCE",
    ),
    "food": (LITTLE | {"section": "11357(c)", "drug_form": "edible"}, "R_EDIBLE"),
    "a school": (HASH | {"on_school_grounds": "yes"}, "R_SCHOOL"),
    "proof of plants": (GROWING | {"plants": "unsure"}, "R_PLANTS_PROOF"),
    "proof of a sale": (MOVING, "R_SALE_PROOF"),
    "a little moved at 20": (MOVING | {"age_at_offense": 20}, "R_INFRACTION_MOVE"),
    "an application": (LITTLE, "R_APPLICATION"),
    "a petition": (LITTLE | {"sentence_status": "supervised"}, "R_PETITION"),
    "a sentence not known": (LITTLE | {"sentence_status": "unsure"}, "U_SENTENCE_STATUS"),
    "a juvenile court": (
        FOR_SALE | {"age_at_offense": 16, "jurisdiction": "california_juvenile"},
        "R_JUVENILE",
    ),
    "a minor in adult court": (FOR_SALE | {"age_at_offense": 17}, "U_MINOR_IN_ADULT_COURT"),
    "a danger": (LITTLE | {"sentence_status": "supervised", "super_strike": LATER}, "U_DANGER"),
    "a super strike that came later": (FOR_SALE | {"super_strike": LATER}, "X_SMIT"),
    "E1": (FOR_SALE | {"super_strike": STRIKE}, "X_SUPER_STRIKE_11359"),
    "E1 open": (MOVING | {"super_strike": "unsure"}, "U_SUPER_STRIKE_11360"),
    "E2": (FOR_SALE | {"sex_offense": STRIKE}, "X_SEX_OFFENSE_11359"),
    "E2 open": (FOR_SALE | {"sex_offense": "discretionary"}, "U_SEX_OFFENSE_11359"),
    "E3": (FOR_SALE | {"earlier_same_section": 2}, "U_TWO_PRIORS_11359"),
    "E4": (FOR_SALE | {"sold_to_minor": "yes"}, "X_SOLD_TO_MINOR_11359"),
    "E4 open": (MOVING | {"sold_to_minor": "unsure"}, "U_SOLD_TO_MINOR_11360"),
    "E5": (FOR_SALE | {"hired_under_21": "yes"}, "X_HIRED_U21"),
    "E5 open": (FOR_SALE | {"hired_under_21": "unsure"}, "U_HIRED_UNDER_21"),
    "E6": (MOVING | {"conduct": "imported", "flower_grams": 60}, "X_IMPORT_EXPORT"),
    "E6 open": (
        MOVING | {"conduct": "exported", "drug_form": "unsure", "flower_grams": "unsure"},
        "U_IMPORT_EXPORT",
    ),
    "E4, not known to be a minor": (
        MOVING | {"conduct": "sold", "recipient_age": "under_18"},
        "U_SOLD_TO_MINOR_11360",
    ),
    "a gift under (b) to a minor": (
        MOVING
        | {
            "section": "11360(b)",
            "level": "misdemeanor",
            "conduct": "gave_away",
            "recipient_age": "under_18",
        },
        "U_SOLD_TO_MINOR_11360",
    ),
    "E7": (GROWING | {"plants": 50, "environmental_harm": "yes"}, "X_ENVIRONMENT"),
    "E7 open": (GROWING | {"plants": 50, "environmental_harm": "unsure"}, "U_ENVIRONMENTAL_HARM"),
    "a contradiction": (LITTLE | {"flower_grams": 60}, "U_CONFLICT"),
    "the age": (LITTLE | {"age_at_offense": None}, "U_AGE_AT_OFFENSE"),
    "the letter": (LITTLE | {"section": "11357", "flower_grams": "unsure"}, "U_SUBDIVISION"),
    "the level": (HASH | {"level": "unsure", "concentrate_grams": 20}, "U_LEVEL"),
    "the plants": (GROWING | {"plants": "unsure"}, "U_PLANTS"),
    "the home rules": (GROWING | {"home_grow_lawful": "unsure"}, "U_HOME_GROW_LAWFUL"),
    "the form": (LITTLE | {"section": "11357", "drug_form": "unsure"}, "U_DRUG_FORM"),
    "the flower": (LITTLE | {"section": "11357", "flower_grams": "unsure"}, "U_FLOWER_GRAMS"),
    "the concentrate": (HASH | {"concentrate_grams": "unsure"}, "U_CONCENTRATE_GRAMS"),
    "the school": (HASH | {"on_school_grounds": "unsure"}, "U_ON_SCHOOL_GROUNDS"),
    "the home plants": (
        LITTLE | {"section": "11357(c)", "flower_grams": 60, "from_own_home_plants": "unsure"},
        "U_FROM_OWN_HOME_PLANTS",
    ),
    "the conduct": (MOVING | {"conduct": "unsure"}, "U_CONDUCT"),
    "who got it": (MOVING | {"conduct": "gave_away", "recipient_age": "unsure"}, "U_RECIPIENT_AGE"),
}


def codes(found: Determination) -> list[str]:
    """Return the reason codes, the decisive one first."""
    return [reason.code for reason in found.reasons]


WITHOUT = {
    "little brought in": (MOVING | {"conduct": "imported"}, "X_IMPORT_EXPORT"),
    "little taken out": (MOVING | {"conduct": "exported"}, "U_IMPORT_EXPORT"),
    "much moved here": (MOVING | {"flower_grams": 60}, "X_IMPORT_EXPORT"),
    "sold to an adult": (
        MOVING | {"conduct": "sold", "recipient_age": "21_or_older"},
        "U_SOLD_TO_MINOR_11360",
    ),
    "given to an adult": (
        MOVING
        | {
            "section": "11360(b)",
            "level": "misdemeanor",
            "conduct": "gave_away",
            "recipient_age": "18_to_20",
        },
        "U_SOLD_TO_MINOR_11360",
    ),
}


@table(WITHOUT, "facts, code")
def test_an_exception_that_the_facts_rule_out_is_not_said(facts: Facts, code: str) -> None:
    assert code not in codes(decide(**facts))


@table(DECISIVE, "facts, code")
def test_the_decisive_reason_stands_first(facts: Facts, code: str) -> None:
    assert codes(decide(**facts))[0] == code


@table(AMONG, "facts, code")
def test_what_counts_beside_it_is_said_too(facts: Facts, code: str) -> None:
    assert code in codes(decide(**facts))


def test_every_ground_has_a_sentence_and_every_sentence_a_ground() -> None:
    assert GROUNDS.keys() == SENTENCES.keys()
    assert all(sentence.strip() for sentence in SENTENCES.values())


@pytest.mark.parametrize("on", DAYS, ids=str)
@pytest.mark.parametrize("code", GROUNDS)
def test_every_reason_cites_law_in_force(code: str, on: date) -> None:
    cited = citations_of(code, on)

    assert cited
    assert all(AUTHORITIES[cite].in_force(on) for cite in cited)


@pytest.mark.parametrize("cite", AUTHORITIES)
def test_a_decision_is_cited_from_the_year_that_its_citation_names(cite: str) -> None:
    year = re.search(r"\((\d{4})\)", cite)

    assert year is None or AUTHORITIES[cite].effective.year == int(year[1])


def test_automatic_relief_is_cited_from_2019() -> None:
    """AB 1793 (2018) took effect on the first day of 2019."""
    assert "Health & Saf. Code, § 11361.9" not in citations_of("N_CLEARED", date(2018, 12, 31))
    assert "Health & Saf. Code, § 11361.9" in citations_of("N_CLEARED", date(2019, 1, 1))


@SIZES
def test_every_answer_has_reasons_which_name_facts_of_the_contract(examples: int) -> None:
    keys = CONVICTION.keys() | PETITIONER.keys()

    def check(data: Json) -> None:
        for found in decided(data).determinations:
            assert found.reasons
            assert len(set(codes(found))) == len(found.reasons)
            for reason in found.reasons:
                assert reason.code in SENTENCES
                assert reason.citations == citations_of(reason.code, ON)
                assert keys >= set(reason.facts)

    for_all(any_records(), check, examples=examples)


@pytest.mark.parametrize("on", [date(2016, 12, 15), date(2017, 6, 1)], ids=str)
def test_an_answer_of_the_first_months_cites_nothing_later(on: date) -> None:
    for facts, _code in (*DECISIVE.values(), *AMONG.values()):
        if "2017" not in facts.values():
            for reason in decide(on=on, **facts).reasons:
                assert all(AUTHORITIES[cite].in_force(on) for cite in reason.citations)
