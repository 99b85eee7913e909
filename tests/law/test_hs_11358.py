"""Old § 11358, growing: age and number of plants (specification 1.4; clarification C14)."""

from __future__ import annotations

from typing import Any

from tests.law.answers import (
    DISMISSED,
    INFRACTION,
    INFRACTION_TO_DISMISSED,
    JUVENILE,
    MINOR_IN_ADULT_COURT,
    MISDEMEANOR,
    MISDEMEANOR_TO_DISMISSED,
    MISDEMEANOR_TO_INFRACTION,
    OPEN_TO_DISMISSED,
    OPEN_TO_MISDEMEANOR,
)
from tests.law.records import answer, decide, table

Facts = dict[str, Any]
GROWING: Facts = {"section": "11358", "level": "felony", "plants": 4, "home_grow_lawful": "yes"}

ROWS = {
    "21, 4 plants, home rules kept": ({}, DISMISSED),
    "21, exactly 6 plants, home rules kept": ({"plants": 6}, DISMISSED),
    "21, at most 6 plants, home rules kept": ({"plants": "at_most_6"}, DISMISSED),
    "21, no plants left to count": ({"plants": 0}, DISMISSED),
    "21, 7 plants, home rules kept": ({"plants": 7}, MISDEMEANOR),
    "21, more than 6 plants": ({"plants": "more_than_6"}, MISDEMEANOR),
    "21, 4 plants in the open front yard": ({"home_grow_lawful": "no"}, INFRACTION),
    "21, 4 plants, home rules not known": ({"home_grow_lawful": "unsure"}, INFRACTION_TO_DISMISSED),
    "21, plants not known, home rules kept": ({"plants": "unsure"}, MISDEMEANOR_TO_DISMISSED),
    "21, plants not known, home rules broken": (
        {"plants": "unsure", "home_grow_lawful": "no"},
        MISDEMEANOR_TO_INFRACTION,
    ),
    "20, 3 plants: lawful only from 21": ({"age_at_offense": 20, "plants": 3}, INFRACTION),
    "20, 8 plants": ({"age_at_offense": 20, "plants": 8}, MISDEMEANOR),
    "20, plants not known": ({"age_at_offense": 20, "plants": "unsure"}, MISDEMEANOR_TO_INFRACTION),
    "18 or older, 3 plants at home": (
        {"age_at_offense": None, "date_of_birth": "1984-03-02", "offense_date": "2005", "plants": 3},
        INFRACTION_TO_DISMISSED,
    ),
    "17 in juvenile court, 100 plants": (
        {"age_at_offense": 17, "jurisdiction": "california_juvenile", "plants": 100},
        JUVENILE,
    ),
    "17 in adult court, 100 plants": ({"age_at_offense": 17, "plants": 100}, MINOR_IN_ADULT_COURT),
    "a letter means nothing: the section had none": ({"subdivision": "c"}, DISMISSED),
    "the substance and its weight mean nothing": (
        {"drug_form": "concentrate", "concentrate_grams": 500},
        DISMISSED,
    ),
    "a school means nothing": ({"on_school_grounds": "yes"}, DISMISSED),
    "misdemeanor on record, which it could not be then": ({"level": "misdemeanor"}, DISMISSED),
    "misdemeanor on record, 7 plants: perhaps lowered already": (
        {"level": "misdemeanor", "plants": 7},
        OPEN_TO_MISDEMEANOR,
    ),
    "level not known, 7 plants: a felony by the law of the time": (
        {"level": "unsure", "plants": 7},
        MISDEMEANOR,
    ),
    "offense of 2016-11-08": (
        {"offense_date": "2016-11-08", "conviction_date": "2017-03-01", "plants": 7},
        MISDEMEANOR,
    ),
    "perhaps an offense of 2016-11-09": (
        {"offense_date": "2016-11", "conviction_date": "2017-03-01"},
        OPEN_TO_DISMISSED,
    ),
}


@table(ROWS)
def test_growing_goes_by_age_plants_and_home_rules(facts: Facts, expected: tuple[str, ...]) -> None:
    assert answer(decide(**GROWING | facts)) == expected
