"""What each reason rests on, by its code; the first citation is one that was in force on the Act's first day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from petitions.law import authorities as law
from petitions.law.authorities import Authority

_MISDEMEANOR_TODAY = {
    "11357": (law.POSSESSION_MORE,),
    "11358": (law.GROWING_MORE,),
    "11359": (law.SALE,),
    "11360": (law.MOVING,),
}
_MINOR_TODAY = {
    "11357": (law.POSSESSION_MINOR,),
    "11358": (law.GROWING_MINOR,),
    "11359": (law.SALE_MINOR,),
    "11360": (law.MOVING_MINOR,),
}
_FELONY = {"11358": law.GROWING_FELONY, "11359": law.SALE_FELONY, "11360": law.MOVING_FELONY}
_THIRD = {"11358": law.GROWING_THIRD, "11359": law.SALE_THIRD, "11360": law.MOVING_THIRD}
_TO_MINOR = {"11359": law.SALE_TO_MINOR, "11360": law.MOVING_TO_MINOR}

GROUNDS: Mapping[str, tuple[Authority, ...]] = {
    "N_ARREST": (law.RELIEF_BOTH, law.ARREST_SEALING, law.ARREST_RECORDS),
    "N_DIVERSION": (law.RELIEF_BOTH, law.DIVERSION),
    "N_JURISDICTION": (law.RELIEF_BOTH, law.RELIEF_COURT),
    "N_DATE": (law.RELIEF_BOTH,),
    "N_CLEARED": (law.RELIEF_APPLICATION, law.AUTOMATIC),
    "N_SECTION": (law.RELIEF_APPLICATION,),
    "N_CONSPIRACY": (law.RELIEF_APPLICATION, law.CONSPIRACY, law.CONSPIRACIES),
    "N_PRISON": (law.RELIEF_APPLICATION, law.PRISON),
    "R_SAME_CLASS": (law.RELIEF_APPLICATION,),
    "R_REDESIGNATED": (law.RELIEF_EFFECT, law.AUTOMATIC),
    "R_LAWFUL_21_POSSESS": (law.LAWFUL_POSSESSION, law.RELIEF_APPLICATION),
    "R_LAWFUL_21_GIVE": (law.LAWFUL_POSSESSION, law.RELIEF_APPLICATION),
    "R_LAWFUL_GROW": (law.LAWFUL_GROWING, law.HOME_RULES),
    "R_LAWFUL_PRODUCE": (law.LAWFUL_GROWING, law.HOME_RULES),
    "R_EDIBLE": (law.EDIBLES, law.LAWFUL_POSSESSION),
    "R_INFRACTION_POSSESS": (law.POSSESSION_UNDER_21,),
    "R_INFRACTION_GROW_U21": (law.GROWING_UNDER_21,),
    "R_INFRACTION_HOME_RULES": (law.HOME_RULES, law.HOME_RULES_BROKEN),
    "R_INFRACTION_MOVE": (law.MOVING_LITTLE, law.TRANSPORT),
    "R_SCHOOL": (law.POSSESSION_SCHOOL,),
    "R_PLANTS_PROOF": (law.GROWING_MORE, law.PLANT_PROOF),
    "R_SALE_PROOF": (law.MOVING, law.HEARSAY),
    "R_APPLICATION": (law.RELIEF_APPLICATION,),
    "R_PETITION": (law.RELIEF_PETITION,),
    "R_JUVENILE": (law.RELIEF_JUVENILE,),
    "X_IMPORT_EXPORT": (law.MOVING_BORDER,),
    "U_IMPORT_EXPORT": (law.MOVING_BORDER,),
    "X_HIRED_U21": (law.SALE_HELPERS,),
    "X_ENVIRONMENT": (law.GROWING_HARM,),
    "X_SMIT": (law.RELIEF_APPLICATION, law.PRIORS),
    "U_OUTCOME": (law.RELIEF_BOTH,),
    "U_JURISDICTION": (law.RELIEF_BOTH,),
    "U_OFFENSE_DATE": (law.RELIEF_BOTH,),
    "U_SECTION": (law.RELIEF_APPLICATION,),
    "U_PREFIX": (law.RELIEF_APPLICATION,),
    "U_PREDECESSOR": (law.RELIEF_BOTH, law.DESTRUCTION),
    "U_MEASURING_SECTION": (law.RELIEF_BOTH,),
    "U_CONFLICT": (law.RELIEF_BOTH,),
    "U_CONSPIRACY": (law.RELIEF_BOTH, law.CONSPIRACY, law.CONSPIRACIES),
    "U_ACCESSORY": (law.RELIEF_BOTH, law.ACCESSORY, law.ACCESSORIES),
    "U_ATTEMPT": (law.RELIEF_BOTH, law.ATTEMPT),
    "U_PLEADED_DOWN_FROM_MARIJUANA": (law.RELIEF_APPLICATION,),
    "U_DANGER": (law.RELIEF_DANGER, law.DANGER, law.SUPER_STRIKES),
    "U_MINOR_IN_ADULT_COURT": (law.RELIEF_BOTH, law.RELIEF_JUVENILE),
    "U_AGE_AT_OFFENSE": (law.LAWFUL_POSSESSION, law.AGE_COUNTS),
    "U_LEVEL": (law.RELIEF_BOTH,),
    "U_SENTENCE_STATUS": (law.RELIEF_BOTH,),
    "U_SUBDIVISION": (law.RELIEF_BOTH,),
    "U_PLANTS": (law.GROWING_MORE, law.PLANT_PROOF),
    "U_DRUG_FORM": (law.LAWFUL_POSSESSION,),
    "U_FLOWER_GRAMS": (law.LAWFUL_POSSESSION,),
    "U_CONCENTRATE_GRAMS": (law.LAWFUL_POSSESSION,),
    "U_CONDUCT": (law.MOVING, law.MOVING_LITTLE),
    "U_RECIPIENT_AGE": (law.LAWFUL_POSSESSION, law.MOVING_LITTLE),
    "U_HOME_GROW_LAWFUL": (law.LAWFUL_GROWING, law.HOME_RULES),
    "U_ON_SCHOOL_GROUNDS": (law.POSSESSION_SCHOOL,),
    "U_FROM_OWN_HOME_PLANTS": (law.LAWFUL_GROWING, law.HOME_RULES),
    "U_HIRED_UNDER_21": (law.SALE_HELPERS,),
    "U_ENVIRONMENTAL_HARM": (law.GROWING_HARM,),
    **{f"R_MISD_NOW_{section}": found for section, found in _MISDEMEANOR_TODAY.items()},
    **{f"R_INFRACTION_U18_{section}": found for section, found in _MINOR_TODAY.items()},
    **{
        f"{mark}_SUPER_STRIKE_{section}": (found, law.SUPER_STRIKES)
        for section, found in _FELONY.items()
        for mark in "XU"
    },
    **{
        f"{mark}_SEX_OFFENSE_{section}": (found, law.SEX_OFFENSES)
        for section, found in _FELONY.items()
        for mark in "XU"
    },
    **{f"{mark}_SOLD_TO_MINOR_{section}": (found,) for section, found in _TO_MINOR.items() for mark in "XU"},
    **{f"U_TWO_PRIORS_{section}": (found,) for section, found in _THIRD.items()},
}
"""Every reason code. Those that end in a section number differ only in what they cite."""


@lru_cache(maxsize=4096)
def citations_of(code: str, on: date) -> tuple[str, ...]:
    """Return what a reason cites on a day, in order; only what is in force then."""
    return tuple(authority.cite for authority in GROUNDS[code] if authority.in_force(on))
