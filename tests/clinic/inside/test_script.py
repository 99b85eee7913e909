"""The script: the next question in the petitioner's language, the volunteer's own beside it, the result at its end."""

from __future__ import annotations

import re

import pytest

from petitions.records.matters.models import Matter
from tests.clinic.inside.at import At, at, empty
from tests.clinic.people import answered, matter_of
from tests.interview.visitors import screened
from tests.interview.walk import FILING, POSSESSION
from tests.pages.answered import emptied, three

pytestmark = pytest.mark.django_db
_KEY = re.compile(r"/script/(?:you|c\d+)/([a-z-]+)/")


def script(found: At) -> str:
    return f"{found.home}script/"


def walked(found: At, url: str, answers: dict[str, dict[str, object]]) -> tuple[str, list[str]]:
    """Answer question after question until one has no answer here; return where that is, and the keys."""
    keys: list[str] = []
    while (match := _KEY.search(url)) and match[1] in answers:
        keys.append(match[1])
        response = found.post(url, **answers[match[1]])
        assert response.status_code == 302, (url, response.content.decode()[-3000:])
        url = response.headers["Location"]
        if not _KEY.search(url):
            response = found.client.get(url)
            url = response.headers["Location"] if response.status_code == 302 else url
    return url, keys


def first(found: At, query: str = "") -> str:
    return str(found.client.get(script(found) + query).headers["Location"])


def drawn(found: At, url: str) -> str:
    return str(found.client.get(url).content.decode())


def test_the_script_begins_with_the_first_question_that_can_change_the_result() -> None:
    assert first(empty()).endswith("/script/c1/ending/")


def test_the_question_is_in_the_petitioners_language_and_small_in_the_volunteers() -> None:
    found = empty(language="es")
    page = drawn(found, first(found))
    asked, beside = page.split('class="script-beside"')
    assert 'class="script-asked" lang="es"' in asked
    assert "¿Cómo terminó su caso de marihuana?" in asked
    assert "How did your marijuana case end?" in beside
    assert "Continue" in asked, "what the volunteer presses is in their own language"


def test_in_one_language_nothing_stands_beside() -> None:
    found = empty()
    assert "script-beside" not in drawn(found, first(found))


def test_the_language_that_is_chosen_on_the_page_stays_for_the_next_questions() -> None:
    found = empty()
    url = first(found, "?in=es")
    assert url.endswith("?in=es")
    saved = found.post(url, answer="convicted")
    assert saved.headers["Location"].endswith("?in=es")
    assert 'hreflang="en"' in drawn(found, url)
    assert first(found, "?in=xx").endswith("/"), "another language is none"


def test_the_script_asks_what_the_interview_asks_and_saves_the_same_answers() -> None:
    found = empty(language="es")
    end, keys = walked(found, first(found), POSSESSION)
    assert end == script(found)
    expected = answered(screened)
    assert found.answers["record"] == expected["record"]
    assert found.answers["trail"] == expected["trail"]
    assert keys == [entry.partition("/")[2] for entry in expected["trail"]]


def test_at_its_end_the_result_is_told_in_both_languages_and_the_papers_can_be_asked_for() -> None:
    member = empty().member
    found = At(member, matter_of(member, answers=answered(screened), language="es"))
    page = drawn(found, script(found))
    assert "Una condena." in page
    assert "One conviction." in page
    assert f'href="{found.home}"' in page
    start = re.search(r'class="button" href="([^"]*/script/[^"]*)"', page)
    assert start
    end, keys = walked(found, start[1], FILING)
    assert end == script(found)
    assert "lawyer" in keys
    assert "Ask what the papers need" not in drawn(found, end)
    assert found.get("papers/ready/").status_code == 200


def test_what_blocks_the_result_and_what_only_the_papers_need_are_told_apart() -> None:
    found = at()
    assert "The result needs this" in drawn(found, f"{script(found)}c1/ending/")
    assert "The papers need this" in drawn(found, f"{script(found)}you/name-on-case/")
    assert "May stay blank" in drawn(found, f"{script(found)}you/other-names/")


def test_numbers_are_offered_only_where_there_are_cards_to_pick() -> None:
    found = at()
    assert "a number picks an answer" in drawn(found, f"{script(found)}c1/ending/")
    assert "a number picks an answer" not in drawn(found, f"{script(found)}c1/when/")
    assert "a number picks an answer" not in drawn(found, f"{script(found)}c1/county/")


def test_what_cannot_be_an_answer_is_said_in_both_languages_and_stays_typed() -> None:
    found = empty(language="es")
    response = found.post(first(found))
    page = response.content.decode()
    assert "<title>Error:" in page
    assert "Elija una respuesta" in page.split("script-beside")[0]
    assert "Choose an answer" in page.split("script-beside")[1]
    kept = found.post(f"{script(found)}c1/crime/", typed="weed").content.decode()
    assert 'value="weed"' in kept


def test_an_answer_that_a_colleague_gave_meanwhile_is_shown() -> None:
    found = at()
    url = f"{script(found)}c1/county/"
    page = found.client.post(url, {"seen": "older", "answer": "Fresno"}).content.decode()
    assert "or by a colleague" in page
    assert "<bdi>Humboldt County</bdi>" in page or "<bdi>Humboldt</bdi>" in page
    assert found.answers["record"]["convictions"][0]["county"] == "Humboldt"


def test_the_question_before_is_one_link_away() -> None:
    found = empty()
    url = str(found.post(first(found), answer="convicted").headers["Location"])
    assert f'href="{script(found)}c1/ending/"' in drawn(found, url)


def test_a_question_of_a_conviction_that_was_removed_leads_on() -> None:
    found = at()
    assert found.client.get(f"{script(found)}c9/county/").headers["Location"] == script(found)
    assert found.client.get(f"{script(found)}c1/no-such-question/").status_code == 404


def test_without_a_conviction_the_script_leads_to_where_one_is_added() -> None:
    found = at(answers=answered(emptied))
    page = drawn(found, script(found))
    assert found.url("interview/convictions/add/") in page


def test_what_was_asked_and_answered_is_noted_without_a_value() -> None:
    found = empty()
    found.post(first(found), answer="convicted")
    assert found.noted == [(3, "script", ()), (1, "script", ("ending",))]
    assert Matter.objects.get(pk=found.matter.pk).changed_at > found.matter.changed_at


def test_each_conviction_of_several_is_named_by_its_number() -> None:
    found = at(answers=answered(three), language="es")
    assert "Condena 2" in drawn(found, f"{script(found)}c2/county/")
    assert "Add one more" not in drawn(found, f"{script(found)}c2/county/")
