"""What the other papers of a packet say where the court's own form is in it."""

from __future__ import annotations

import pytest

from petitions.law.terms import Track
from tests.documents.official.editions import CURRENT, EDITIONS, OLD, filled, form
from tests.documents.printed_pages import pdf, text
from tests.documents.samples import ATTORNEY, a_conviction, a_filing, a_filing_case, on_track, packets

MUST_USE = "“You must use form CR-400”"
MUST_TAKE = "“We do not take this form”"
OLD_EDITION = "It is form CR-400 of July 1, 2017, and there is a newer one. Ask the clerk"


def cover(edition: str, **changes: object) -> str:
    return text(pdf(filled(edition, **changes), "cover-sheet"))


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_guide_names_the_form_and_where_to_sign_it(edition: str) -> None:
    words = cover(edition)
    assert "the court’s form CR-400, filled in as an application" in words
    assert "Sign and date form CR-400. The place is near the foot of its first page." in words
    assert "on its last page" not in words


def test_the_guide_of_a_petition_names_it() -> None:
    words = text(pdf(on_track(Track.PETITION_A, official=form(CURRENT)), "cover-sheet"))
    assert "form CR-400, filled in as a petition" in words


def test_the_guide_says_that_the_lawyer_signs_the_form() -> None:
    assert "Your lawyer signs and dates form CR-400." in cover(CURRENT, filing=a_filing(attorney=ATTORNEY))


def test_only_our_own_paper_needs_an_answer_to_a_clerk_who_wants_the_form() -> None:
    assert MUST_USE in text(pdf(packets(), "cover-sheet"))
    assert MUST_USE not in cover(CURRENT) and MUST_TAKE in cover(CURRENT)


def test_an_old_edition_is_named_as_old_and_not_defended() -> None:
    assert OLD_EDITION in cover(OLD) and MUST_TAKE not in cover(OLD)
    assert "old edition" not in cover(CURRENT)


def test_in_spanish_the_day_of_the_old_edition_is_spanish() -> None:
    words = text(pdf(filled(OLD, language="es"), "cover-sheet"))
    assert "formulario CR-400 del 1 de julio de 2017" in words


def test_blanks_are_spoken_of_only_where_a_paper_lists_the_counts() -> None:
    unknown = (a_conviction(level=None),)
    assert "Some facts are blank" in cover(CURRENT, convictions=unknown)
    without_order = a_filing(a_filing_case(proposed_order=False))
    assert "Some facts are blank" not in cover(CURRENT, convictions=unknown, filing=without_order)


def test_a_juvenile_guide_does_not_speak_of_the_form() -> None:
    words = text(pdf(on_track(Track.JUVENILE_M, official=form(CURRENT)), "cover-sheet"))
    assert "court’s form CR-400" not in words and "sections 781 and 786" in words


def test_the_proof_of_service_names_the_form_that_was_served() -> None:
    words = text(pdf(filled(CURRENT), "proof-of-service"))
    assert "Petition/Application (Health and Safety Code, § 11361.8), Adult Crimes (form CR-400)" in words
    assert "Application to Redesignate" not in words


def test_the_juvenile_request_says_what_the_law_needs() -> None:
    words = text(pdf(on_track(Track.JUVENILE_M)))
    assert "before the applicant turned 18" in words and "section 602" in words
    assert "exceptions for adults" in words
