"""Rows are listed whose cells leave open whom, which case, or when."""

from __future__ import annotations

import pytest

from petitions.review.reading.cells import doubtful_rows
from petitions.review.reading.reasons import Reason
from petitions.review.reading.table import deciding_table
from tests.review.made_files import row


@pytest.mark.parametrize("name", ["PRI_DOB", "STP_EVENT_DATE"])
@pytest.mark.parametrize(
    "date",
    ["19700102", "20000229", "", " ", "        ", "#", "x", "x       ", "  -  ", "NULL  ", "19700000", "19700100", "00000000"],
)  # fmt: skip
def test_a_date_may_be_known_or_not(name: str, date: str) -> None:
    assert doubts(**{name: date}) == []


@pytest.mark.parametrize("date", ["19701301", "19700230", "1970-01-02", "1/2/70", "1970010", "197001022", "19700102 ", "UNKNOWN", "19701300", "19010229"])  # fmt: skip
def test_what_is_neither_is_listed(date: str) -> None:
    assert doubts(PRI_DOB=date) == [(1, Reason.BIRTH_DATE)]
    assert doubts(STP_EVENT_DATE=date) == [(1, Reason.EVENT_DATE)]


def test_a_row_without_a_person_is_listed() -> None:
    assert doubts(SUBJECT_ID="") == [(1, Reason.NO_PERSON)]


@pytest.mark.parametrize(
    ("cells", "listed"),
    [
        ({"CNT_ORDER": "101002"}, False),
        ({"CNT_ORDER": "10100"}, True),
        ({"CNT_ORDER": ""}, True),
        ({"CNT_ORDER": "", "DISP_DESCR": ""}, False),
        ({"CNT_ORDER": "", "DISP_DESCR": "", "OFN": "123"}, True),
        ({"CNT_ORDER": "", "DISP_DESCR": "", "OFN": "123", "STP_TYPE_DESCR": "ARREST"}, False),
    ],
)
def test_a_count_is_told_where_a_case_is_needed(cells: dict[str, str], *, listed: bool) -> None:
    assert doubts(**cells) == ([(1, Reason.COUNT_KEY)] if listed else [])


def test_each_doubt_of_a_row_is_told() -> None:
    found = doubts(SUBJECT_ID="", CNT_ORDER="", PRI_DOB="?", STP_EVENT_DATE="?")
    assert [reason for _, reason in found] == [
        Reason.NO_PERSON, Reason.COUNT_KEY, Reason.BIRTH_DATE, Reason.EVENT_DATE,
    ]  # fmt: skip


def doubts(**cells: str) -> list[tuple[int, Reason]]:
    return doubtful_rows(deciding_table(b"\n".join([row(), row(**cells), row(), b""])))
