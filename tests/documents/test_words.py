"""The words of the printed papers, read back from the PDF files."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from petitions.documents.filing import Server
from petitions.documents.render import MissingLetters
from petitions.exchange.plain_text import plain_text, unprintable
from petitions.law.facts import Petitioner
from petitions.law.terms import Relief, Track
from tests.documents.printed_pages import pdf, text
from tests.documents.samples import (
    ATTORNEY,
    a_conviction,
    a_determination,
    a_filing,
    a_filing_case,
    on_track,
    packets,
)

ALL_PAPERS = ("cover-sheet", "petition", "proof-of-service", "proposed-order")


def test_the_application_says_everything_that_was_given() -> None:
    words = text(pdf(packets()))
    for expected in (
        "Maria Example",
        "1200 Test Street, Apt 4",
        "In Pro Per",
        "SUPERIOR COURT OF CALIFORNIA, COUNTY OF LOS ANGELES",
        "Case No. BA198765",
        "Application to Redesignate, or to Dismiss and Seal",
        "§ 11361.8, subds. (e) and (f)",
        "☒ § 11357 ☐ § 11358 ☐ § 11359 ☐ § 11360 ☐ § 11362.1",
        "1 § 11357(b) March 2, 2005 April 2005 misdemeanor",
        "The applicant has completed the sentence in this case.",
        "The applicant states, on information and belief: No. 1: no more than 28.5 grams of cannabis flower.",
        "by clear and convincing evidence",
        "No. 1: dismissal and sealing, as legally invalid.",
        "does not ask for a hearing",
    ):
        assert expected in words.replace("subds. ", "subds. ")


def test_a_petition_never_speaks_of_sealing() -> None:
    made = on_track(Track.PETITION_A)
    for paper in ("petition", "proposed-order"):
        assert "seal" not in text(pdf(made, paper)).lower()


def test_a_petition_speaks_of_recall_and_of_public_safety() -> None:
    words = text(pdf(on_track(Track.PETITION_A)))
    assert "Petition to Recall Sentence, and to Resentence or Dismiss" in words
    assert "unreasonable risk of danger to public safety" in words
    assert "The petitioner is serving a sentence in this case" in words
    assert "applicant" not in words.lower()


def test_an_application_does_not_speak_of_danger() -> None:
    assert "danger" not in text(pdf(packets())) + text(pdf(packets(), "proposed-order"))


def test_a_juvenile_request_goes_to_the_juvenile_court_under_subdivision_m() -> None:
    words = text(pdf(on_track(Track.JUVENILE_M, floor=Relief.INFRACTION, ceiling=Relief.INFRACTION)))
    assert "JUVENILE COURT" in words and "In the Matter of" in words
    assert "subdivision (m)" in words and "redesignation as an infraction" in words
    assert "PEOPLE OF THE STATE" not in words


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (
            {"waive_original_judge": True},
            "The applicant gives up the right to have the sentencing judge decide.",
        ),
        (
            {"waive_original_judge": False},
            "The applicant keeps the right to have the sentencing judge decide.",
        ),
        (
            {"waive_appearance": True},
            "The applicant knows of the right to attend a hearing, and gives it up.",
        ),
        ({"waive_appearance": False}, "The applicant keeps the right to attend any hearing."),
    ],
)
def test_each_waiver_is_printed_as_answered(changes: dict[str, bool], expected: str) -> None:
    assert expected in text(pdf(packets(filing=a_filing(a_filing_case(**changes)))))


@pytest.mark.parametrize("paper", ["petition", "proof-of-service", "proposed-order"])
@pytest.mark.parametrize("track", [Track.APPLICATION_E, Track.PETITION_A, Track.JUVENILE_M])
def test_signature_and_date_stay_blank(track: Track, paper: str) -> None:
    words = text(pdf(on_track(track), paper))
    assert "Dated: ____________________ ________________________________" in words
    assert "2026" not in words


@pytest.mark.parametrize("paper", ["petition", "proof-of-service", "proposed-order"])
def test_a_case_number_that_is_not_known_is_a_visible_blank(paper: str) -> None:
    made = packets(
        convictions=(a_conviction(case_number=None),), filing=a_filing(a_filing_case(case_number=None))
    )
    assert "Case No. ____________________" in text(pdf(made, paper))


def test_a_lawyer_signs_for_the_applicant() -> None:
    words = text(pdf(packets(filing=a_filing(attorney=ATTORNEY))))
    assert "Jordan Sample (SBN 123456)" in words
    assert "(sign here) Jordan Sample Attorney for Applicant" in words
    assert "pro per" not in words.lower()


def test_other_names_are_printed_with_the_name_now() -> None:
    words = text(pdf(packets(filing=a_filing(name_now="Maria Now", other_names=("M. Sample", "Mary Test")))))
    assert "Name now: Maria Now Also known as: M. Sample Also known as: Mary Test" in words


def test_the_server_is_named_but_never_signs() -> None:
    server = Server("Sam Server", ("9 Other Street", "Oakland, CA 94601"))
    words = text(pdf(packets(filing=a_filing(a_filing_case(server=server))), "proof-of-service"))
    assert "My name: Sam Server My address: 9 Other Street, Oakland, CA 94601" in words
    assert "________________________________ (the server signs here) Name: Sam Server" in words


def test_the_proof_of_service_asks_for_all_that_a_court_needs() -> None:
    words = text(pdf(packets(), "proof-of-service"))
    for expected in (
        "at least 18 years old",
        "not a party to this case",
        "My telephone: ____",
        "211 West Temple Street",
        "☐ By hand.",
        "☐ By mail.",
        "Mailed from (city and state): ____",
        "under penalty of perjury under the laws of the State of California",
    ):
        assert expected in words


def test_an_address_that_is_not_known_is_a_blank_to_fill_in() -> None:
    made = packets(
        convictions=(a_conviction(county="Alpine"),), filing=a_filing(a_filing_case(county="Alpine"))
    )
    assert "Street: ____" in text(pdf(made, "proof-of-service"))


def test_the_order_leaves_every_finding_to_the_court() -> None:
    words = text(pdf(packets(), "proposed-order"))
    assert "☒" not in words and words.count("☐") >= 12
    for finding in ("the age of the applicant", "the nature of the substance", "the quantity", "is sealed"):
        assert finding in words


def test_nothing_sworn_nor_private_stands_on_the_application() -> None:
    words = text(pdf(packets(convictions=(a_conviction(age_at_offense=24, flower_grams=13.5),)))).lower()
    for private in ("perjury", "years old", "born", "birth", "social security", "24", "13.5"):
        assert private not in words.replace("no. 1", "")


def test_counts_of_which_the_same_is_stated_stand_together() -> None:
    made = packets(
        (a_conviction("c1"), a_conviction("c2"), a_conviction("c3", section="11358", subdivision=None)),
        tuple(a_determination(one) for one in ("c1", "c2", "c3")),
    )
    words = text(pdf(made))
    assert "Nos. 1 and 2: no more than 28.5 grams of cannabis flower. 4. What the law provides" in words


def test_a_history_without_such_convictions_is_stated_where_the_section_has_exceptions() -> None:
    clean = Petitioner(super_strikes=(), sex_offenses=())
    sale = a_conviction(section="11359", subdivision=None)
    assert "had no earlier conviction" not in text(pdf(packets(petitioner=clean)))
    assert (
        "had no earlier conviction listed in Penal Code section 667, subdivision "
        "(e)(2)(C)(iv), or in Penal Code section 290, subdivision (c)."
    ) in text(pdf(packets((sale,), petitioner=clean)))


def test_sixty_counts_flow_on_and_none_is_lost() -> None:
    counts = tuple(a_conviction(f"c{number}") for number in range(1, 61))
    made = packets(counts, tuple(a_determination(f"c{number}") for number in range(1, 61)))
    words = text(pdf(made))
    assert all(f"{number} § 11357(b) March 2, 2005" in words for number in range(1, 61))


@pytest.mark.parametrize("paper", ALL_PAPERS)
def test_markup_in_a_name_is_printed_as_it_was_typed(paper: str) -> None:
    name = "<b>Maria</b> & {{ x }} <script>1</script>"
    made = packets(filing=a_filing(name_on_case=name))
    assert name.replace(" ", "") in text(pdf(made, paper)).replace(" ", "")


@pytest.mark.parametrize("paper", ALL_PAPERS)
@pytest.mark.parametrize(
    "name",
    ["Nguyễn Thị Ánh Nguyệt", "Trần Đặng Phương Quỳnh", "José Muñoz-Ibáñez", "Łukasz Žižek", "Ẵ Ỗ Ự Ỹ"],
)
def test_accents_come_out_exactly(name: str, paper: str) -> None:
    words = unicodedata.normalize("NFC", text(pdf(packets(filing=a_filing(name_on_case=name)), paper)))
    assert name.replace(" ", "") in words.replace(" ", "")


@given(
    name=st.text(min_size=1, max_size=120).map(plain_text).filter(lambda name: name and not unprintable(name))
)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
def test_any_name_that_is_let_in_prints_or_is_refused(name: str) -> None:
    try:
        assert pdf(packets(filing=a_filing(name_on_case=name))).startswith(b"%PDF-1.7")
    except MissingLetters:
        assert not name.isascii()


LATIN = st.characters(min_codepoint=0x41, max_codepoint=0x17F, categories=("Lu", "Ll"))


@given(name=st.text(LATIN, min_size=1, max_size=200))
@settings(max_examples=10, deadline=None)
def test_no_letter_of_a_latin_name_is_lost(name: str) -> None:
    words = text(pdf(packets(filing=a_filing(name_on_case=name)))).replace(" ", "")
    assert unicodedata.normalize("NFC", name) in unicodedata.normalize("NFC", words)
