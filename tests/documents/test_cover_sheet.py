"""The cover sheet's words: what a person is told to do, in the case that is theirs and in their language."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils.translation import gettext, override

from petitions.documents.packet import COVER_TITLE
from petitions.law.terms import Outcome, Relief, Track
from tests.documents.printed_pages import pages, pdf, text
from tests.documents.samples import (
    ATTORNEY,
    a_conviction,
    a_determination,
    a_filing,
    a_filing_case,
    on_track,
    packets,
)

COVER_CHOICES: list[tuple[dict[str, Any], str, str]] = [
    ({}, "What to do with your court papers", ""),
    ({}, "Los Angeles County · Case number BA198765", ""),
    ({}, "211 West Temple Street", "We do not have a sure address"),
    ({}, "You chose: any judge may decide.", "keep your right to the judge"),
    ({}, "You chose: keep your right to be at any hearing.", "the court may hear the case without you"),
    ({}, "Make two copies of each court paper.", ""),
    ({}, "rule 2.118", ""),
    ({}, "We know of no fee.", "public defender before you file"),
    ({}, "Talk with an immigration lawyer before you file.", "Ask a lawyer to look"),
]


@pytest.mark.parametrize(("changes", "expected", "absent"), COVER_CHOICES)
def test_the_cover_sheet_guides_a_usual_application(
    changes: dict[str, Any], expected: str, absent: str
) -> None:
    words = text(pdf(packets(filing=a_filing(a_filing_case(**changes))), "cover-sheet"))
    assert expected in words
    assert not absent or absent not in words


def test_the_cover_sheet_of_a_petition_sends_to_the_public_defender_first() -> None:
    made = packets(
        convictions=(a_conviction(county="Fresno"),),
        determinations=(a_determination(track=Track.PETITION_A),),
        filing=a_filing(a_filing_case(county="Fresno")),
    )
    words = text(pdf(made, "cover-sheet"))
    assert "Call the public defender before you file." in words and "(559) 600-3546" in words


def test_the_cover_sheet_says_when_a_count_is_still_open() -> None:
    made = on_track(Track.APPLICATION_E, floor=Relief.NONE, outcome=Outcome.NEEDS_REVIEW)
    assert "Ask a lawyer to look at these papers first." in text(pdf(made, "cover-sheet"))


def test_the_cover_sheet_says_how_to_find_what_is_missing() -> None:
    made = packets(
        convictions=(a_conviction(county="Imperial", case_number=None, level=None),),
        filing=a_filing(a_filing_case(county="Imperial", case_number=None)),
    )
    words = text(pdf(made, "cover-sheet"))
    for expected in (
        "Find the case number, and write it on each paper.",
        "We do not have a sure address.",
        "https://da.imperialcounty.org/",
        "Confirm with the clerk",
        "If you know one, write it in with a pen.",
    ):
        assert expected in words


def test_without_an_address_the_cover_sheet_asks_for_one() -> None:
    homeless = a_filing(mailing_address=None)
    asked = "Write a mailing address at the top of each paper."
    assert asked in text(pdf(packets(filing=homeless), "cover-sheet"))
    assert asked not in text(pdf(packets(), "cover-sheet"))
    lawyer = a_filing(mailing_address=None, attorney=ATTORNEY)
    assert asked not in text(pdf(packets(filing=lawyer), "cover-sheet"))


@pytest.mark.parametrize(
    ("track", "outcome", "case_number"),
    [
        (Track.APPLICATION_E, Outcome.NEEDS_REVIEW, None),
        (Track.JUVENILE_M, Outcome.NEEDS_REVIEW, None),
        (Track.PETITION_A, Outcome.DISMISS_SEAL, "BA198765"),
    ],
)
def test_the_guide_is_one_sheet_of_paper_in_spanish_too(
    track: Track, outcome: Outcome, case_number: str | None
) -> None:
    made = packets(
        convictions=(a_conviction(county="Humboldt", case_number=case_number),),
        determinations=(a_determination(track=track, floor=Relief.NONE, outcome=outcome),),
        filing=a_filing(a_filing_case(county="Humboldt", case_number=case_number)),
        language="es",
    )
    assert len(pages(pdf(made, "cover-sheet"))) <= 2


def test_a_juvenile_cover_sheet_does_not_send_to_a_city_attorney() -> None:
    assert "city attorney" in text(pdf(packets(), "cover-sheet"))
    assert "city attorney" not in text(pdf(on_track(Track.JUVENILE_M), "cover-sheet"))


def test_the_cover_sheet_says_how_to_print_and_bind() -> None:
    words = text(pdf(packets(), "cover-sheet"))
    assert "on one side" in words and "two holes" in words


def test_a_lawyers_packet_says_that_the_lawyer_signs() -> None:
    words = text(pdf(packets(filing=a_filing(attorney=ATTORNEY)), "cover-sheet"))
    assert "Your lawyer signs and dates the paper" in words


@pytest.mark.parametrize("track", [Track.APPLICATION_E, Track.PETITION_A, Track.JUVENILE_M])
def test_the_spanish_cover_sheet_leaves_no_english_sentence(track: Track) -> None:
    with override("es"):
        title = gettext(COVER_TITLE)
    if title == COVER_TITLE:
        pytest.skip("the Spanish catalogue is not compiled yet: run manage.py compilemessages")
    english = text(pdf(on_track(track), "cover-sheet"))
    spanish = text(pdf(on_track(track, language="es"), "cover-sheet"))
    assert title in spanish
    sentences = {one.strip() for one in english.split(".") if len(one.split()) > 3}
    assert not [one for one in sentences if one in spanish]


@pytest.mark.parametrize("track", [Track.APPLICATION_E, Track.PETITION_A, Track.JUVENILE_M])
def test_the_court_papers_stay_english_in_a_spanish_packet(track: Track) -> None:
    for paper in ("petition", "proof-of-service", "proposed-order"):
        assert text(pdf(on_track(track, language="es"), paper)) == text(pdf(on_track(track), paper))
