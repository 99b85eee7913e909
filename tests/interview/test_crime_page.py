"""The page "What was the crime?" helps those who do not know the code, and takes nothing that was not meant."""

from __future__ import annotations

import gzip
import re
from functools import cache

import pytest
from django.test import Client

from petitions.records.reading import open_interview
from tests.interview.walk import SIMPLE, Walk, card

pytestmark = pytest.mark.django_db
PATH = "/interview/c1/crime/"


def at_crime() -> Walk:
    return Walk().begin().go(PATH)


def stored(walked: Walk) -> dict[str, str]:
    opened = open_interview(walked.client.session["interview"])
    assert opened is not None
    [conviction] = opened.answers["record"]["convictions"]
    return {
        name: conviction[name] for name in ("code", "section", "subdivision", "prefix") if name in conviction
    }


def test_a_slip_of_the_eye_is_offered_and_saved_only_when_it_was_meant() -> None:
    walked = at_crime().answer(typed="1l357b")
    assert "Did you mean HS 11357(b)?" in walked.text and "Yes, use HS 11357(b)" in walked.text
    assert stored(walked) == {}
    walked.answer(typed="1l357b", meant="HS 11357(b)")
    assert stored(walked) == {"code": "HS", "section": "11357", "subdivision": "b", "prefix": "none"}


def test_what_was_meant_before_does_not_stand_for_another_code() -> None:
    walked = at_crime().answer(typed="1l358", meant="HS 11357(b)")
    assert "Did you mean HS 11358?" in walked.text
    assert stored(walked) == {}


def test_a_code_that_is_plain_needs_no_button() -> None:
    walked = at_crime().answer(typed="11359 HS", meant="HS 11357(b)")
    assert stored(walked) == {"code": "HS", "section": "11359", "prefix": "none"}


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("11357, 11359", "Type only one code here. You can add the others later"),
        ("21 USC 844", "This is a federal law."),
        ("459", "Type the letters too, like PC 459 or VC 23152"),
        ("weed", "Type one code like HS 11357(b) or PC 664/HS 11359"),
    ],
)
def test_what_cannot_be_read_is_asked_again_with_the_drawings_open(typed: str, sentence: str) -> None:
    walked = at_crime().answer(typed=typed)
    assert sentence in walked.text and 'name="meant"' not in walked.text
    assert re.search(r'<details class="why" open>\s*<summary>Where do I find this\?', walked.text)
    assert stored(walked) == {}


def test_a_word_behind_the_code_must_be_chosen() -> None:
    walked = at_crime().answer(typed="11359 HS-ATTEMPTED")
    assert "Choose one. If your papers have none of these words" in walked.text
    walked.answer(typed="11359 HS-ATTEMPTED", word="attempt")
    assert stored(walked)["prefix"] == "attempt"


def test_a_crime_of_another_law_leads_to_a_reason_and_to_other_help() -> None:
    walked = Walk().begin().until({**SIMPLE, "crime": {"typed": "Penal Code 459"}})
    assert "This law does not cover this crime" in walked.text
    assert "Health &amp; Saf. Code, § 11361.8" in walked.text and "/other-help/not-covered/" in walked.text


@cache
def crime_page(language: str) -> str:
    client = Client(headers={"accept-language": language})
    client.post("/interview/begin/")
    return client.get(PATH).content.decode()


def test_the_drawings_say_in_both_languages_what_they_show() -> None:
    for language, words in {
        "en": ("On a court paper", "RAP sheet"),
        "es": ("En un papel del tribunal", "RAP sheet"),
    }.items():
        text = crime_page(language)
        drawn = re.findall(r'<svg class="drawn"[^>]*role="img" aria-label="([^"]+)"', text)
        assert len(drawn) == 2 and all("11359" in one for one in drawn)
        assert all(word in text for word in words)
    assert set(re.findall(r'role="img" aria-label="([^"]+)"', crime_page("en"))).isdisjoint(
        re.findall(r'role="img" aria-label="([^"]+)"', crime_page("es"))
    )


def test_a_link_on_top_leads_to_the_drawings_without_leaving_the_page() -> None:
    text = crime_page("en")
    assert text.index('href="#drawings"') < text.index('id="drawings"')


def test_the_page_with_its_drawings_is_small() -> None:
    assert len(gzip.compress(crime_page("es").encode())) < 12_000


def test_a_card_is_still_enough() -> None:
    walked = at_crime().answer(**card("11359"), word="none")
    assert stored(walked) == {"code": "HS", "section": "11359", "prefix": "none"}
