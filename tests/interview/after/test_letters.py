"""The letters and the look at one's own record: English papers with blanks, explained in the person's language."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from tests.interview.visitors import after, filed, screened

pytestmark = pytest.mark.django_db
LETTERS, RECORD = "/after/letters/", "/after/state-record/"


def spanish() -> Client:
    client = Client()
    client.post("/language/", {"language": "es", "next": "/"})
    return client


def test_the_letters_have_the_name_where_it_was_typed_and_a_blank_where_not() -> None:
    assert after(filed).go(LETTERS).text.count("<bdi>Ánh Zuñiga</bdi>") == 2
    for page in (after(screened).go(LETTERS).text, Client().get(LETTERS).content.decode()):
        assert "Zuñiga" not in page and page.count("<dt>From</dt>") == 2


def test_the_letters_carry_no_case_number_and_no_fact_of_the_interview() -> None:
    page = after(filed).go(LETTERS).text
    assert "CR-05" not in page and "Humboldt" not in page and "Elm Street" not in page


def test_the_letter_to_a_company_asks_for_what_the_law_gives() -> None:
    page = Client().get(LETTERS).content.decode()
    for cited in ("15 U.S.C. § 1681i", "§ 1681e(b)", "§ 1786.24", "§ 1785.16", "§ 1681b(b)(3)", "§ 432.7"):
        assert cited in page, cited
    assert "certified order" in page and "Never send your state record" in page


def test_no_letter_and_no_page_names_a_number_of_days() -> None:
    for path in (LETTERS, RECORD):
        told = re.sub(r"<[^>]+>", " ", Client().get(path).content.decode())
        assert not re.search(r"\b\d+ (business )?(days|months)\b", told)


def test_the_letters_stay_english_and_their_explanation_does_not() -> None:
    page = spanish().get(LETTERS).content.decode()
    assert "I dispute an entry in your report about me" in page and page.count('lang="en"') >= 3
    assert "Nunca mande sus antecedentes del estado" in page


def test_the_record_page_says_where_to_ask_what_to_look_for_and_what_to_do() -> None:
    page = Client().get(RECORD).content.decode()
    for said in (
        "BCIA 8016RR",
        "BCIA 8705",
        "FD-258",
        "$25",
        "BCIA 8706",
        "11126",
        "11361.8",
        "11361.9",
        "SEALED",
    ):
        assert said in page, said
    assert page.count("<pre") == 3 and page.count("<mark>") == 2
    assert "¿Ya están bien mis antecedentes" in spanish().get(RECORD).content.decode()


def test_the_way_back_leads_to_the_cases_or_without_answers_to_the_start() -> None:
    for path in (LETTERS, RECORD):
        assert 'class="back" href="/papers/after/"' in after(filed).go(path).text
        assert 'class="back" href="/"' in Client().get(path).content.decode()
