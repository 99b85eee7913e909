"""What a person confirmed enters the answers as if each page had been answered; nothing else does."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from petitions.exchange.reading import read_record
from petitions.interview.answers import (
    Answers,
    asked_of,
    conviction_ids,
    conviction_of,
    new_answers,
    record_json,
)
from petitions.interview.counts import MOST_CONVICTIONS
from petitions.interview.flow import next_page
from petitions.rapsheet.confirming.confirmed import Confirmed, with_confirmed

ON = date(2026, 11, 24)
CRIME = {"code": "HS", "section": "11359", "subdivision": None, "prefix": "none"}
WHOLE: dict[str, Any] = {
    "ending": {"outcome": "convicted"},
    "court": {"jurisdiction": "california_adult"},
    "crime": CRIME,
    "level": {"level": "felony"},
    "county": {"county": "Alameda"},
    "when": {"offense_date": "2003-12-20"},
    "convicted-when": {"conviction_date": "2004-01-02"},
    "case-number": {"case_number": "C1234"},
}
BORN = {"birth-date": {"date_of_birth": "1970-06-01"}}
CANNOT_BE_ON_A_SHEET = {
    "changed",
    "sentence",
    "age",
    "minors",
    "young-helpers",
    "serious-crimes",
    "registration",
}


def confirmed(*convictions: Confirmed, person: dict[str, Any] | None = None) -> Answers:
    return with_confirmed(new_answers(), convictions=convictions, person=person or {})


def keys_asked(answers: Answers, *, most: int = 30) -> list[str]:
    """Answer every next page with "not sure", and return which were asked."""
    found: list[str] = []
    for _page in range(most):
        page = next_page(answers, on=ON)
        if page is None:
            return found
        found.append(page.question.key)
        answers["trail"].append(f"{page.place}/{page.question.key}")
    raise AssertionError(found)


def test_only_what_a_sheet_cannot_say_is_still_asked() -> None:
    asked = keys_asked(confirmed(Confirmed(WHOLE), person=BORN))
    assert asked
    assert set(asked) <= CANNOT_BE_ON_A_SHEET


def test_the_record_is_one_that_the_law_can_read() -> None:
    record = read_record(record_json(confirmed(Confirmed(WHOLE), person=BORN)))
    assert record.convictions[0].section == "11359"
    assert record.convictions[0].county == "Alameda"


def test_the_blank_conviction_of_a_new_visit_makes_room() -> None:
    assert conviction_ids(confirmed(Confirmed(WHOLE))) == ("c2",)


def test_convictions_that_were_answered_before_stay() -> None:
    before = confirmed(Confirmed(WHOLE))
    after = with_confirmed(
        before, convictions=[Confirmed({**WHOLE, "case-number": {"case_number": "D"}})], person={}
    )
    assert conviction_ids(after) == ("c2", "c3")


def test_without_a_conviction_the_blank_one_stays() -> None:
    assert confirmed() == new_answers()


def test_counts_of_one_case_are_one_case() -> None:
    answers = confirmed(Confirmed(WHOLE, "c1"), Confirmed({"crime": CRIME}, "c1"), Confirmed(WHOLE, "c3"))
    first, second, third = conviction_ids(answers)
    assert answers["same_case"] == {second: first}
    assert conviction_of(answers, second)["county"] == "Alameda"
    assert conviction_of(answers, second)["case_number"] == "C1234"
    assert third not in answers["same_case"]


@pytest.mark.parametrize("key", ["level", "convicted-when", "county", "case-number"])
def test_what_only_papers_say_is_not_asked_again_of_whoever_cannot_tell(key: str) -> None:
    said = {name: values for name, values in WHOLE.items() if name != key}
    answers = confirmed(Confirmed(said, not_told=frozenset({key})), person=BORN)
    assert any(entry.endswith(f"/{key}") for entry in answers["trail"])
    assert key not in keys_asked(answers)


@pytest.mark.parametrize("key", ["ending", "court", "crime", "when"])
def test_what_a_person_may_remember_is_asked_where_they_cannot_tell(key: str) -> None:
    said = {name: values for name, values in WHOLE.items() if name not in (key, "convicted-when")}
    answers = confirmed(Confirmed(said, not_told=frozenset({key})), person=BORN)
    assert key in keys_asked(answers)


def test_a_serious_crime_with_its_date_is_not_asked_again() -> None:
    priors = [{"conviction_date": "1995-01-01"}]
    person = {"serious-crimes": {"super_strike": priors}, "serious-crime-dates": {"super_strike": priors}}
    answers = confirmed(Confirmed(WHOLE), person={**BORN, **person})
    assert "super_strike" in asked_of(answers)[""]
    assert not {"serious-crimes", "serious-crime-dates"} & set(keys_asked(answers))


def test_a_question_that_there_is_not_is_passed_over() -> None:
    assert confirmed(person={"no-such-question": {"x": 1}}) == new_answers()


def test_a_full_list_takes_no_more() -> None:
    answers = confirmed(*[Confirmed({"crime": CRIME})] * (MOST_CONVICTIONS + 1))
    assert len(conviction_ids(answers)) == MOST_CONVICTIONS
