"""Cases without papers are counted by what they lack, in the few words in which staff act on it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from petitions.documents.county.checking import Why
from petitions.exchange.county_cases import read_office
from petitions.exchange.county_run.lot_work import case_row, whys_left_out
from petitions.exchange.county_run.task import CountyTask
from petitions.review.papers.without import Without, count_without
from tests.exchange.county_run.county_runs import OFFICE, case, count


def made(why: Why, *of_counts: Why) -> dict[str, Any]:
    left_out = "; ".join(f"count {number}: {one}" for number, one in enumerate(of_counts, 1))
    return {"line": 1, "problems": [{"path": "case", "problem": str(why)}], "left_out": left_out}


@pytest.mark.parametrize(
    ("row", "lacks"),
    [
        (made(Why.NO_CASE_NUMBER), Without.NUMBER),
        (made(Why.SEVERAL_CASE_NUMBERS, Why.HAND_REVIEW), Without.NUMBER),
        (made(Why.NO_COUNT_LEFT, Why.NOTHING_ASKED, Why.NOTHING_ASKED), Without.NOTHING),
        (made(Why.NO_COUNT_LEFT, Why.NOTHING_ASKED, Why.HAND_REVIEW), Without.HAND),
        (made(Why.NO_COUNT_LEFT, Why.AFTER_THE_ACT, Why.NOTHING_ASKED), Without.OTHER),
        (made(Why.NO_COUNT_LEFT, Why.AFTER_THE_ACT, Why.HAND_REVIEW), Without.HAND),
        (made(Why.SAME_CASE), Without.OTHER),
        (made(Why.NO_NAME), Without.OTHER),
    ],
    ids=str,
)
def test_what_a_case_lacks(row: dict[str, Any], lacks: Without) -> None:
    assert count_without([row]) == {lacks: 1}


def test_cases_with_papers_are_not_counted() -> None:
    rows = [{"line": 1, "files": []}, made(Why.NO_CASE_NUMBER), made(Why.SAME_CASE)]
    assert count_without(rows) == {"number": 1, "other": 1}


def test_the_reasons_are_read_as_the_rows_of_the_manifest_tell_them() -> None:
    counts = [count(relief=None, ground=None), count(relief="none", ground=None), count(section="11377")]
    line = json.dumps(case(counts=counts)).encode()
    task = CountyTask(Path(), Path(), read_office(OFFICE))
    row, _printed = case_row(1, line, is_twice=False, task=task)
    assert whys_left_out(row) == [Why.HAND_REVIEW, Why.NOTHING_ASKED, Why.OTHER_SECTION]
    assert count_without([row]) == {"hand": 1}


def test_a_row_that_tells_of_no_count_has_no_reasons() -> None:
    assert whys_left_out({"line": 1}) == whys_left_out({"line": 1, "left_out": ""}) == []
