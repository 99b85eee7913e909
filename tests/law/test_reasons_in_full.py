"""Every reason of an answer, in order, and the facts behind each: nothing too much, nothing left out."""

from __future__ import annotations

import pytest

from petitions.law.grounds import GROUNDS
from tests.law.records import decide, table
from tests.law.test_reasons import (
    AMONG,
    DECISIVE,
    FOR_SALE,
    GROWING,
    HASH,
    LATER,
    LITTLE,
    MOVING,
    STRIKE,
    Facts,
    codes,
)

YOUNG: Facts = {"age_at_offense": 20}
JUVENILE: Facts = {"age_at_offense": 16, "jurisdiction": "california_juvenile"}
OPEN_AGE: Facts = {"age_at_offense": None}
LARGE: Facts = LITTLE | {"section": "11357(c)", "flower_grams": 60}
AT_SCHOOL: Facts = LITTLE | {"section": "11357(d)", "on_school_grounds": "yes"}
HASH_MOVED: Facts = MOVING | {"drug_form": "concentrate", "flower_grams": 0, "concentrate_grams": 5}
MANY: Facts = GROWING | {"plants": 50}
GIVING: Facts = MOVING | {"conduct": "gave_away", "recipient_age": "21_or_older"}
GIVING_LITTLE: Facts = GIVING | {"section": "11360(b)", "level": "misdemeanor"}
SELLING: Facts = {"section": "11360(a)", "level": "felony", "conduct": "sold", "recipient_age": "21_or_older"}
IN_FULL = {
    "an arrest": "N_ARREST",
    "a diversion": "N_DIVERSION",
    "another court": "N_JURISDICTION",
    "too late": "N_DATE",
    "an order already": "N_CLEARED",
    "another section": "N_SECTION",
    "drugs in prison": "N_PRISON",
    "a conspiracy": "N_CONSPIRACY",
    "the same class": "R_SAME_CLASS R_MISD_NOW_11357",
    "lowered, more is left": "R_REDESIGNATED R_LAWFUL_GROW R_APPLICATION",
    "little, from 21": "R_LAWFUL_21_POSSESS R_APPLICATION",
    "few plants, from 21": "R_LAWFUL_GROW R_APPLICATION",
    "moved or given, from 21": "R_LAWFUL_21_GIVE R_APPLICATION",
    "little, at 20": "R_INFRACTION_POSSESS R_APPLICATION",
    "few plants, at 20": "R_INFRACTION_GROW_U21 R_APPLICATION",
    "few plants, home rules broken": "R_INFRACTION_HOME_RULES R_APPLICATION",
    "under 18": "R_INFRACTION_U18_11359 R_JUVENILE",
    "many plants": "R_MISD_NOW_11358 R_APPLICATION",
    "for sale": "R_MISD_NOW_11359 R_APPLICATION",
    "the ending": "U_OUTCOME R_LAWFUL_21_POSSESS",
    "the court": "U_JURISDICTION R_LAWFUL_21_POSSESS",
    "the offense date": "U_OFFENSE_DATE R_LAWFUL_21_POSSESS R_APPLICATION",
    "the section": "U_SECTION R_APPLICATION",
    "an old number": "U_PREDECESSOR R_APPLICATION",
    "a section that measures": "U_MEASURING_SECTION R_APPLICATION",
    "a plea": "U_PLEADED_DOWN_FROM_MARIJUANA",
    "a prefix not said": "U_PREFIX R_APPLICATION",
    "an attempt": "U_ATTEMPT R_MISD_NOW_11359 R_APPLICATION",
    "an accessory": "U_ACCESSORY R_APPLICATION",
    "a conspiracy to do what is lawful": "U_CONSPIRACY R_APPLICATION",
    "home produce": "R_LAWFUL_PRODUCE R_MISD_NOW_11357 R_APPLICATION",
    "food": "R_EDIBLE R_MISD_NOW_11357 R_APPLICATION",
    "a school": "R_SCHOOL R_APPLICATION",
    "proof of plants": "R_LAWFUL_GROW R_MISD_NOW_11358 R_PLANTS_PROOF U_PLANTS R_APPLICATION",
    "proof of a sale": "R_LAWFUL_21_GIVE R_MISD_NOW_11360 R_SALE_PROOF U_CONCENTRATE_GRAMS R_APPLICATION",
    "a little moved at 20": "R_INFRACTION_MOVE R_MISD_NOW_11360 R_SALE_PROOF U_CONCENTRATE_GRAMS R_APPLICATION",
    "an application": "R_LAWFUL_21_POSSESS R_APPLICATION",
    "a petition": "R_LAWFUL_21_POSSESS R_PETITION",
    "a sentence not known": "R_LAWFUL_21_POSSESS U_SENTENCE_STATUS",
    "a juvenile court": "R_INFRACTION_U18_11359 R_JUVENILE",
    "a minor in adult court": "R_INFRACTION_U18_11359 U_MINOR_IN_ADULT_COURT R_APPLICATION",
    "a danger": "R_LAWFUL_21_POSSESS U_DANGER R_PETITION",
    "a super strike that came later": "R_MISD_NOW_11359 X_SMIT R_APPLICATION",
    "E1": "X_SUPER_STRIKE_11359",
    "E1 open": "R_LAWFUL_21_GIVE R_MISD_NOW_11360 R_SALE_PROOF U_SUPER_STRIKE_11360 U_CONCENTRATE_GRAMS R_APPLICATION",
    "E2": "X_SEX_OFFENSE_11359",
    "E2 open": "R_MISD_NOW_11359 U_SEX_OFFENSE_11359 R_APPLICATION",
    "E3": "R_MISD_NOW_11359 U_TWO_PRIORS_11359 R_APPLICATION",
    "E4": "X_SOLD_TO_MINOR_11359",
    "E4 open": "R_LAWFUL_21_GIVE R_MISD_NOW_11360 R_SALE_PROOF U_SOLD_TO_MINOR_11360 U_CONCENTRATE_GRAMS R_APPLICATION",
    "E5": "X_HIRED_U21",
    "E5 open": "R_MISD_NOW_11359 U_HIRED_UNDER_21 R_APPLICATION",
    "E6": "X_IMPORT_EXPORT",
    "E6 open": "R_MISD_NOW_11360 U_IMPORT_EXPORT R_APPLICATION",
    "E4, not known to be a minor": "R_MISD_NOW_11360 U_SOLD_TO_MINOR_11360 R_APPLICATION",
    "a gift under (b) to a minor": "R_INFRACTION_MOVE U_SOLD_TO_MINOR_11360 R_APPLICATION",
    "E7": "X_ENVIRONMENT",
    "E7 open": "R_MISD_NOW_11358 U_ENVIRONMENTAL_HARM R_APPLICATION",
    "a contradiction": "U_CONFLICT R_LAWFUL_21_POSSESS R_MISD_NOW_11357 R_APPLICATION",
    "the age": "R_LAWFUL_21_POSSESS R_INFRACTION_U18_11357 R_INFRACTION_POSSESS U_AGE_AT_OFFENSE U_MINOR_IN_ADULT_COURT R_APPLICATION",
    "the letter": "R_LAWFUL_21_POSSESS R_MISD_NOW_11357 U_SUBDIVISION U_FLOWER_GRAMS R_APPLICATION",
    "the level": "R_MISD_NOW_11357 U_LEVEL R_APPLICATION",
    "the plants": "R_LAWFUL_GROW R_MISD_NOW_11358 R_PLANTS_PROOF U_PLANTS R_APPLICATION",
    "the home rules": "R_LAWFUL_GROW R_INFRACTION_HOME_RULES U_HOME_GROW_LAWFUL R_APPLICATION",
    "the form": "R_LAWFUL_21_POSSESS R_MISD_NOW_11357 U_SUBDIVISION U_DRUG_FORM U_CONCENTRATE_GRAMS R_APPLICATION",
    "the flower": "R_LAWFUL_21_POSSESS R_MISD_NOW_11357 U_SUBDIVISION U_FLOWER_GRAMS R_APPLICATION",
    "the concentrate": "R_LAWFUL_21_POSSESS R_MISD_NOW_11357 U_CONCENTRATE_GRAMS R_APPLICATION",
    "the school": "R_LAWFUL_21_POSSESS R_MISD_NOW_11357 U_ON_SCHOOL_GROUNDS R_APPLICATION",
    "the home plants": "R_LAWFUL_PRODUCE R_MISD_NOW_11357 U_FROM_OWN_HOME_PLANTS R_APPLICATION",
    "the conduct": "R_LAWFUL_21_GIVE R_INFRACTION_MOVE R_MISD_NOW_11360 R_SALE_PROOF U_CONCENTRATE_GRAMS U_CONDUCT R_APPLICATION",
    "who got it": "R_LAWFUL_21_GIVE R_INFRACTION_MOVE R_MISD_NOW_11360 R_SALE_PROOF U_CONCENTRATE_GRAMS U_RECIPIENT_AGE R_APPLICATION",
}
"""The answers of ``test_reasons``, by name."""
MORE = {
    "growing, age open": (
        GROWING | {"age_at_offense": None},
        "R_LAWFUL_GROW R_INFRACTION_U18_11358 R_INFRACTION_GROW_U21 U_AGE_AT_OFFENSE U_MINOR_IN_ADULT_COURT R_APPLICATION",
    ),
    "growing at 20, plants open": (
        GROWING | YOUNG | {"plants": "unsure"},
        "R_INFRACTION_GROW_U21 R_MISD_NOW_11358 R_PLANTS_PROOF U_PLANTS R_APPLICATION",
    ),
    "many plants, a super strike before": (MANY | {"super_strike": STRIKE}, "X_SUPER_STRIKE_11358"),
    "many plants, a super strike open": (
        MANY | {"super_strike": "unsure"},
        "R_MISD_NOW_11358 U_SUPER_STRIKE_11358 R_APPLICATION",
    ),
    "many plants, a § 290(c) offense before": (MANY | {"sex_offense": STRIKE}, "X_SEX_OFFENSE_11358"),
    "many plants, a § 290(c) offense open": (
        MANY | {"sex_offense": "unsure"},
        "R_MISD_NOW_11358 U_SEX_OFFENSE_11358 R_APPLICATION",
    ),
    "many plants, two before": (
        MANY | {"earlier_same_section": 2},
        "R_MISD_NOW_11358 U_TWO_PRIORS_11358 R_APPLICATION",
    ),
    "for sale, a super strike open": (
        FOR_SALE | {"super_strike": "unsure"},
        "R_MISD_NOW_11359 U_SUPER_STRIKE_11359 R_APPLICATION",
    ),
    "for sale, a § 290(c) offense that came later": (
        FOR_SALE | {"sex_offense": LATER},
        "R_MISD_NOW_11359 R_APPLICATION",
    ),
    "for sale to minor open": (
        FOR_SALE | {"sold_to_minor": "unsure"},
        "R_MISD_NOW_11359 U_SOLD_TO_MINOR_11359 R_APPLICATION",
    ),
    "for sale, helper, at 20": (
        FOR_SALE | YOUNG | {"hired_under_21": "yes"},
        "R_MISD_NOW_11359 R_APPLICATION",
    ),
    "for sale, helper, age open": (
        FOR_SALE | {"age_at_offense": None, "hired_under_21": "yes"},
        "R_INFRACTION_U18_11359 R_MISD_NOW_11359 X_HIRED_U21 U_AGE_AT_OFFENSE U_MINOR_IN_ADULT_COURT R_APPLICATION",
    ),
    "selling": (SELLING, "R_MISD_NOW_11360 R_APPLICATION"),
    "selling, a super strike before": (SELLING | {"super_strike": STRIKE}, "X_SUPER_STRIKE_11360"),
    "selling, a § 290(c) offense before": (SELLING | {"sex_offense": STRIKE}, "X_SEX_OFFENSE_11360"),
    "selling, a § 290(c) offense open": (
        SELLING | {"sex_offense": "unsure"},
        "R_MISD_NOW_11360 U_SEX_OFFENSE_11360 R_APPLICATION",
    ),
    "selling to a minor": (SELLING | {"sold_to_minor": "yes"}, "X_SOLD_TO_MINOR_11360"),
    "selling, two before": (
        SELLING | {"earlier_same_section": 2},
        "R_MISD_NOW_11360 U_TWO_PRIORS_11360 R_APPLICATION",
    ),
    "exported much": (MOVING | {"conduct": "exported", "flower_grams": 60}, "X_IMPORT_EXPORT"),
    "under 18 possession": (LITTLE | JUVENILE, "R_INFRACTION_U18_11357 R_JUVENILE"),
    "under 18 growing": (GROWING | JUVENILE, "R_INFRACTION_U18_11358 R_JUVENILE"),
    "under 18 selling": (SELLING | JUVENILE, "R_INFRACTION_U18_11360 R_JUVENILE"),
    "juvenile and a strike": (
        FOR_SALE | JUVENILE | {"super_strike": STRIKE, "sentence_status": "supervised"},
        "R_INFRACTION_U18_11359 R_JUVENILE",
    ),
    "hash": (HASH, "R_LAWFUL_21_POSSESS R_APPLICATION"),
    "hash at 20": (HASH | YOUNG, "R_INFRACTION_POSSESS R_MISD_NOW_11357 R_APPLICATION"),
    "hash over 8 at school": (
        HASH | {"concentrate_grams": 20, "on_school_grounds": "yes"},
        "R_SCHOOL R_APPLICATION",
    ),
    "hash over 8": (HASH | {"concentrate_grams": 20}, "R_MISD_NOW_11357 R_APPLICATION"),
    "large, food at 20": (
        LARGE | YOUNG | {"drug_form": "edible"},
        "R_INFRACTION_POSSESS R_MISD_NOW_11357 R_APPLICATION",
    ),
    "large, produce open": (
        LARGE | {"from_own_home_plants": "unsure"},
        "R_LAWFUL_PRODUCE R_MISD_NOW_11357 U_FROM_OWN_HOME_PLANTS R_APPLICATION",
    ),
    "a small amount at a school": (AT_SCHOOL, "R_SAME_CLASS R_SCHOOL"),
    "at a school, a felony stated, age open": (
        AT_SCHOOL | {"level": "felony", "age_at_offense": None},
        "R_SCHOOL R_APPLICATION",
    ),
    "a minor at a school": (
        AT_SCHOOL | {"section": "11357(e)", "age_at_offense": None},
        "R_INFRACTION_U18_11357 U_MINOR_IN_ADULT_COURT R_APPLICATION",
    ),
    "letter (e) at 20": (
        AT_SCHOOL | {"section": "11357(e)", "age_at_offense": 20},
        "U_CONFLICT R_INFRACTION_POSSESS R_SCHOOL R_APPLICATION",
    ),
    "a minor, the school open": (
        LITTLE | {"section": "11357(e)", "on_school_grounds": "unsure", "age_at_offense": None},
        "R_INFRACTION_U18_11357 U_MINOR_IN_ADULT_COURT R_APPLICATION",
    ),
    "no letter, substance and weight open": (
        LITTLE
        | {
            "section": "11357",
            "drug_form": "unsure",
            "flower_grams": "unsure",
            "concentrate_grams": "unsure",
        },
        "R_LAWFUL_21_POSSESS R_MISD_NOW_11357 U_SUBDIVISION R_APPLICATION",
    ),
    "no letter, everything open": (
        {
            "section": "11357",
            "age_at_offense": None,
            "on_school_grounds": "unsure",
            "from_own_home_plants": "unsure",
        },
        "R_LAWFUL_21_POSSESS R_INFRACTION_U18_11357 R_INFRACTION_POSSESS R_MISD_NOW_11357 U_AGE_AT_OFFENSE U_SUBDIVISION U_ON_SCHOOL_GROUNDS U_LEVEL U_MINOR_IN_ADULT_COURT R_APPLICATION",
    ),
    "11360 no letter, everything open": (
        {"section": "11360", "age_at_offense": None, "sold_to_minor": "unsure"},
        "R_LAWFUL_21_GIVE R_INFRACTION_U18_11360 R_INFRACTION_MOVE R_MISD_NOW_11360 R_SALE_PROOF U_SOLD_TO_MINOR_11360 U_AGE_AT_OFFENSE U_CONDUCT U_MINOR_IN_ADULT_COURT R_APPLICATION",
    ),
    "11358 everything open": (
        {"section": "11358", "age_at_offense": None, "environmental_harm": "unsure"},
        "R_LAWFUL_GROW R_INFRACTION_U18_11358 R_INFRACTION_GROW_U21 R_MISD_NOW_11358 R_PLANTS_PROOF U_ENVIRONMENTAL_HARM U_AGE_AT_OFFENSE U_PLANTS U_HOME_GROW_LAWFUL U_MINOR_IN_ADULT_COURT R_APPLICATION",
    ),
    "11359 everything open": (
        {"section": "11359", "age_at_offense": None, "sold_to_minor": "unsure", "hired_under_21": "unsure"},
        "R_INFRACTION_U18_11359 R_MISD_NOW_11359 U_SOLD_TO_MINOR_11359 U_HIRED_UNDER_21 U_AGE_AT_OFFENSE U_MINOR_IN_ADULT_COURT R_APPLICATION",
    ),
    "giving": (GIVING, "R_LAWFUL_21_GIVE R_MISD_NOW_11360 R_SALE_PROOF U_CONCENTRATE_GRAMS R_APPLICATION"),
    "giving at 20": (
        GIVING | YOUNG,
        "R_INFRACTION_MOVE R_MISD_NOW_11360 R_SALE_PROOF U_CONCENTRATE_GRAMS R_APPLICATION",
    ),
    "giving a little, (b)": (GIVING_LITTLE, "R_LAWFUL_21_GIVE R_APPLICATION"),
    "giving a little, (b), to a minor": (
        GIVING_LITTLE | {"recipient_age": "under_18"},
        "R_INFRACTION_MOVE U_SOLD_TO_MINOR_11360 R_APPLICATION",
    ),
    "giving a little, (b), to whom open": (
        GIVING_LITTLE | {"recipient_age": "unsure", "sold_to_minor": "unsure"},
        "R_LAWFUL_21_GIVE R_INFRACTION_MOVE U_SOLD_TO_MINOR_11360 U_RECIPIENT_AGE R_APPLICATION",
    ),
    "little for sale moved": (
        MOVING | {"conduct": "transported_for_sale"},
        "R_INFRACTION_MOVE R_MISD_NOW_11360 R_SALE_PROOF U_CONCENTRATE_GRAMS R_APPLICATION",
    ),
    "moved more": (MOVING | {"flower_grams": 60}, "R_MISD_NOW_11360 R_APPLICATION"),
    "moved, a super strike before": (
        MOVING | {"super_strike": STRIKE},
        "R_LAWFUL_21_GIVE X_SUPER_STRIKE_11360 U_CONCENTRATE_GRAMS R_APPLICATION",
    ),
    "20 g, conduct not known, to an adult": (
        MOVING | {"conduct": "unsure", "recipient_age": "21_or_older"},
        "R_LAWFUL_21_GIVE R_INFRACTION_MOVE R_MISD_NOW_11360 R_SALE_PROOF U_CONCENTRATE_GRAMS U_CONDUCT R_APPLICATION",
    ),
    "5 g of concentrate, conduct not known": (
        HASH_MOVED | {"conduct": "unsure"},
        "R_LAWFUL_21_GIVE R_MISD_NOW_11360 R_SALE_PROOF U_CONDUCT R_APPLICATION",
    ),
    "moved, weight not known, a super strike before": (
        MOVING | {"flower_grams": "unsure", "concentrate_grams": 0, "super_strike": STRIKE},
        "R_LAWFUL_21_GIVE R_MISD_NOW_11360 R_SALE_PROOF X_SUPER_STRIKE_11360 U_FLOWER_GRAMS R_APPLICATION",
    ),
    "moved 20 g at 20, a super strike before": (
        MOVING | YOUNG | {"concentrate_grams": 0, "super_strike": STRIKE},
        "R_INFRACTION_MOVE X_SUPER_STRIKE_11360 R_APPLICATION",
    ),
    "moved 5 g of concentrate at 20, a super strike before": (
        HASH_MOVED | YOUNG | {"super_strike": STRIKE},
        "R_INFRACTION_MOVE R_MISD_NOW_11360 R_SALE_PROOF X_SUPER_STRIKE_11360 R_APPLICATION",
    ),
    "letter (b), sold, a super strike before": (
        GIVING_LITTLE | {"conduct": "sold", "super_strike": STRIKE},
        "U_CONFLICT R_LAWFUL_21_GIVE R_APPLICATION",
    ),
    "moved in food": (
        MOVING | {"drug_form": "edible"},
        "R_LAWFUL_21_GIVE R_MISD_NOW_11360 R_SALE_PROOF R_APPLICATION",
    ),
    "giving a little, (b), at 20, to whom open": (
        GIVING_LITTLE | YOUNG | {"recipient_age": "unsure"},
        "R_INFRACTION_MOVE U_RECIPIENT_AGE R_APPLICATION",
    ),
    "letter (b), sold": (
        GIVING_LITTLE | {"conduct": "sold"},
        "U_CONFLICT R_LAWFUL_21_GIVE R_MISD_NOW_11360 R_SALE_PROOF R_APPLICATION",
    ),
    "moved for oneself in 2016": (
        MOVING | {"offense_date": "2016-03-01", "conviction_date": "2016-06-01"},
        "U_CONFLICT R_LAWFUL_21_GIVE R_MISD_NOW_11360 R_SALE_PROOF R_APPLICATION",
    ),
    "ages that do not fit": (
        FOR_SALE | {"age_at_offense": 17, "date_of_birth": "1970-01-01"},
        "U_CONFLICT R_INFRACTION_U18_11359 R_MISD_NOW_11359 U_AGE_AT_OFFENSE U_MINOR_IN_ADULT_COURT R_APPLICATION",
    ),
    "30 in a juvenile court": (
        FOR_SALE | {"jurisdiction": "california_juvenile"},
        "U_CONFLICT R_INFRACTION_U18_11359 R_JUVENILE",
    ),
    "redesignated sale": (
        FOR_SALE | {"later_relief": ["prop_64_redesignated"]},
        "N_CLEARED R_MISD_NOW_11359",
    ),
    "redesignated, attempt": (
        GROWING | {"later_relief": ["prop_64_redesignated"], "prefix": "attempt"},
        "U_ATTEMPT R_REDESIGNATED R_LAWFUL_GROW R_APPLICATION",
    ),
    "serving strike": (
        FOR_SALE | {"super_strike": STRIKE, "sentence_status": "supervised"},
        "X_SUPER_STRIKE_11359",
    ),
    "serving, later strike": (
        FOR_SALE | {"super_strike": LATER, "sentence_status": "supervised"},
        "R_MISD_NOW_11359 U_DANGER R_PETITION",
    ),
    "serving, nothing": (LITTLE | {"sentence_status": "in_custody"}, "R_LAWFUL_21_POSSESS R_PETITION"),
    "sentence open, a super strike open": (
        FOR_SALE | {"super_strike": "unsure", "sentence_status": "unsure"},
        "R_MISD_NOW_11359 U_SUPER_STRIKE_11359 U_DANGER U_SENTENCE_STATUS",
    ),
    "later strike, possession": (LITTLE | {"super_strike": LATER}, "R_LAWFUL_21_POSSESS R_APPLICATION"),
    "minor in adult court, serving": (
        FOR_SALE | {"age_at_offense": 17, "sentence_status": "supervised", "super_strike": LATER},
        "R_INFRACTION_U18_11359 U_MINOR_IN_ADULT_COURT U_DANGER R_PETITION",
    ),
    "plea, sentence open": (
        {"section": "11364", "pleaded_down_from_marijuana": "unsure", "sentence_status": "unsure"},
        "U_PLEADED_DOWN_FROM_MARIJUANA U_SENTENCE_STATUS",
    ),
    "plea, serving, a super strike open": (
        {
            "section": "11364",
            "pleaded_down_from_marijuana": "yes",
            "sentence_status": "supervised",
            "super_strike": "unsure",
        },
        "U_PLEADED_DOWN_FROM_MARIJUANA U_DANGER",
    ),
    "plea attempt": ({"section": "11364", "prefix": "attempt"}, "N_SECTION"),
    "plea conspiracy": ({"section": "11364", "prefix": "conspiracy"}, "N_SECTION"),
    "a conspiracy to what is not known": (
        {"section": None, "prefix": "conspiracy"},
        "U_SECTION R_APPLICATION",
    ),
    "an attempt at what is not known": ({"code": "PC", "section": "664"}, "U_SECTION R_APPLICATION"),
    "outcome and court open": (
        LITTLE | {"outcome": "unsure", "jurisdiction": "unsure"},
        "U_OUTCOME U_JURISDICTION R_LAWFUL_21_POSSESS",
    ),
    "another section, the court open": (
        {"code": "PC", "section": "459", "jurisdiction": "unsure"},
        "N_SECTION",
    ),
    "level open": (HASH | {"level": "unsure"}, "R_LAWFUL_21_POSSESS R_APPLICATION"),
    "prison 4573": ({"code": "PC", "section": "4573"}, "N_PRISON"),
    "prison 4573.5": ({"code": "PC", "section": "4573.5"}, "N_PRISON"),
    "prison 4573.8": ({"code": "PC", "section": "4573.8"}, "N_PRISON"),
    "lowered": (HASH | {"later_relief": ["reduced_17b"]}, "R_LAWFUL_21_POSSESS R_APPLICATION"),
    "a conspiracy to grow lawfully": (GROWING | {"prefix": "conspiracy"}, "U_CONSPIRACY R_APPLICATION"),
    "help after growing": (GROWING | {"prefix": "accessory"}, "U_ACCESSORY R_APPLICATION"),
}
BEHIND = """
    outcome | N_ARREST N_DIVERSION U_OUTCOME
    jurisdiction | N_JURISDICTION R_JUVENILE U_JURISDICTION
    offense_date | N_DATE
    later_relief | N_CLEARED R_REDESIGNATED
    section subdivision prefix | N_SECTION N_CONSPIRACY N_PRISON
    section level age_at_offense | R_SAME_CLASS
    age_at_offense flower_grams concentrate_grams | R_LAWFUL_21_POSSESS
    age_at_offense conduct recipient_age | R_LAWFUL_21_GIVE
    age_at_offense plants home_grow_lawful | R_LAWFUL_GROW
    from_own_home_plants | R_LAWFUL_PRODUCE U_FROM_OWN_HOME_PLANTS
    drug_form | R_EDIBLE U_DRUG_FORM
    age_at_offense | R_INFRACTION_POSSESS R_INFRACTION_U18_11357 R_INFRACTION_U18_11358 R_INFRACTION_U18_11359 R_INFRACTION_U18_11360
    plants home_grow_lawful | R_INFRACTION_GROW_U21 R_INFRACTION_HOME_RULES
    conduct flower_grams | R_INFRACTION_MOVE
    on_school_grounds | R_SCHOOL U_ON_SCHOOL_GROUNDS
    plants | R_PLANTS_PROOF U_PLANTS
    conduct | R_SALE_PROOF U_CONDUCT
    sentence_status | R_APPLICATION R_PETITION U_SENTENCE_STATUS
    conduct drug_form flower_grams concentrate_grams | X_IMPORT_EXPORT U_IMPORT_EXPORT
    hired_under_21 | X_HIRED_U21 U_HIRED_UNDER_21
    environmental_harm | X_ENVIRONMENT U_ENVIRONMENTAL_HARM
    super_strike | X_SMIT X_SUPER_STRIKE_11358 U_SUPER_STRIKE_11358 X_SUPER_STRIKE_11359 U_SUPER_STRIKE_11359 X_SUPER_STRIKE_11360 U_SUPER_STRIKE_11360
    offense_date conviction_date | U_OFFENSE_DATE
    section pleaded_down_from_marijuana | U_SECTION U_PREDECESSOR U_MEASURING_SECTION U_PLEADED_DOWN_FROM_MARIJUANA
    prefix | U_PREFIX U_CONSPIRACY U_ACCESSORY U_ATTEMPT
    section subdivision age_at_offense drug_form | U_CONFLICT
    super_strike sentence_status | U_DANGER
    age_at_offense jurisdiction | U_MINOR_IN_ADULT_COURT
    age_at_offense date_of_birth offense_date | U_AGE_AT_OFFENSE
    level | U_LEVEL
    subdivision | U_SUBDIVISION
    flower_grams | U_FLOWER_GRAMS
    concentrate_grams | U_CONCENTRATE_GRAMS
    recipient_age | U_RECIPIENT_AGE
    home_grow_lawful | U_HOME_GROW_LAWFUL
    section plants conduct | R_MISD_NOW_11357 R_MISD_NOW_11358 R_MISD_NOW_11359 R_MISD_NOW_11360
    sex_offense | X_SEX_OFFENSE_11358 U_SEX_OFFENSE_11358 X_SEX_OFFENSE_11359 U_SEX_OFFENSE_11359 X_SEX_OFFENSE_11360 U_SEX_OFFENSE_11360
    sold_to_minor | X_SOLD_TO_MINOR_11359 U_SOLD_TO_MINOR_11359
    sold_to_minor recipient_age | X_SOLD_TO_MINOR_11360 U_SOLD_TO_MINOR_11360
    earlier_same_section | U_TWO_PRIORS_11358 U_TWO_PRIORS_11359 U_TWO_PRIORS_11360
"""
"""The facts that a person may look at again, and the reasons that rest on them."""


@pytest.mark.parametrize("name", DECISIVE | AMONG)
def test_an_answer_gives_these_reasons_and_no_others(name: str) -> None:
    facts, _ = (DECISIVE | AMONG)[name]

    assert " ".join(codes(decide(**facts))) == IN_FULL[name]


@table(MORE, "facts, expected")
def test_another_answer_does_too(facts: Facts, expected: str) -> None:
    assert " ".join(codes(decide(**facts))) == expected


def test_each_reason_rests_on_these_facts() -> None:
    rows = [row.split(" | ") for row in BEHIND.strip().splitlines()]
    behind = {code: tuple(facts.split()) for facts, found in rows for code in found.split()}
    all_facts = [facts for facts, _ in (*DECISIVE.values(), *AMONG.values(), *MORE.values())]
    found = {reason.code: reason.facts for facts in all_facts for reason in decide(**facts).reasons}

    assert found == behind
    assert found.keys() == GROUNDS.keys()
