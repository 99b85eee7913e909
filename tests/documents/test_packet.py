"""Assembling: which cases get papers, which counts stand on them, and what is printed where facts lack."""

from __future__ import annotations

import pytest

from petitions.documents.filing import FilingProblems, ProsecutingOffice, Server
from petitions.documents.forms.petition import Petition
from petitions.documents.forms.proof_of_service import ProofOfService
from petitions.documents.matching import (
    MOST_COUNTS,
    NAMED_TWICE,
    NO_SUCH_CASE,
    TOO_MANY_COUNTS,
    UNKNOWN_COUNTY,
    UNKNOWN_COURTHOUSE,
)
from petitions.documents.packet import CasePacket, Packets
from petitions.law.terms import Outcome, Relief, Track
from tests.documents.samples import (
    ADDRESS,
    ATTORNEY,
    a_conviction,
    a_determination,
    a_filing,
    a_filing_case,
    on_track,
    packets,
)


def the_petition(made: Packets, *, case: int = 0) -> Petition:
    content = made.cases[case].papers[1].content
    assert isinstance(content, Petition)
    return content


def the_proof(made: Packets) -> ProofOfService:
    content = made.cases[0].papers[2].content
    assert isinstance(content, ProofOfService)
    return content


def the_case(made: Packets) -> CasePacket:
    assert len(made.cases) == 1
    return made.cases[0]


@pytest.mark.parametrize("track", [Track.APPLICATION_E, Track.PETITION_A, Track.JUVENILE_M])
def test_a_case_on_a_filing_track_gets_its_papers_in_print_order(track: Track) -> None:
    papers = the_case(on_track(track)).papers
    assert [paper.document for paper in papers] == [
        "cover-sheet",
        "petition",
        "proof-of-service",
        "proposed-order",
    ]


def test_without_a_proposed_order_there_are_three_papers() -> None:
    made = packets(filing=a_filing(a_filing_case(proposed_order=False)))
    assert [paper.document for paper in the_case(made).papers][-1] == "proof-of-service"


@pytest.mark.parametrize("track", [Track.FALLBACK, Track.NEEDS_REVIEW, Track.NONE])
def test_a_case_on_no_filing_track_is_not_filed_and_says_its_outcome(track: Track) -> None:
    made = packets(
        determinations=(a_determination(track=track, outcome=Outcome.NEEDS_REVIEW, floor=Relief.NONE),)
    )
    assert made.cases == ()
    assert [(one.conviction, one.outcome) for one in made.not_filed] == [("c1", Outcome.NEEDS_REVIEW)]


def test_a_count_that_needs_review_is_filed_and_marked() -> None:
    made = on_track(Track.APPLICATION_E, floor=Relief.NONE, outcome=Outcome.NEEDS_REVIEW)
    assert the_case(made).sheet.needs_review


def test_only_counts_that_can_be_granted_are_listed() -> None:
    made = packets(
        convictions=(a_conviction("c1"), a_conviction("c2", section="11364"), a_conviction("c3")),
        determinations=(
            a_determination("c1"),
            a_determination(
                "c2", track=Track.FALLBACK, ceiling=Relief.NONE, outcome=Outcome.NOT_COVERED_SECTION
            ),
            a_determination("c3"),
        ),
    )
    assert [(count.number, count.conviction) for count in made.cases[0].sheet.counts] == [
        (1, "c1"),
        (2, "c3"),
    ]
    assert [row.number for row in the_petition(made).counts] == [1, 2]
    assert [one.conviction for one in made.not_filed] == ["c2"]


def test_a_case_the_filing_does_not_name_is_not_filed() -> None:
    made = packets(
        convictions=(a_conviction("c1"), a_conviction("c2", case_number="BA2")),
        determinations=(a_determination("c1"), a_determination("c2")),
    )
    assert [one.conviction for one in made.not_filed] == ["c2"]


@pytest.mark.parametrize("number", ["ba198765", " BA 198765 ", "BA198765"])
def test_a_case_number_matches_without_regard_to_case_and_spaces(number: str) -> None:
    made = packets(filing=a_filing(a_filing_case(county="LOS ANGELES COUNTY", case_number=number)))
    assert the_case(made).county == "LOS ANGELES COUNTY"
    assert the_petition(made).caption.court_title == "SUPERIOR COURT OF CALIFORNIA, COUNTY OF LOS ANGELES"


def test_a_null_case_number_takes_the_cases_without_a_number_in_order() -> None:
    convictions = tuple(a_conviction(f"c{index}", case_number=None) for index in (1, 2, 3))
    determinations = tuple(a_determination(f"c{index}") for index in (1, 2, 3))
    first = a_filing_case(case_number=None, waive_appearance=True)
    made = packets(convictions, determinations, filing=a_filing(first, a_filing_case(case_number=None)))
    choices = [(case.sheet.counts[0].conviction, case.sheet.waive_appearance) for case in made.cases]
    assert choices == [("c1", True), ("c2", False), ("c3", False)]


@pytest.mark.parametrize(
    ("cases", "problem"),
    [
        ([a_filing_case(county="Cook")], ("filing.cases[0].county", UNKNOWN_COUNTY)),
        ([a_filing_case(courthouse="No Such Hall")], ("filing.cases[0].courthouse", UNKNOWN_COURTHOUSE)),
        ([a_filing_case(case_number="X1")], ("filing.cases[0]", NO_SUCH_CASE)),
        ([a_filing_case(case_number=None)], ("filing.cases[0]", NO_SUCH_CASE)),
        ([a_filing_case(county="Kern")], ("filing.cases[0]", NO_SUCH_CASE)),
        ([a_filing_case(), a_filing_case()], ("filing.cases[1]", NAMED_TWICE)),
    ],
)
def test_a_case_that_fits_nothing_is_a_problem_with_its_path(cases: list, problem: tuple[str, str]) -> None:
    with pytest.raises(FilingProblems) as raised:
        packets(filing=a_filing(*cases))
    assert problem in raised.value.problems


