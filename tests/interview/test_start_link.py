"""A link of another site that names a county: seen at the start, free to change, and nothing is kept before."""

from __future__ import annotations

import re

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import Client

from petitions.courts.directory import shipped_directory
from petitions.courts.slugs import slug_of
from petitions.interview.answers import new_answers, preset_county
from petitions.records.models import Interview
from petitions.records.reading import open_interview
from tests.interview.walk import card

pytestmark = pytest.mark.django_db
LA = "/start/los-angeles/"
QUESTION = "/interview/c1/county/"


def chosen(html: str) -> list[str]:
    return re.findall(r"<option(?: value=\"[^\"]*\")? selected>([^<]*)</option>", html)


def begun(county: str) -> Client:
    client = Client()
    client.post("/interview/begin/", {"county": county})
    return client


def test_the_county_is_chosen_on_the_page_and_any_other_can_be() -> None:
    page = Client().get(LA).content.decode()
    assert chosen(page) == ["Los Angeles"]
    assert page.count("<option") == 59 and "The link you came by chose it." in page


def test_every_county_has_a_link() -> None:
    for county in shipped_directory().counties:
        page = Client().get(f"/start/{slug_of(county.name)}/").content.decode()
        assert chosen(page) == [county.name]


@pytest.mark.parametrize(
    "spelled", ["Los-Angeles", "LOS-ANGELES", "los-angeles-county", "los_angeles", "los%20angeles"]
)
def test_another_spelling_leads_to_the_one_address(spelled: str) -> None:
    response = Client().get(f"/start/{spelled}/")
    assert (response.status_code, response.headers["Location"]) == (302, LA)


@pytest.mark.parametrize("typed", ["cook", "weed-2", "%3Cscript%3E", "x" * 2_000, "canary@example.org"])
def test_a_county_that_nobody_knows_is_left_out_with_a_kind_line_and_never_repeated(typed: str) -> None:
    response = Client().get(f"/start/{typed}/", follow=True)
    page = response.content.decode()
    assert response.status_code == 200 and response.redirect_chain == [("/start/no-county/", 302)]
    assert "We do not know the county in your link." in page and chosen(page) == []
    assert typed not in page


def test_the_page_names_its_own_address_for_search_engines() -> None:
    assert (
        '<link rel="canonical" href="http://testserver/start/los-angeles/">'
        in Client().get(LA).content.decode()
    )
    assert (
        '<link rel="canonical" href="http://testserver/">'
        in Client().get("/start/no-county/").content.decode()
    )


def test_the_page_speaks_spanish_too() -> None:
    client = Client()
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "es"
    page = client.get(LA).content.decode()
    assert '<html lang="es"' in page and chosen(page) == ["Los Angeles"]
    assert "The link you came by" not in page


def test_nothing_is_kept_before_a_person_begins() -> None:
    client = Client()
    for page in ("/", LA, "/start/cook/"):
        client.get(page)
    assert {*client.cookies} == {settings.CSRF_COOKIE_NAME}
    assert not Session.objects.exists() and not Interview.objects.exists()
    assert b"los-angeles" not in "".join(one.OutputString() for one in client.cookies.values()).encode()


def test_the_page_loads_nothing_from_elsewhere() -> None:
    page = Client().get(LA).content.decode()
    addresses = re.findall(r'(?:src|href|action)="([^"]+)"', page)
    assert addresses and all(one.startswith(("/", "#", "http://testserver/")) for one in addresses)


def test_the_county_is_proposed_at_its_question_and_is_no_answer_yet() -> None:
    client = begun("Los Angeles")
    opened = open_interview(client.session["interview"])
    assert opened and opened.answers
    assert "county" not in opened.answers["record"]["convictions"][0] and opened.answers["trail"] == []
    assert chosen(client.get(QUESTION).content.decode()) == ["Los Angeles"]


def test_what_the_person_answers_takes_its_place() -> None:
    client = begun("Los Angeles")
    client.post(QUESTION, card("Fresno"))
    assert chosen(client.get(QUESTION).content.decode()) == ["Fresno"]
    client.post(QUESTION, card("unsure"))
    assert chosen(client.get(QUESTION).content.decode()) == ["I’m not sure"]


def test_it_is_proposed_for_the_first_case_alone() -> None:
    answers = new_answers(county="Los Angeles")
    answers["record"]["convictions"].append({"id": "c2"})
    assert (preset_county(answers, "c1"), preset_county(answers, "c2")) == ("Los Angeles", "")
    assert "preset" not in new_answers()


@pytest.mark.parametrize("sent", ["", "Cook", "<script>", "\0", "x" * 5_000])
def test_what_is_no_county_is_not_kept(sent: str) -> None:
    client = begun(sent)
    opened = open_interview(client.session["interview"])
    assert opened and opened.answers == new_answers()


def test_an_interview_that_is_open_goes_on_as_it_is() -> None:
    client = begun("")
    client.post("/interview/begin/", {"county": "Los Angeles"})
    assert chosen(client.get(QUESTION).content.decode()) in ([], ["Choose a county"])
