"""Whoever this law does not help, or not alone, finds a page with other ways, their law, and where to go."""

from __future__ import annotations

import gzip
import re
from datetime import date
from typing import Any

import pytest
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.utils.translation import override

from petitions.interview.other_help.pages import PAGES
from petitions.interview.other_help.shapes import HelpPage
from petitions.law.determine import conclude
from petitions.law.facts import Petitioner, Record, Span
from petitions.law.terms import Disposition, Jurisdiction, Outcome, Prefix, Relief, Track
from tests.interview.look_facts import ON, found, growing, page_of
from tests.interview.visitors import after, screened
from tests.interview.walk import Walk

pytestmark = pytest.mark.django_db

NOTHING = {"floor": Relief.NONE, "ceiling": Relief.NONE, "track": Track.FALLBACK}
FORMS_OF_THE_SPECIFICATION = {"CR-409", "CR-180", "JV-744"}
ARRESTED = {"disposition": Disposition.ARREST_ONLY, "section": None}
DIVERTED = {"disposition": Disposition.DIVERTED, "section": None}
JUVENILE = {"jurisdiction": Jurisdiction.CALIFORNIA_JUVENILE}
OLD = {"section": "11530"}
IN_2018 = Span(date(2018, 5, 1), date(2018, 5, 1))
CARDS: list[tuple[dict[str, Any], Outcome, str]] = [
    (ARRESTED, Outcome.NOT_A_CONVICTION, "arrest-only"),
    (DIVERTED, Outcome.NOT_A_CONVICTION, "diversion"),
    ({"jurisdiction": Jurisdiction.FEDERAL}, Outcome.NOT_COVERED_JURISDICTION, "federal"),
    ({"jurisdiction": Jurisdiction.TRIBAL_OR_MILITARY}, Outcome.NOT_COVERED_JURISDICTION, "federal"),
    ({"jurisdiction": Jurisdiction.OTHER_STATE}, Outcome.NOT_COVERED_JURISDICTION, "other-state"),
    ({}, Outcome.NOT_COVERED_DATE, "after-2016"),
    ({"section": "11366"}, Outcome.NOT_COVERED_SECTION, "not-covered"),
    ({}, Outcome.NO_LESSER_OFFENSE, "not-covered"),
    ({}, Outcome.FELONY_EXCEPTION, "not-covered"),
    (JUVENILE, Outcome.JUVENILE_REDUCE, "juvenile"),
    (JUVENILE, Outcome.NOT_COVERED_DATE, "juvenile"),
    (JUVENILE, Outcome.NEEDS_REVIEW, "juvenile"),
    (OLD, Outcome.NEEDS_REVIEW, "old-sections"),
    ({"section": "11530.5"}, Outcome.NEEDS_REVIEW, "old-sections"),
]


def html_of(facts: dict[str, Any], outcome: Outcome) -> str:
    page = page_of((growing(**facts), found(outcome, **NOTHING)))
    return render_to_string("interview/result.html", {"page": page}, RequestFactory().get("/"))


def linked(html: str) -> set[str]:
    return set(re.findall(r'href="/other-help/([a-z0-9-]+)/"', html))


def shown(path: str, language: str, client: Client | None = None) -> str:
    return (client or Client()).get(path, headers={"accept-language": language}).content.decode()


@pytest.mark.parametrize(("facts", "outcome", "slug"), CARDS)
def test_a_card_says_the_most_useful_and_links_its_page(
    facts: dict[str, Any], outcome: Outcome, slug: str
) -> None:
    html = html_of(facts, outcome)
    assert linked(html) == {slug}
    assert 'class="next"' in html


CONCLUDED: list[tuple[dict[str, Any], str, str]] = [
    (ARRESTED, "Ask to seal the arrest", "arrest-only"),
    (DIVERTED, "Take back the old plea", "diversion"),
    ({"jurisdiction": Jurisdiction.FEDERAL}, "Check for a federal pardon", "federal"),
    ({"jurisdiction": Jurisdiction.OTHER_STATE}, "Ask in the state that convicted you", "other-state"),
    ({"offense_date": IN_2018}, "Ask for a dismissal under Penal Code 1203.4", "after-2016"),
    ({"code": "PC", "section": "459"}, "Ask for a dismissal under Penal Code 1203.4", "not-covered"),
    ({**JUVENILE, "section": "11359"}, "Ask to seal your whole juvenile record", "juvenile"),
    (OLD, "Look at the court file", "old-sections"),
]