@pytest.mark.parametrize("missing", ["section", "offense_date", "conviction_date", "level"])
def test_an_unknown_fact_is_a_blank(missing: str) -> None:
    made = packets(convictions=(a_conviction(**{missing: None}),))
    assert the_petition(made).has_blanks
    assert getattr(the_petition(made).counts[0], missing) is None


def test_the_main_courthouse_stands_where_none_is_named() -> None:
    assert the_petition(packets()).caption.court_lines == (
        "Clara Shortridge Foltz Criminal Justice Center",
        "210 West Temple Street, Los Angeles, CA 90012",
    )


def test_a_named_courthouse_is_printed() -> None:
    made = packets(filing=a_filing(a_filing_case(courthouse="compton courthouse")))
    assert "Compton Courthouse" in the_petition(made).caption.court_lines[0]


def test_an_unsure_court_address_is_a_blank_on_the_court_papers() -> None:
    made = packets(
        convictions=(a_conviction(county="Imperial"),),
        filing=a_filing(a_filing_case(county="Imperial")),
    )
    assert "____" in the_petition(made).caption.court_lines[0]
    assert the_case(made).sheet.court.confirm_with_clerk


def test_a_juvenile_courts_address_is_never_taken_from_the_adult_court() -> None:
    made = on_track(Track.JUVENILE_M)
    assert "____" in the_petition(made).caption.court_lines[0]
    assert the_case(made).sheet.court.confirm_with_clerk
    chosen = on_track(Track.JUVENILE_M, filing=a_filing(a_filing_case(courthouse="Compton Courthouse")))
    assert "Compton Courthouse" in the_petition(chosen).caption.court_lines[0]


def test_a_district_attorneys_address_comes_from_the_directory() -> None:
    assert the_proof(packets()).office.address_lines == ("211 West Temple Street", "Los Angeles, CA 90012")


def test_an_address_that_is_not_sure_is_left_blank() -> None:
    made = packets(
        convictions=(a_conviction(county="Alameda"),), filing=a_filing(a_filing_case(county="Alameda"))
    )
    assert the_proof(made).office.address_lines == ()
    assert the_proof(made).office.phone == "(510) 272-6180"


def test_a_city_attorney_takes_the_place_of_the_district_attorney() -> None:
    office = ProsecutingOffice("Test City Attorney", ADDRESS)
    made = packets(filing=a_filing(a_filing_case(prosecutor=office)))
    assert the_proof(made).office.name == "Test City Attorney"
    assert the_proof(made).office.address_lines == ("1200 Test Street, Apt 4", "Oakland, CA 94612")
    assert not the_proof(made).office.is_district_attorney


def test_a_server_who_is_known_is_named() -> None:
    server = Server("Sam Server", ("9 Other Street", "Oakland, CA 94601"))
    made = packets(filing=a_filing(a_filing_case(server=server)))
    assert the_proof(made).server_name == "Sam Server"
    assert the_proof(made).server_address == "9 Other Street, Oakland, CA 94601"


def test_a_person_without_a_lawyer_files_in_pro_per() -> None:
    assert the_petition(packets()).caption.party_lines == (
        "Maria Example",
        "1200 Test Street, Apt 4",
        "Oakland, CA 94612",
        "Telephone: (510) 555-0100",
        "E-mail: maria@example.org",
        "In Pro Per",
    )


def test_a_lawyer_stands_first_with_bar_number_and_firm() -> None:
    made = packets(filing=a_filing(attorney=ATTORNEY, name_now="Maria Now"))
    lines = the_petition(made).caption.party_lines
    assert lines[:2] == ("Jordan Sample (SBN 123456)", "Sample Law")
    assert lines[-2:] == ("Attorney for Applicant", "Maria Now")
    assert the_petition(made).signer == "Jordan Sample"


def test_a_person_without_an_address_gets_a_blank_for_it() -> None:
    made = packets(filing=a_filing(mailing_address=None, phone=None, email=None))
    assert the_petition(made).caption.party_lines[1].startswith("Address: ____")


@pytest.mark.parametrize(
    ("name", "spacing"),
    [
        ("Maria Example", "on-the-numbers"),
        ("Maria " * 20, "close"),
        ("Maria " * 27, "dense"),
        ("Maria " * 30, "denser"),
        ("Maria " * 34, "densest"),
        ("Maria " * 200, "running-on"),
    ],
)
def test_a_long_party_block_closes_up_to_stay_above_line_8(name: str, spacing: str) -> None:
    assert the_petition(packets(filing=a_filing(name_on_case=name))).caption.party_spacing == spacing


@pytest.mark.parametrize(("too_many", "problems"), [(0, ()), (1, (("filing.cases[0]", TOO_MANY_COUNTS),))])
def test_a_case_of_more_counts_than_a_paper_can_list_is_told(
    too_many: int, problems: tuple[tuple[str, str], ...]
) -> None:
    ids = [f"c{number}" for number in range(MOST_COUNTS + too_many)]
    told: tuple[tuple[str, str], ...] = ()
    try:
        packets(tuple(map(a_conviction, ids)), tuple(map(a_determination, ids)))
    except FilingProblems as found:
        told = found.problems
    assert told == problems
