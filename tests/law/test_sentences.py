"""What of the law each reason's sentence says: its numbers, and the classes of crime."""

from __future__ import annotations

import re

from petitions.law.texts import SENTENCES

OF_THE_LAW = re.compile(r"\d[\d.]*\d|\d|\b(?:misdemeanor|infraction|felony|legal|six|two|November)\b")
SAID = """
    N_DATE | November 9 2016
    N_CLEARED | 64
    N_SECTION | 64
    R_LAWFUL_21_POSSESS | 21 28.5 8
    R_LAWFUL_21_GIVE | 21 21
    R_LAWFUL_GROW | 21 six
    R_LAWFUL_PRODUCE | 21 six
    R_INFRACTION_POSSESS | 18 20 infraction
    R_INFRACTION_GROW_U21 | 18 20 six infraction
    R_INFRACTION_HOME_RULES | six infraction
    R_INFRACTION_MOVE | infraction
    R_SCHOOL | misdemeanor
    R_PLANTS_PROOF | six
    X_IMPORT_EXPORT | felony
    U_IMPORT_EXPORT | felony
    X_HIRED_U21 | 20 felony
    X_ENVIRONMENT | felony
    U_OFFENSE_DATE | November 9 2016
    U_MEASURING_SECTION | 64
    U_CONSPIRACY | legal
    U_ACCESSORY | felony
    U_MINOR_IN_ADULT_COURT | 18
    U_AGE_AT_OFFENSE | 18 18 20 21
    U_LEVEL | felony misdemeanor infraction
    U_PLANTS | six
    U_FLOWER_GRAMS | 28.5
    U_CONCENTRATE_GRAMS | 4 8
    U_HIRED_UNDER_21 | 20 felony
    U_ENVIRONMENTAL_HARM | felony
    R_MISD_NOW_11357 | misdemeanor
    R_MISD_NOW_11358 | six misdemeanor felony
    R_MISD_NOW_11359 | misdemeanor
    R_MISD_NOW_11360 | misdemeanor felony
    R_INFRACTION_U18_11357 | 18 infraction
    R_INFRACTION_U18_11358 | 18 infraction
    R_INFRACTION_U18_11359 | 18 infraction
    R_INFRACTION_U18_11360 | 18 infraction
    X_SUPER_STRIKE_11358 | felony
    X_SUPER_STRIKE_11359 | felony
    X_SUPER_STRIKE_11360 | felony
    U_SUPER_STRIKE_11358 | felony
    U_SUPER_STRIKE_11359 | felony
    U_SUPER_STRIKE_11360 | felony
    X_SEX_OFFENSE_11358 | felony
    X_SEX_OFFENSE_11359 | felony
    X_SEX_OFFENSE_11360 | felony
    U_SEX_OFFENSE_11358 | felony
    U_SEX_OFFENSE_11359 | felony
    U_SEX_OFFENSE_11360 | felony
    X_SOLD_TO_MINOR_11359 | 18 felony
    X_SOLD_TO_MINOR_11360 | 18 felony
    U_SOLD_TO_MINOR_11359 | 18 felony
    U_SOLD_TO_MINOR_11360 | 18 felony
    U_TWO_PRIORS_11358 | two felony
    U_TWO_PRIORS_11359 | two felony
    U_TWO_PRIORS_11360 | two felony
"""
"""Every other sentence names no number and no class."""


def test_a_sentence_names_the_numbers_and_classes_of_the_law() -> None:
    said = {code: " ".join(OF_THE_LAW.findall(sentence)) for code, sentence in SENTENCES.items()}
    rows = [row.split(" | ") for row in SAID.strip().splitlines()]

    assert {code: words for code, words in said.items() if words} == {
        code.strip(): words for code, words in rows
    }
