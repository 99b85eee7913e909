"""The words the Act and the record use, as closed sets, with the Act's numbers."""

from __future__ import annotations

from datetime import date
from enum import IntEnum, StrEnum, auto

EFFECTIVE = date(2016, 11, 9)
"""First day of Proposition 64; an offense on or after it was charged under the new law."""
LAST_DAY_BEFORE = date(2016, 11, 8)
FLOWER_LIMIT_GRAMS = 28.5
CONCENTRATE_LIMIT_GRAMS = 8.0
CONCENTRATE_LIMIT_2016_GRAMS = 4.0
PLANT_LIMIT = 6


class Relief(IntEnum):
    """What a court can do, from nothing to the best (Health & Saf. Code, § 11361.8)."""

    NONE = 0
    MISDEMEANOR = 1
    INFRACTION = 2
    DISMISS_SEAL = 3


class Offense(IntEnum):
    """How serious an act is, from lawful to felony."""

    LAWFUL = 0
    INFRACTION = 1
    MISDEMEANOR = 2
    FELONY = 3


class Outcome(StrEnum):
    """The one-line answer for a conviction."""

    DISMISS_SEAL = "DISMISS_SEAL"
    REDUCE_TO_INFRACTION = "REDUCE_TO_INFRACTION"
    REDUCE_TO_MISDEMEANOR = "REDUCE_TO_MISDEMEANOR"
    AT_LEAST_MISDEMEANOR_MAYBE_DISMISS = "AT_LEAST_MISDEMEANOR_MAYBE_DISMISS"
    AT_LEAST_MISDEMEANOR_MAYBE_INFRACTION = "AT_LEAST_MISDEMEANOR_MAYBE_INFRACTION"
    AT_LEAST_INFRACTION_MAYBE_DISMISS = "AT_LEAST_INFRACTION_MAYBE_DISMISS"
    NEEDS_REVIEW = "NEEDS_REVIEW"
    FELONY_EXCEPTION = "FELONY_EXCEPTION"
    NO_LESSER_OFFENSE = "NO_LESSER_OFFENSE"
    NOT_COVERED_SECTION = "NOT_COVERED_SECTION"
    NOT_COVERED_DATE = "NOT_COVERED_DATE"
    NOT_COVERED_JURISDICTION = "NOT_COVERED_JURISDICTION"
    NOT_A_CONVICTION = "NOT_A_CONVICTION"
    JUVENILE_REDUCE = "JUVENILE_REDUCE"
    ALREADY_CLEARED = "ALREADY_CLEARED"


class Status(StrEnum):
    """What the outcome means for the next step."""

    ELIGIBLE = "ELIGIBLE"
    NEEDS_REVIEW = "NEEDS_REVIEW"
    NOT_ELIGIBLE = "NOT_ELIGIBLE"
    CHECK_FIRST = "CHECK_FIRST"


class Track(StrEnum):
    """Which paper would be used."""

    APPLICATION_E = "APPLICATION_E"
    PETITION_A = "PETITION_A"
    JUVENILE_M = "JUVENILE_M"
    FALLBACK = "FALLBACK"
    NEEDS_REVIEW = "NEEDS_REVIEW"
    NONE = "NONE"


class Jurisdiction(StrEnum):
    CALIFORNIA_ADULT = "california_adult"
    CALIFORNIA_JUVENILE = "california_juvenile"
    FEDERAL = "federal"
    OTHER_STATE = "other_state"
    TRIBAL_OR_MILITARY = "tribal_or_military"


CALIFORNIA = (Jurisdiction.CALIFORNIA_ADULT, Jurisdiction.CALIFORNIA_JUVENILE)
"""The courts whose convictions the Act reaches."""


class Disposition(StrEnum):
    """How the case ended; the contract's key is ``outcome``."""

    CONVICTED = "convicted"
    DIVERTED = "diverted"
    ARREST_ONLY = "arrest_only"


class Prefix(StrEnum):
    NONE = "none"
    ATTEMPT = "attempt"
    CONSPIRACY = "conspiracy"
    ACCESSORY = "accessory"


class Level(StrEnum):
    """The class on the record at conviction."""

    FELONY = "felony"
    MISDEMEANOR = "misdemeanor"
    INFRACTION = "infraction"


class AgeBracket(StrEnum):
    UNDER_18 = "under_18"
    FROM_18_TO_20 = "18_to_20"
    FROM_21 = "21_or_older"


class DrugForm(StrEnum):
    FLOWER = "flower"
    CONCENTRATE = "concentrate"
    BOTH = "both"
    PLANTS = "plants"
    EDIBLE = "edible"


class FlowerBand(StrEnum):
    AT_MOST = "at_most_28.5"
    MORE = "more_than_28.5"


class ConcentrateBand(StrEnum):
    AT_MOST = "at_most_8"
    MORE = "more_than_8"


class PlantBand(StrEnum):
    AT_MOST = "at_most_6"
    MORE = "more_than_6"


class Conduct(StrEnum):
    SOLD = "sold"
    OFFERED_TO_SELL = "offered_to_sell"
    TRANSPORTED_FOR_SALE = "transported_for_sale"
    TRANSPORTED = "transported"
    GAVE_AWAY = "gave_away"
    IMPORTED = "imported"
    EXPORTED = "exported"


class Recipient(StrEnum):
    FROM_21 = "21_or_older"
    FROM_18_TO_20 = "18_to_20"
    UNDER_18 = "under_18"
    NOBODY = "none"


class Sentence(StrEnum):
    COMPLETED = "completed"
    IN_CUSTODY = "in_custody"
    SUPERVISED = "supervised"


class LaterRelief(StrEnum):
    REDUCED_17B = "reduced_17b"
    PROP_47 = "prop_47"
    DISMISSED_1203 = "dismissed_1203"
    PROP_64_REDESIGNATED = "prop_64_redesignated"
    PROP_64_DISMISSED = "prop_64_dismissed"
    PROP_64_ORDER = "prop_64_order"


class PriorCourt(StrEnum):
    ADULT = "adult"
    JUVENILE = "juvenile"
    UNSURE = "unsure"


class Trilean(StrEnum):
    """An answer that may be unsure."""

    NO = auto()
    UNSURE = auto()
    YES = auto()
