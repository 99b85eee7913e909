"""Change, Back, refresh, two tabs, several convictions: nothing is lost and nothing is asked twice."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.interview.walk import POSSESSION, RESULT, Walk, card, crime, when

pytestmark = pytest.mark.django_db


def test_a_change_comes_back_to_the_result_and_keeps_later_answers() -> None:
    walked = Walk().begin().until(POSSESSION)
    walked.go("/interview/c1/when/?next=result")
    assert 'value="2005"' in walked.text
    walked.answer(**when("2006", "May"))
    assert walked.path == RESULT


def test_a_change_asks_what_became_necessary_then_comes_back() -> None:
    walked = Walk().begin().until(POSSESSION)
    walked.go("/interview/c1/sentence/?next=convictions").answer(**card("in_custody"))
    assert walked.key == "serious-crimes"
    assert walked.path.endswith("?next=convictions")
    walked.until(POSSESSION)
    assert walked.path == "/interview/convictions/"


@pytest.mark.parametrize("token", ["https://example.com", "//example.com", "/x", "javascript:1", "check%00"])
def test_a_return_to_elsewhere_is_ignored(token: str) -> None:
    walked = Walk().begin().until(POSSESSION)
    walked.go(f"/interview/c1/when/?next={token}")
    assert "example.com" not in walked.text
    walked.answer(**when("2006"))
    assert walked.path == RESULT


def test_refresh_and_back_show_what_was_answered() -> None:
    walked = Walk().begin().answer(**card("convicted"))
    walked.go("/interview/c1/ending/")
    assert walked.text.count("checked") == 1
    walked.go("/interview/c1/ending/").answer(**card("convicted"))
    assert walked.key == "court"


def test_back_goes_to_the_page_before() -> None:
    walked = Walk().begin().answer(**card("convicted")).answer(**card("california_adult"))
    assert walked.key == "when"
    assert 'href="/interview/c1/court/"' in walked.text
    assert 'href="/interview/c1/ending/"' in walked.go("/interview/c1/court/").text


def test_the_address_of_a_page_that_was_not_reached_can_be_opened() -> None:
    assert Walk().begin().go("/interview/c1/plants/").response.status_code == 200


def test_two_tabs_on_different_questions_both_count() -> None:
    first = Walk().begin()
    second = Walk(first.client).go("/interview/c1/county/")
    first.answer(**card("convicted"))
    second.answer(**card("Alameda"))
    assert "Alameda" in first.go("/interview/convictions/").text
    assert "I was convicted" in first.text


def test_two_tabs_on_one_question_show_both_answers() -> None:
    first = Walk().begin().go("/interview/c1/county/")
    second = Walk(first.client).go("/interview/c1/county/")
    first.answer(**card("Alameda"))
    second.follow(second.post(**card("Humboldt")))
    assert second.key == "county"
    assert "another tab" in second.text
    assert "<bdi>Alameda</bdi>" in second.text
    second.answer(**card("Humboldt"))
    assert "Humboldt" in first.go("/interview/convictions/").text


def test_two_tabs_with_the_same_answer_are_no_conflict() -> None:
    first = Walk().begin().go("/interview/c1/county/")
    second = Walk(first.client).go("/interview/c1/county/")
    first.answer(**card("Alameda"))
    second.answer(**card("Alameda"))
    assert second.key == "ending"


def test_a_second_count_of_the_same_case_copies_what_is_the_same() -> None:
    walked = Walk().begin().until(POSSESSION).go("/interview/convictions/add/")
    walked.follow(walked.post(**card("c1")))
    walked.until({**POSSESSION, "crime": crime("11359")})
    assert walked.path == RESULT
    second = walked.keys[walked.keys.index("county") + 1 :]
    assert "county" not in second
    assert "ending" not in second


def test_a_conviction_in_another_case_begins_anew_and_can_be_removed() -> None:
    walked = Walk().begin().until(POSSESSION).go("/interview/convictions/add/")
    walked.follow(walked.post(**card("other")))
    assert walked.path == "/interview/c2/ending/"
    walked.go("/interview/c2/remove/")
    walked.follow(walked.post())
    assert walked.path == "/interview/convictions/"
    assert "/interview/c2/" not in walked.text
    assert walked.client.get("/interview/c2/ending/").status_code == 302


def test_the_last_conviction_can_be_removed_and_another_begun() -> None:
    walked = Walk().begin()
    walked.go("/interview/c1/remove/")
    walked.follow(walked.post())
    assert "no conviction here" in walked.text
    walked.go("/interview/convictions/add/")
    assert walked.path == "/interview/c2/ending/"


def test_without_answers_a_kind_page_offers_to_start() -> None:
    response = Client().get("/interview/c1/ending/")
    assert response.status_code == 410
    assert b"/interview/begin/" in response.content


def test_leaving_deletes_the_answers() -> None:
    walked = Walk().begin().answer(**card("convicted"))
    cookies = walked.client.cookies.output()
    walked.follow(walked.client.post("/leave/"))
    assert walked.path == "/cleared/"
    assert walked.client.get("/interview/c1/ending/").status_code == 410
    assert walked.client.cookies.output() != cookies


def test_start_again_keeps_the_answers_that_there_are() -> None:
    walked = Walk().begin().answer(**card("convicted"))
    assert walked.begin().key == "court"


def test_a_restart_of_the_browser_page_goes_on_where_one_was() -> None:
    walked = Walk().begin().answer(**card("convicted"))
    assert walked.go("/interview/begin/").key == "court"
