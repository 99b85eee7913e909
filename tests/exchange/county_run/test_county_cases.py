"""Cases and offices as JSON: what is written is read again, and what is wrong is told without repeating it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from petitions.documents.filing import FilingProblems
from petitions.exchange.county_cases import case_lines, read_case, read_office
from petitions.law.terms import Prefix, Relief, Sentence
from tests.documents.county.county_samples import a_case, a_count
from tests.exchange.county_run.county_runs import OFFICE, case, count

CASES = (
    a_case(),
    a_case(a_count(relief=None, ground=None, level=None, conviction_date=None), case_number=None, court=None),
    a_case(a_count(relief=Relief.INFRACTION, prefix=Prefix.ATTEMPT, subdivision="a"), sentence=None),
    a_case(sentence=Sentence.IN_CUSTODY, name="Zoë Muñoz"),
)


@pytest.mark.parametrize("one", CASES)
def test_a_case_that_is_written_is_read_again(one: Any) -> None:
    [line] = case_lines([one])
    assert read_case(json.loads(line)) == one


@pytest.mark.parametrize(
    ("data", "path"),
    [
        ([], "case"),
        (case(dob="CANARY"), "case"),
        (case(name=7), "case.name"),
        (case(name="CANARY" * 100), "case.name"),
        (case(name="CANARY \U0001f600"), "case.name"),
        (case(sentence="CANARY"), "case.sentence"),
        (case(counts="CANARY"), "case.counts"),
        (case(counts=[count(relief="CANARY")]), "case.counts[0].relief"),
        (case(counts=[count(relief=3)]), "case.counts[0].relief"),
        (case(counts=[count(), count(ground="CANARY")]), "case.counts[1].ground"),
        (case(counts=[count(conviction_date="2003")]), "case.counts[0].conviction_date"),
        (case(counts=[count(conviction_date="2003-02-30")]), "case.counts[0].conviction_date"),
        (case(counts=[count()] * 201), "case.counts"),
    ],
)
def test_what_is_wrong_in_a_case_is_told_by_its_place(data: Any, path: str) -> None:
    with pytest.raises(FilingProblems) as bad:
        read_case(data)
    assert [where for where, _ in bad.value.problems] == [path]
    assert "CANARY" not in str(bad.value.problems)


@pytest.mark.parametrize(
    ("data", "path"),
    [
        ({**OFFICE, "mover": None}, "office.mover"),
        ({key: value for key, value in OFFICE.items() if key != "mover"}, "office.mover"),
        ({**OFFICE, "mover": "judge"}, "office.mover"),
        ({**OFFICE, "name": " "}, "office.name"),
        ({**OFFICE, "mailing_address": {}}, "office.mailing_address.state"),
        ({**OFFICE, "email": "CANARY"}, "office.email"),
    ],
)
def test_what_is_wrong_in_an_office_is_told_by_its_place(data: Any, path: str) -> None:
    with pytest.raises(FilingProblems) as bad:
        read_office(data)
    assert path in [where for where, _ in bad.value.problems]


def test_hidden_signs_in_a_name_are_dropped() -> None:
    assert read_case(case(name="EXAMPLE,\u202eMA\u0000RIA\n J")).name == "EXAMPLE,MARIA J"
