"""The slip for the clerk names the case as far as it is known, never the person, and asks in English."""

from __future__ import annotations

import pytest

from petitions.courts.directory import load_directory
from petitions.interview.clerk_slip import ClerkSlip, slips_for_clerks
from petitions.law.determinations import Determination, Determinations
from petitions.law.facts import Conviction, Petitioner, Record
from petitions.law.terms import Outcome, Relief, Track
from tests.interview.look_facts import ON, found, growing
from tests.interview.visitors import after, filed, screened

NOTHING = {"floor": Relief.NONE, "ceiling": Relief.NONE, "track": Track.FALLBACK}


def slips(*pairs: tuple[Conviction, Determination]) -> tuple[ClerkSlip, ...]:
    record = Record(Petitioner(), tuple(one for one, _ in pairs))
    concluded = Determinations(ON, "2026-11-24", tuple(one for _, one in pairs), ())
    return slips_for_clerks(record, concluded, load_directory())


def test_a_slip_says_which_case_and_where() -> None:
    [slip] = slips((growing(case_number="CR-01-77"), found()))
    assert (slip.county, slip.case_number) == ("Humboldt", "CR-01-77")
    assert slip.courthouse is not None and slip.courthouse.county == "Humboldt"
    assert slip.convictions == (("Growing marijuana, 2001", "Humboldt County · HS 11358 · felony"),)


def test_counts_of_one_case_share_a_slip_and_other_cases_have_their_own() -> None:
    pairs = [(growing(number, case_number="A1"), found(number=number)) for number in (1, 2)]
    alone = [(growing(number), found(number=number)) for number in (3, 4)]
    assert [len(slip.convictions) for slip in slips(*pairs, *alone)] == [2, 1, 1]


def test_what_a_court_of_this_state_never_decided_has_no_slip() -> None:
    assert slips((growing(), found(Outcome.NOT_COVERED_JURISDICTION, **NOTHING))) == ()


def test_without_a_county_there_is_a_blank_but_no_wrong_address() -> None:
    [slip] = slips((growing(county=None), found()))
    assert slip.county is None and slip.courthouse is None


@pytest.mark.django_db
def test_the_page_asks_in_english_and_explains_in_the_language_of_the_person() -> None:
    walked = after(screened)
    page = walked.go("/interview/clerk/").text
    assert 'lang="en"' in page and "certified copy of the order" in page and "HS 11357(b)" in page
    walked.client.post("/language/", {"language": "es", "next": "/interview/clerk/"})
    spanish = walked.go("/interview/clerk/").text
    assert "Una hoja para el secretario" in spanish and "Has the court granted relief" in spanish
    assert "Having marijuana, 2005" in spanish


@pytest.mark.django_db
def test_the_page_never_says_a_name() -> None:
    walked = after(filed)
    page = walked.go("/interview/clerk/").text
    assert "CR-05-1234" in page and "Zuñiga" not in page and "Zuniga" not in page


@pytest.mark.django_db
def test_the_result_leads_to_the_slip() -> None:
    assert 'href="/interview/clerk/"' in after(screened).go("/interview/result/").text
