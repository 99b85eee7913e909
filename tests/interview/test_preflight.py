"""The reasons for which clerks and prosecutors send papers back: a table of what is found, and what it does."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from petitions.documents.filing import Address, FilingProblems, ProsecutingOffice, Server
from petitions.documents.official.items import Item
from petitions.documents.packet import Packets
from petitions.interview.answers import Answers, new_answers
from petitions.interview.preflight import State, held_back, preflight
from petitions.interview.preflight.case_numbers import looks_odd
from petitions.interview.preflight.same_name import is_same_person
from petitions.interview.preflight_page import preflight_page, problems_page
from petitions.interview.wording import preflight as words
from petitions.law.facts import Conviction, Petitioner, Record
from petitions.law.terms import Level, Outcome, Relief, Track
from tests.documents.official.editions import CURRENT, OLD, filled
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

GOOD, HAND, STOP, YOU = State.GOOD, State.HAND, State.STOP, State.YOU
OFFICE = ProsecutingOffice("City Attorney of Example", ADDRESS)


def answers_for(*ids: str, same_case: dict[str, str] | None = None, courthouse: str | None = None) -> Answers:
    made = new_answers()
    made["record"]["convictions"] = [{"id": one} for one in ids]
    made["same_case"] = same_case or {}
    made["filing"]["cases"] = {"c1": {"courthouse": courthouse}}
    return made


def states(made: Packets, answers: Answers | None = None, *convictions: Conviction) -> dict[str, State]:
    """Return the state of each finding by its code."""
    record = Record(Petitioner(), convictions or (a_conviction(),))
    found = preflight(answers or answers_for("c1"), made, record=record)
    return {one.code: one.state for one in found}


def a_case(
    *, conviction: dict[str, Any] | None = None, case: dict[str, Any] | None = None, **filing: Any
) -> Packets:
    """Assemble one case; the county and number of both sides are the same."""
    of_case = {key: value for key, value in (conviction or {}).items() if key in ("county", "case_number")}
    return packets(
        (a_conviction(**(conviction or {})),),
        filing=a_filing(a_filing_case(**{**of_case, **(case or {})}), **filing),
    )


TABLE: dict[str, tuple[Packets, str, State, str]] = {
    "a usual application": (packets(), "REQUEST", GOOD, "NO_REQUEST"),
    "a usual petition": (on_track(Track.PETITION_A), "REQUEST", GOOD, "NO_REQUEST"),
    "a juvenile request": (
        on_track(Track.JUVENILE_M, floor=Relief.INFRACTION, ceiling=Relief.INFRACTION),
        "REQUEST",
        GOOD,
        "NO_REQUEST",
    ),
    "a sentence that is still served": (on_track(Track.PETITION_A), "DEFENDER_FIRST", YOU, "DEFENDER_PHONE"),
    "a sentence that is over": (packets(), "REQUEST", GOOD, "DEFENDER_FIRST"),
    "something open": (on_track(Track.APPLICATION_E, outcome=Outcome.NEEDS_REVIEW), "LAWYER_LOOK", YOU, ""),
    "a case number": (packets(), "CASE_NUMBER", GOOD, "NO_CASE_NUMBER"),
    "no case number": (a_case(conviction={"case_number": None}), "NO_CASE_NUMBER", YOU, "CASE_NUMBER"),
    "a date for a number": (
        a_case(conviction={"case_number": "3/2/2005"}),
        "NUMBER_IS_DATE",
        YOU,
        "CASE_NUMBER",
    ),
    "a court that is not sure": (a_case(conviction={"county": "Lassen"}), "COURT_UNSURE", YOU, "COURT"),
    "the one court of a county": (a_case(conviction={"county": "Alpine"}), "COURT", GOOD, "COURT_UNSURE"),
    "a court whose address is not known": (
        a_case(conviction={"county": "Sonoma"}),
        "COURT_BLANK",
        YOU,
        "COURT_NOT_CHOSEN",
    ),
    "a prosecutor without an address": (
        a_case(conviction={"county": "Alpine"}),
        "PROSECUTOR_BLANK",
        YOU,
        "PROSECUTOR",
    ),
    "a prosecutor with only a phone": (
        a_case(conviction={"county": "Alameda"}),
        "PROSECUTOR_PHONE",
        YOU,
        "PROSECUTOR",
    ),
    "a prosecutor that was named": (
        a_case(case={"prosecutor": OFFICE}),
        "PROSECUTOR",
        GOOD,
        "PROSECUTOR_BLANK",
    ),
    "one count": (packets(), "REQUEST", GOOD, "COUNTS"),
    "a count with a blank": (a_case(conviction={"level": None}), "COUNT_BLANKS", YOU, ""),
    "counts without a blank": (packets(), "REQUEST", GOOD, "COUNT_BLANKS"),
    "rights given up or kept": (packets(), "WAIVERS", GOOD, ""),
    "a ready order": (packets(), "ORDER", GOOD, "NO_ORDER"),
    "no ready order": (a_case(case={"proposed_order": False}), "NO_ORDER", HAND, "ORDER"),
    "no one to serve yet": (packets(), "SERVER", HAND, "SERVED_BY_SELF"),
    "a friend to serve": (
        a_case(case={"server": Server("Jo Rivera", ())}),
        "SERVER_NAMED",
        HAND,
        "SERVED_BY_SELF",
    ),
    "oneself to serve": (
        a_case(case={"server": Server("example, MARÍA", ())}),
        "SERVED_BY_SELF",
        STOP,
        "SERVER_NAMED",
    ),
    "oneself by an old name": (
        a_case(case={"server": Server("M. Sample", ())}, other_names=("M. Sample",)),
        "SERVED_BY_SELF",
        STOP,
        "SERVER_NAMED",
    ),
    "a name of one word": (a_case(name_on_case="Maria"), "SHORT_NAME", YOU, "NAME"),
    "one name": (packets(), "NAME", GOOD, "SHORT_NAME"),
    "a name after a wedding": (a_case(name_now="Maria Now"), "TWO_NAMES", GOOD, "NAMES_DIFFER"),
    "two names of nothing in common": (a_case(name_now="Jo Rivera"), "NAMES_DIFFER", YOU, "TWO_NAMES"),
    "an address": (packets(), "ADDRESS", GOOD, "NO_ADDRESS"),
    "no address": (a_case(mailing_address=None), "NO_ADDRESS", YOU, "ADDRESS"),
    "no address but a lawyer": (
        a_case(mailing_address=None, attorney=ATTORNEY),
        "LAWYER_ADDRESS",
        GOOD,
        "NO_ADDRESS",
    ),
    "a lawyer who signs": (a_case(attorney=ATTORNEY), "SIGN_LAWYER", HAND, "SIGN"),
    "oneself to sign": (packets(), "SIGN", HAND, "SIGN_LAWYER"),
    "copies": (packets(), "COPIES", HAND, ""),
    "an envelope": (packets(), "ENVELOPE", HAND, ""),
    "names that fill the first page": (
        a_case(
            name_on_case="Wanda " * 33, mailing_address=Address("W" * 190, "W" * 60, "W" * 190, "CA", "94612")
        ),
        "LONG_NAMES",
        YOU,
        "",
    ),
    "names that fit": (packets(), "NAME", GOOD, "LONG_NAMES"),
    "the form of today": (filled(CURRENT), "REQUEST", GOOD, "OLD_EDITION"),
    "texts that fit the form": (filled(CURRENT), "REQUEST", GOOD, "ADDED_PAGE"),
    "a text that does not fit the form": (
        filled(CURRENT, filing=a_filing(name_on_case="Wilhelmina " * 15)),
        "ADDED_PAGE",
        GOOD,
        "LONG_NAMES",
    ),
    "the form without a list of counts": (
        filled(
            CURRENT,
            convictions=(a_conviction(level=None),),
            filing=a_filing(a_filing_case(proposed_order=False)),
        ),
        "REQUEST",
        GOOD,
        "COUNT_BLANKS",
    ),
}


@pytest.mark.parametrize("case", TABLE)
def test_each_reason_is_found_where_it_is_and_nowhere_else(case: str) -> None:
    made, code, state, absent = TABLE[case]
    found = states(made)
    assert found[code] is state
    assert absent not in found


def test_an_old_edition_of_the_form_is_told() -> None:
    assert states(filled(OLD))["OLD_EDITION"] is YOU


@pytest.mark.parametrize(
    ("ticks", "agrees"),
    [
        ((Item.TITLE_APPLICATION, Item.REQUEST_APPLICATION), True),
        ((Item.TITLE_APPLICATION, Item.REQUEST_PETITION), False),
        ((Item.TITLE_PETITION, Item.REQUEST_PETITION), False),
        ((Item.TITLE_APPLICATION,), False),
        ((Item.REQUEST_APPLICATION,), False),
        ((), False),
        ((Item.TITLE_APPLICATION, Item.REQUEST_APPLICATION, Item.REQUEST_PETITION), False),
    ],
)
def test_the_form_asks_for_one_thing_and_says_the_same_above(ticks: tuple[Item, ...], agrees: bool) -> None:
    made = filled(CURRENT)
    petition = made.cases[0].papers[1]
    spoiled = _with_petition(made, replace(petition.content, ticks=ticks))
    assert states(spoiled).get("NO_REQUEST") is (None if agrees else STOP)


def test_our_own_paper_without_a_request_or_with_another_title_is_stopped() -> None:
    made, other = packets(), on_track(Track.PETITION_A)
    content, wrong = made.cases[0].papers[1].content, other.cases[0].papers[1].content
    assert states(_with_petition(made, replace(content, requests=())))["NO_REQUEST"] is STOP
    mixed = replace(content, caption=wrong.caption)  # type: ignore[union-attr]
    assert states(_with_petition(made, mixed))["NO_REQUEST"] is STOP


def test_without_a_case_there_is_only_that_to_say() -> None:
    nothing = replace(packets(), cases=())
    assert states(nothing) == {"NO_PAPERS": STOP}


def test_a_county_with_several_courthouses_asks_which_until_one_is_chosen() -> None:
    made = a_case(conviction={"county": "Alameda"}, case={"courthouse": "Rene C. Davidson Courthouse"})
    assert states(made)["COURT_NOT_CHOSEN"] is YOU
    chosen = answers_for("c1", courthouse="Rene C. Davidson Courthouse")
    assert states(made, chosen)["COURT"] is GOOD


def test_every_count_is_said_to_be_in_the_papers() -> None:
    both = (a_conviction(), a_conviction("c2", section="11359", level=Level.FELONY))
    made = packets(both, (a_determination(), a_determination("c2")))
    found = states(made, answers_for("c1", "c2", same_case={"c2": "c1"}), *both)
    assert found["COUNTS"] is GOOD and "OTHER_COUNTS" not in found


def test_a_count_of_the_case_that_gets_no_paper_is_told() -> None:
    both = (a_conviction(), a_conviction("c2", section="11366"))
    left_out = a_determination(
        "c2", outcome=Outcome.NOT_COVERED_SECTION, ceiling=Relief.NONE, floor=Relief.NONE
    )
    made = packets(both, (a_determination(), left_out))
    assert states(made, answers_for("c1", "c2", same_case={"c2": "c1"}), *both)["OTHER_COUNTS"] is YOU
    assert "OTHER_COUNTS" not in states(made, answers_for("c1", "c2"), *both)


@pytest.mark.parametrize(
    ("county", "number", "code"),
    [
        ("Los Angeles", "ba198765", "CASE_TWICE"),
        ("los angeles county", " BA198765 ", "CASE_TWICE"),
        ("Alameda", "BA198765", "NUMBER_TWICE"),
        ("Los Angeles", "BA198766", ""),
        ("Alameda", "H2345", ""),
    ],
)
def test_one_case_typed_twice_and_one_number_in_two_counties_are_told(
    county: str, number: str, code: str
) -> None:
    both = (a_conviction(), a_conviction("c2", county=county, case_number=number))
    cases = [a_filing_case()]
    if code != "CASE_TWICE":
        cases.append(a_filing_case(county=county, case_number=number))
    made = packets(both, (a_determination(), a_determination("c2")), filing=a_filing(*cases))
    found = states(made, answers_for("c1", "c2"), *both)
    assert {one for one in ("CASE_TWICE", "NUMBER_TWICE") if one in found} == ({code} if code else set())


@pytest.mark.parametrize(
    ("number", "code"),
    [
        ("CR-05-1234", ""), ("BA198765", ""), ("05F01234", ""), ("123", ""), ("A-123.456/7", ""), ("2005-123456", ""),
        ("12", "ODD_NUMBER"), ("unknown", "ODD_NUMBER"), ("123-45-6789", "NUMBER_IS_PRIVATE"),
        ("03/02/2005", "NUMBER_IS_DATE"), ("2005-03-02", "NUMBER_IS_DATE"), ("(510) 555-0100", "NUMBER_IS_PHONE"),
        ("A12345678", "NUMBER_IS_STATE_ID"), ("CII: a12345678", "NUMBER_IS_STATE_ID"), ("BA1234567", ""),
    ],
)  # fmt: skip
def test_what_is_clearly_no_case_number_is_told(number: str, code: str) -> None:
    assert looks_odd(number) == code


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ánh Zuñiga", "ANH ZUNIGA", True), ("Zuñiga, Ánh", "Ánh Zuñiga", True), ("Jo Rivera", "Jo Rivera Jr.", False),
        ("Jo", "", False), ("", "", False),
    ],
)  # fmt: skip
def test_names_are_compared_by_their_words(one: str, other: str, same: bool) -> None:
    assert is_same_person(one, other) is same


def test_only_what_must_stop_stops() -> None:
    record = Record(Petitioner(), (a_conviction(),))
    bare = a_case(conviction={"county": "Alpine", "case_number": None, "level": None}, mailing_address=None)
    assert held_back(preflight(answers_for("c1"), bare, record=record)) is None
    stopped = held_back(preflight(answers_for("c1"), TABLE["oneself to serve"][0], record=record))
    assert stopped is not None
    assert [sentence for _path, sentence in stopped.problems] == [str(words.STOPS["SERVED_BY_SELF"].text)]


def test_each_state_has_its_words_and_every_finding_of_the_table_is_among_them() -> None:
    by_state = {STOP: words.STOPS, YOU: words.YOURS, HAND: words.BY_HAND, GOOD: words.GOOD}
    told = {**{code: state for _made, code, state, _no in TABLE.values()}}
    for made, *_rest in TABLE.values():
        told.update(states(made))
    assert [code for code, state in told.items() if code not in by_state[state]] == []


def test_a_reason_that_two_cases_share_stands_once_with_both_cases() -> None:
    both = (a_conviction(), a_conviction("c2", county="Alameda", case_number="H2345"))
    cases = a_filing(a_filing_case(), a_filing_case(county="Alameda", case_number="H2345"))
    made = packets(both, (a_determination(), a_determination("c2")), filing=cases)
    page = preflight_page(
        preflight(answers_for("c1", "c2"), made, record=Record(Petitioner(), both)), packets=made
    )
    [request] = [one for one in page.good if str(one.title) == "The request is clear"]
    assert [one.case for one in request.where] == [
        "Los Angeles County, case BA198765",
        "Alameda County, case H2345",
    ]
    [waivers] = [one for one in page.good if "hearing" in str(one.title)]
    assert [one.change_url for one in waivers.where] == [
        "/interview/c1/hearing/?next=check",
        "/interview/c2/hearing/?next=check",
    ]


def test_with_one_case_no_case_is_named_and_a_blank_leads_to_its_answer() -> None:
    made = a_case(conviction={"level": None})
    found = preflight(answers_for("c1"), made, record=Record(Petitioner(), (a_conviction(),)))
    page = preflight_page(found, packets=made)
    [blank] = [one for one in page.yours if str(one.title) == "A fact of the case is blank"]
    assert [(one.case, one.change_url) for one in blank.where] == [("", "/interview/c1/level/?next=check")]


def test_papers_that_cannot_be_put_together_are_told_as_something_to_fix() -> None:
    page = problems_page(FilingProblems(("filing.cases[0]", "Name each case once.")))
    assert [line.text for line in page.stops] == ["Name each case once."]


def _with_petition(made: Packets, content: Any) -> Packets:
    [case] = made.cases
    cover, petition, *others = case.papers
    return replace(made, cases=(replace(case, papers=(cover, replace(petition, content=content), *others)),))
