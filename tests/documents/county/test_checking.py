"""Which counts and cases may stand on a paper of a county review; a table that a lawyer can read."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from petitions.documents.county.cases import Ground, Mover
from petitions.documents.county.checking import Why, checked
from petitions.law.terms import Level, Prefix, Relief, Sentence
from tests.documents.county.county_samples import a_case, a_count, an_office

DISMISS, MISDEMEANOR, INFRACTION = Relief.DISMISS_SEAL, Relief.MISDEMEANOR, Relief.INFRACTION


@pytest.mark.parametrize(
    ("count", "why"),
    [
        ({}, None),
        ({"relief": None}, Why.HAND_REVIEW),
        ({"relief": Relief.NONE}, Why.NOTHING_ASKED),
        ({"section": "11357", "subdivision": "b"}, None),
        ({"section": "11360", "prefix": Prefix.ATTEMPT}, None),
        ({"section": "11366"}, Why.OTHER_SECTION),
        ({"section": "11357.5"}, Why.OTHER_SECTION),
        ({"section": "111357"}, Why.OTHER_SECTION),
        ({"prefix": Prefix.CONSPIRACY}, Why.OTHER_SECTION),
        ({"prefix": Prefix.ACCESSORY}, Why.OTHER_SECTION),
        ({"conviction_date": None}, None),
        ({"conviction_date": date(2016, 11, 8)}, None),
        ({"conviction_date": date(2016, 11, 9)}, Why.AFTER_THE_ACT),
        ({"level": None, "relief": MISDEMEANOR}, None),
        ({"level": Level.FELONY, "relief": MISDEMEANOR}, None),
        ({"level": Level.MISDEMEANOR, "relief": INFRACTION}, None),
        ({"level": Level.MISDEMEANOR, "relief": MISDEMEANOR}, Why.NOT_LOWER),
        ({"level": Level.INFRACTION, "relief": INFRACTION}, Why.NOT_LOWER),
        ({"level": Level.INFRACTION, "relief": DISMISS}, None),
        ({"ground": None}, Why.NO_GROUND),
        ({"ground": Ground.LAWFUL_TODAY}, None),
        ({"ground": Ground.LAWFUL_TODAY, "relief": MISDEMEANOR}, Why.NO_GROUND),
        ({"ground": Ground.LESSER_TODAY}, Why.NO_GROUND),
        ({"ground": Ground.LESSER_TODAY, "relief": INFRACTION}, None),
        ({"ground": Ground.PRESUMED}, None),
    ],
)
def test_a_count_stands_on_a_paper_or_is_left_out_for_one_reason(
    count: dict[str, Any], why: Why | None
) -> None:
    found = checked(a_case(a_count(), a_count(**count)), office=an_office())
    assert found.not_made is None
    assert found.left_out == (((2, why),) if why else ())
    assert len(found.case.counts) == (1 if why else 2)


@pytest.mark.parametrize(
    ("case", "why"),
    [
        ({}, None),
        ({"case_number": None}, Why.NO_CASE_NUMBER),
        ({"case_number": " "}, Why.NO_CASE_NUMBER),
        ({"case_number": "BA1; BA2"}, Why.SEVERAL_CASE_NUMBERS),
        ({"name": ""}, Why.NO_NAME),
        ({"county": "Narnia"}, Why.UNKNOWN_COUNTY),
        ({"county": "LOS ANGELES"}, None),
        ({"sentence": None}, None),
        ({"sentence": Sentence.SUPERVISED}, Why.STILL_SERVING),
        ({"sentence": Sentence.IN_CUSTODY}, Why.STILL_SERVING),
        ({"counts": ()}, Why.NO_COUNT_LEFT),
        ({"counts": (a_count(relief=None),)}, Why.NO_COUNT_LEFT),
        ({"counts": (a_count(),) * 201}, Why.TOO_MANY_COUNTS),
    ],
)
def test_a_case_has_papers_or_one_reason_why_not(case: dict[str, Any], why: Why | None) -> None:
    assert checked(a_case(**case), office=an_office()).not_made is why


def test_only_the_prosecution_can_say_that_it_does_not_challenge() -> None:
    defender = an_office(mover=Mover.DEFENDER)
    assert checked(a_case(), office=defender).left_out == ((1, Why.NO_GROUND),)
    assert checked(a_case(a_count(ground=Ground.PRESUMED)), office=defender).left_out == ()
