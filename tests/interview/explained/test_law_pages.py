"""The pages that explain the law: what they show, where they lead, and how quick they are."""

from __future__ import annotations

import re
import time
from html import unescape

import pytest
from django.conf import settings
from django.test import Client

from petitions.interview.explained.chapters import CHAPTERS
from petitions.interview.explained.sources import AUTHORITIES, STATE_SITE, address_of, reasons_resting_on
from petitions.interview.law_answers import answers_page
from petitions.interview.law_pages import page_of
from petitions.interview.wording.outcomes import words_of
from petitions.interview.wording.sentences import reason_sentence
from petitions.law.grounds import GROUNDS
from petitions.law.terms import Outcome

PATHS = ["/law/", "/law/answers/", *(f"/law/{slug}/" for slug in CHAPTERS)]
ADDRESS = re.compile(re.escape(STATE_SITE) + r"\?lawCode=(?:HSC|PEN|FAM)&sectionNum=\d+(?:\.\d+)?\.")
pytestmark = pytest.mark.django_db


def shown(path: str, language: str = "en") -> str:
    client = Client()
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    answered = client.get(path)
    assert answered.status_code == 200
    return unescape(answered.text)


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("language", ["en", "es"])
def test_each_page_is_whole_in_each_language(path: str, language: str) -> None:
    page = shown(path, language)
    assert f'<html lang="{language}">' in page
    assert "%(" not in page
    assert ("Sources checked on" in page, "Fuentes revisadas el" in page) == (
        language == "en",
        language == "es",
    )


def test_the_spanish_pages_share_no_row_with_the_english_ones() -> None:
    english, spanish = shown("/law/hs-11360/"), shown("/law/hs-11360/", "es")
    cells = re.compile(r"<p>([^<]{12,})</p>")
    assert set(cells.findall(english)) and not set(cells.findall(english)) & set(cells.findall(spanish))


def test_the_index_leads_to_every_page() -> None:
    page = shown("/law/")
    assert all(f'href="{path}"' in page for path in PATHS[1:])


@pytest.mark.parametrize("path", ["/", "/cleared/"])
def test_the_foot_of_a_page_leads_to_the_law(path: str) -> None:
    assert 'href="/law/"' in shown(path)


@pytest.mark.parametrize("cite", [cite for cite, one in AUTHORITIES.items() if reasons_resting_on(one)])
def test_each_source_of_a_reason_is_named_and_each_section_has_a_link(cite: str) -> None:
    page = shown("/law/answers/")
    address = address_of(cite)
    if " v. " in cite:
        assert not address and cite in page
    else:
        assert ADDRESS.fullmatch(address)
        assert f'<a href="{address}" rel="noreferrer">{cite}</a>' in page


def test_each_source_says_on_which_day_it_was_read() -> None:
    sources = answers_page().parts[-1].tables[0].rows
    assert len(sources) == len(AUTHORITIES)
    assert all(re.fullmatch(r"\w+\.? \d+, \d{4}", row[-1].lines[0]) for row in sources)


def test_every_outcome_and_every_reason_is_listed_with_what_it_rests_on() -> None:
    page = shown("/law/answers/")
    assert [one for one in Outcome if str(words_of(one).headline) not in page] == []
    assert [code for code in GROUNDS if reason_sentence(code) not in page] == []
    reasons = answers_page().parts[1].tables[0].rows
    assert {row[0].code: len(row[1].reasons[0].citations) for row in reasons} == {
        code: len(found) for code, found in GROUNDS.items()
    }


@pytest.mark.parametrize("slug", CHAPTERS)
def test_every_reason_in_a_row_has_its_citations(slug: str) -> None:
    answers = page_of(slug).parts[-1].tables
    reasons = [one for table in answers for row in table.rows for one in row[-1].reasons]
    assert reasons
    assert all(one.sentence and one.citations for one in reasons)


def test_a_table_says_the_paper_once_where_it_is_the_same_in_each_row() -> None:
    first = page_of("hs-11359").parts[-1].tables[0]
    assert first.paper and first.paper.code == "R_APPLICATION"
    assert not [one for row in first.rows for one in row[-1].reasons if one.code == "R_APPLICATION"]


def test_the_tables_of_a_page_have_names_of_their_own() -> None:
    for slug in CHAPTERS:
        names = [table.name for part in page_of(slug).parts for table in part.tables]
        assert len(names) == len(set(names))


def test_a_page_is_quick_once_it_was_made() -> None:
    shown("/law/hs-11360/")
    begun = time.process_time()
    shown("/law/hs-11360/")
    assert time.process_time() - begun < 0.5
