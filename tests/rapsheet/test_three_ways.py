"""An interview, a RAP sheet and a record that state the same facts get the same determination."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from petitions.exchange.determinations_json import determinations_json
from petitions.exchange.reading import read_record
from petitions.interview.answers import YOU, Answers, applied, new_answers, record_json
from petitions.interview.questions import CASE_FACTS, COUNTY, DETAILS, SCREENING, Scope
from petitions.law.determine import determine
from petitions.rapsheet.grammar import read_sheet
from petitions.rapsheet.pages import pages_of
from petitions.rapsheet.to_facts import to_facts
from tests.law.record_strategies import coherent_records
from tests.rapsheet.printed import COURTS, sheet_of

Json = dict[str, Any]
ON = date(2026, 11, 24)
NOT_SAID = (None, "unsure")
TOLD = (
    "jurisdiction", "outcome", "county", "case_number", "code", "section", "subdivision", "prefix", "level",
    "offense_date", "conviction_date",
)  # fmt: skip
"""What every such sheet tells of a conviction."""


@st.composite
def told_records(draw: st.DrawFn) -> Json:
    """Draw a record of convictions such as a sheet can state: dated to the day, in courts that report."""
    record = draw(coherent_records(most_counts=3))
    for conviction in record["convictions"]:
        conviction["outcome"] = "convicted"
        if conviction["jurisdiction"] not in COURTS:
            conviction["jurisdiction"] = "california_adult"
        if "dismissed_1203" in conviction["later_relief"]:  # given only to those who have finished
            conviction["sentence_status"] = "completed"
    for history in ("super_strike", "sex_offense"):
        if isinstance(record["petitioner"][history], list):
            record["petitioner"][history] = [as_told(prior) for prior in record["petitioner"][history]]
    return record


def as_told(prior: Json) -> Json:
    """A sheet tells the day; it names the court only where it was a juvenile one."""
    day = (
        f"{prior['conviction_date']}-01-01"[:10]
        if len(prior["conviction_date"]) == 4
        else prior["conviction_date"]
    )
    whole = {"conviction_date": f"{day}-28"[:10]}
    return whole | ({"court": "juvenile"} if prior["court"] == "juvenile" else {})


@settings(max_examples=60)
@given(told_records())
def test_a_sheet_and_a_record_with_the_same_facts_get_the_same_answer(record: Json) -> None:
    facts = to_facts(read_sheet(pages_of(sheet_of(record))), on=ON)
    assert facts.record is not None
    assert determined(completed(facts.record, by=record)) == determined(record)


@settings(max_examples=60)
@given(told_records())
def test_a_sheet_tells_of_each_conviction_what_a_sheet_can_and_nothing_that_is_not_so(record: Json) -> None:
    read = to_facts(read_sheet(pages_of(sheet_of(record))), on=ON).record
    assert read is not None
    told, true = ([[one[key] for key in TOLD] for one in each["convictions"]] for each in (read, record))
    assert told == true
    for stated, so in zip(parts(read), parts(record), strict=True):
        known = {key: value for key, value in stated.items() if value not in NOT_SAID and key != "id"}
        assert known == {key: so[key] for key in known}


@settings(max_examples=25)
@given(told_records())
def test_an_interview_and_a_record_with_the_same_facts_get_the_same_answer(record: Json) -> None:
    assert determined(record_json(interviewed(record))) == determined(record)


def parts(record: Json) -> list[Json]:
    return [record["petitioner"], *record["convictions"]]


def completed(read: Json, *, by: Json) -> Json:
    """Return the record of a sheet with the answers to what the sheet does not say."""
    pairs = zip(read["convictions"], by["convictions"], strict=True)
    return {
        "petitioner": filled(read["petitioner"], by["petitioner"]),
        "convictions": [filled(stated, true) | {"id": true["id"]} for stated, true in pairs],
    }


def filled(stated: Json, true: Json) -> Json:
    return true | {key: value for key, value in stated.items() if value not in NOT_SAID}


def interviewed(record: Json) -> Answers:
    """Answer each page of the interview with what the record says."""
    answers = new_answers()
    answers["record"]["convictions"] = [{"id": one["id"]} for one in record["convictions"]]
    places = {YOU: record["petitioner"], **{one["id"]: one for one in record["convictions"]}}
    for question in (*SCREENING, COUNTY, *DETAILS, *CASE_FACTS):
        for place, facts in places.items():
            values = {key: deepcopy(facts[key]) for key in question.facts if key in facts}
            if values and (place == YOU) == (question.scope is Scope.PETITIONER):
                answers = applied(answers, place=place, question=question, values=values)
    return answers


def determined(record: Json) -> Json:
    return determinations_json(determine(read_record(record, on=ON), on=ON), record_id=None)