@pytest.mark.parametrize(("facts", "step", "slug"), CONCLUDED, ids=lambda value: str(value)[:20])
def test_what_the_law_concludes_brings_its_best_way_and_its_page(
    facts: dict[str, Any], step: str, slug: str
) -> None:
    conviction = growing(**{"prefix": Prefix.NONE, **facts})
    [determination] = conclude(Record(Petitioner(), (conviction,)), on=ON).determinations
    page = page_of((conviction, determination))
    html = render_to_string("interview/result.html", {"page": page}, RequestFactory().get("/"))
    assert f"<strong>{step}</strong>" in html
    assert linked(html) == {slug}


@pytest.mark.parametrize(
    "outcome",
    [Outcome.DISMISS_SEAL, Outcome.REDUCE_TO_MISDEMEANOR, Outcome.NEEDS_REVIEW, Outcome.ALREADY_CLEARED],
)
def test_a_card_of_a_usual_case_links_none(outcome: Outcome) -> None:
    assert linked(html_of({}, outcome)) == set()


def test_each_page_but_that_of_the_dead_is_reached_from_a_card() -> None:
    assert {slug for _facts, _outcome, slug in CARDS} == {page.slug for page in PAGES} - {"someone-who-died"}


def test_the_first_question_leads_to_the_page_of_someone_who_died() -> None:
    walked = Walk().begin()
    assert walked.key == "ending"
    assert linked(walked.text) == {"someone-who-died"}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.slug)
@pytest.mark.parametrize("language", ["en", "es"])
def test_a_page_says_what_it_means_with_its_law_and_where_to_go(page: HelpPage, language: str) -> None:
    text = shown(f"/other-help/{page.slug}/", language)
    with override(language):
        assert f"<h1>{page.title}</h1>" in text
        for way in page.ways:
            assert str(way.words.title) in text and way.citation.replace("&", "&amp;") in text
        for helper in page.helpers:
            assert str(helper.title) in text and helper.link in text
    assert page.citation.replace("&", "&amp;") in text
    assert any(helper.link for helper in page.helpers)
    assert ("/other-help/counties/" in text) is page.in_california


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.slug)
def test_a_page_means_something_in_two_sentences(page: HelpPage) -> None:
    with override("en"):
        assert len(re.findall(r"[.!?](?= |$)", str(page.meaning))) == 2


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.slug)
def test_each_law_says_how_well_it_is_known_and_nothing_is_promised(page: HelpPage) -> None:
    assert page.citation and page.ways
    for way in page.ways:
        assert bool(way.citation) is bool(way.how_sure)
    said = " ".join(str(part) for way in page.ways for part in (way.words.title, way.words.text))
    assert not re.search(r"\b(will|guarantee\w*|promise\w*|expunge\w*)\b", f"{said} {page.meaning}")


def test_only_forms_that_the_specification_names_are_named() -> None:
    said = " ".join(f"{way.words.title} {way.words.text}" for page in PAGES for way in page.ways)
    assert set(re.findall(r"\b[A-Z]{2}-[0-9]{3}\b", said)) == FORMS_OF_THE_SPECIFICATION


def test_the_list_has_every_page_and_stands_at_the_foot_of_each_page() -> None:
    assert 'href="/other-help/"' in shown("/what-we-keep/", "en")
    assert linked(shown("/other-help/", "en")) == {page.slug for page in PAGES} | {"counties"}


def test_an_address_that_is_no_page_is_not_found() -> None:
    assert Client().get("/other-help/nothing/").status_code == 404


def test_the_list_of_places_has_every_county_and_loads_fast() -> None:
    response = Client().get("/other-help/counties/")
    text = response.content.decode()
    assert text.count('class="card county"') == 58
    assert 'href="#san-luis-obispo"' in text and 'id="san-luis-obispo"' in text
    assert text.count("Ask the court clerk for the number.") == 58 - 20
    assert len(gzip.compress(response.content)) < 12_000


def test_who_named_a_county_sees_its_court_and_the_way_back() -> None:
    client = after(screened).client
    text = shown("/other-help/not-covered/", "en", client)
    assert "Humboldt County" in text and "Back to my answers" in text and "Start the questions" not in text
    assert "Humboldt County" not in shown("/other-help/other-state/", "en", client)
    back = client.get("/interview/begin/")
    assert back.headers["Location"] == "/interview/result/"


def test_who_has_no_answers_can_start() -> None:
    text = shown("/other-help/federal/", "en")
    assert "Start the questions" in text and "Back to my answers" not in text
    assert 'class="card county"' not in text
