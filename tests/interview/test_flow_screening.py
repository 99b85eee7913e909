"""From the first question to the result, in as few pages as the law needs."""

from __future__ import annotations

import pytest

from tests.interview.walk import RESULT, SIMPLE, Fields, Walk, card, crime, when

pytestmark = pytest.mark.django_db


def walk(**answers: Fields) -> Walk:
    """Answer as in the simple case, but for what is named (a dash is written as two underscores)."""
    changed = {key.replace("__", "-"): fields for key, fields in answers.items()}
    return Walk().begin().until({**SIMPLE, **changed})


def test_simple_possession_takes_at_most_nine_pages() -> None:
    walked = walk(crime=crime("HS 11357(b)"))
    assert walked.path == RESULT
    assert len(walked.keys) <= 9, walked.keys


def test_when_one_was_convicted_is_asked_only_where_it_matters() -> None:
    adult, younger = walk(crime=crime("HS 11357(b)")), walk(crime=crime("HS 11357(b)"), age=card("18_to_20"))
    assert "convicted-when" not in adult.keys
    assert younger.path == RESULT
    assert younger.keys.index("convicted-when") > younger.keys.index("crime")


def test_one_kind_of_marijuana_is_not_asked_for_the_weight_of_the_other() -> None:
    little = {"weight": card("at_most_28.5"), "school": card("no")}
    walked = walk(crime=crime("HS 11357"), kind=card("flower"), **little)
    assert walked.path == RESULT
    assert "hash-weight" not in walked.keys


def test_who_named_the_youngest_buyer_is_not_asked_about_minors() -> None:
    walked = walk(crime=crime("11360"), act=card("sold"), recipient=card("18_to_20"))
    assert walked.path == RESULT
    assert "minors" not in walked.keys


def test_possession_for_sale_takes_at_most_thirteen_pages() -> None:
    walked = walk(crime=crime("11359"))
    assert walked.path == RESULT
    assert len(walked.keys) <= 13, walked.keys


def test_growing_with_an_unknown_number_of_plants_asks_once() -> None:
    walked = walk(crime=crime("11358"), plants=card("unsure"), home__grow=card("yes"))
    assert walked.path == RESULT
    assert walked.keys.count("plants") == 1


def test_on_probation_the_danger_question_is_asked() -> None:
    walked = walk(crime=crime("11357(b)"), sentence=card("supervised"))
    assert walked.path == RESULT
    assert "serious-crimes" in walked.keys


def test_a_super_strike_asks_for_its_date() -> None:
    dates = {**when("1999"), "court_1": "adult"}
    walked = walk(crime=crime("11359"), serious__crimes=card("yes"), serious__crime__dates=dates)
    assert walked.path == RESULT
    assert "serious-crime-dates" in walked.keys


def test_a_crime_that_made_one_register_asks_for_its_date() -> None:
    dates = {**when("1999"), "court_1": "adult"}
    walked = walk(crime=crime("11359"), registration=card("yes"), registration__dates=dates)
    assert walked.path == RESULT
    assert "registration-dates" in walked.keys


def test_a_super_strike_whose_date_cannot_matter_is_asked_no_more_of() -> None:
    walked = walk(crime=crime("11357(b)"), sentence=card("supervised"), serious__crimes=card("yes"))
    assert walked.path == RESULT
    assert "serious-crime-dates" not in walked.keys


def test_juvenile_court_reaches_a_result() -> None:
    walked = walk(crime=crime("11357(b)"), court=card("california_juvenile"))
    assert walked.path == RESULT
    assert "serious-crimes" not in walked.keys


def test_conspiracy_reaches_a_result() -> None:
    assert walk(crime=crime("182/11360"), act=card("sold"), recipient=card("21_or_older")).path == RESULT


def test_an_offense_of_2018_ends_after_three_questions() -> None:
    walked = walk(when=when("2018"))
    assert (walked.path, walked.keys) == (RESULT, ["ending", "court", "when"])


def test_a_federal_case_ends_after_two_questions() -> None:
    walked = walk(court=card("federal"))
    assert (walked.path, walked.keys) == (RESULT, ["ending", "court"])


def test_an_arrest_ends_after_one_question() -> None:
    walked = walk(ending=card("arrest_only"))
    assert (walked.path, walked.keys) == (RESULT, ["ending"])


def test_a_birth_date_is_only_asked_of_those_who_do_not_know_their_age() -> None:
    known = walk(crime=crime("11357(b)"))
    unknown = walk(crime=crime("11357(b)"), age=card("unsure"), birth__date=when("1975", "3", "2"))
    assert "birth-date" not in known.keys
    assert unknown.path == RESULT
    assert "birth-date" in unknown.keys


def test_not_sure_everywhere_still_reaches_a_result() -> None:
    walked, unsure = Walk().begin(), {"answer": "unsure", "unsure": "on", "word": "unsure"}
    for _page in range(45):
        if not walked.key:
            break
        is_date = "answer_year" in walked.text
        walked.answer(**({"unsure": "on"} if is_date else unsure))
    assert walked.path == RESULT
    assert len(set(walked.keys)) == len(walked.keys)
