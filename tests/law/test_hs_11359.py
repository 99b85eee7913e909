"""Old § 11359, possession for sale: a misdemeanor today at 18, whatever the weight (specification 1.4)."""

from __future__ import annotations

from typing import Any

from tests.law.answers import (
    DATE_NOT_COVERED,
    JUVENILE,
    MINOR_IN_ADULT_COURT,
    MISDEMEANOR,
    NOTHING_LOWER,
    OPEN_TO_MISDEMEANOR,
)
from tests.law.records import LEFT_OUT, answer, decide, table

Facts = dict[str, Any]
FOR_SALE: Facts = {"section": "11359", "level": "felony"}

ROWS = {
    "33": ({"age_at_offense": 33}, MISDEMEANOR),
    "exactly 21": ({"age_at_offense": 21}, MISDEMEANOR),
    "18": ({"age_at_offense": 18}, MISDEMEANOR),
    "17 in juvenile court": ({"age_at_offense": 17, "jurisdiction": "california_juvenile"}, JUVENILE),
    "17 in adult court": ({"age_at_offense": 17}, MINOR_IN_ADULT_COURT),
    "perhaps under 18": ({"age_at_offense": None}, ("NEEDS_REVIEW", "MISDEMEANOR", "INFRACTION")),
    "two pounds": ({"drug_form": "flower", "flower_grams": 907}, MISDEMEANOR),
    "5 g": ({"drug_form": "flower", "flower_grams": 5}, MISDEMEANOR),
    "nothing known of the substance": (
        {"drug_form": LEFT_OUT, "flower_grams": LEFT_OUT, "conduct": LEFT_OUT},
        MISDEMEANOR,
    ),
    "a letter means nothing: the section had none": ({"subdivision": "c"}, MISDEMEANOR),
    "misdemeanor on record: perhaps lowered already": ({"level": "misdemeanor"}, OPEN_TO_MISDEMEANOR),
    "misdemeanor since under § 17(b)": ({"later_relief": ["reduced_17b"]}, NOTHING_LOWER),
    "level not known: a felony by the law of the time": ({"level": "unsure"}, MISDEMEANOR),
    "offense of 2016-11-08, convicted in 2017": (
        {"offense_date": "2016-11-08", "conviction_date": "2017-03-01"},
        MISDEMEANOR,
    ),
    "offense of 2016-11-09": (
        {"offense_date": "2016-11-09", "conviction_date": "2017-03-01"},
        DATE_NOT_COVERED,
    ),
}


@table(ROWS)
def test_possession_for_sale_goes_by_age_alone(facts: Facts, expected: tuple[str, ...]) -> None:
    assert answer(decide(**FOR_SALE | facts)) == expected
