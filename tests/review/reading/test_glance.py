"""What is glanced at alone says nothing new: neither of a person, nor of a conviction, nor of a problem."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import polars as pl
import pytest

from benchmarks.invented_research_file import COUNTY, write_file
from petitions.review.columns import ROW, TALLYING
from petitions.review.decide import decide, tally_alone
from petitions.review.options import review_from
from petitions.review.reading import rows
from petitions.review.reading.cells import doubtful_rows
from petitions.review.reading.reasons import Reason
from petitions.review.reading.rows import picked_rows, rows_of
from petitions.review.reading.table import deciding_table, tallying_table
from tests.review.made_files import row

ON = date(2020, 7, 1)
PLAIN: dict[str, str] = {"DISP_DESCR": "DISMISSED", "STP_TYPE_DESCR": "COURT ACTION"}
"""A row that nothing looks at."""
OFFICE: dict[str, Any] = {"baselineEligibility": {"dismiss": ["11357"], "reduce": ["11358", "11359"]}}


@pytest.mark.parametrize(
    "cells",
    [
        {"DISP_DESCR": "CONVICTED"},
        {"DISP_DESCR": "CONVICTED-PROB/JAIL"},
        {"STP_TYPE_DESCR": "DECEASED"},
        {"STP_TYPE_DESCR": "REGISTRATION"},
        {"SUBJECT_ID": ""},
        {"SUBJECT_ID": "1002"},
        {"SUBJECT_ID": "10011"},
        {"PRI_DOB": "19700103"},
        {"PRI_DOB": ""},
        {"PRI_DOB": "19700102 "},
        {"RACE_DESCR": "WHITE"},
        {"CNT_ORDER": "10100", "OFN": "1"},
        {"CNT_ORDER": "", "OFN": "1"},
        {"CNT_ORDER": "ÑÑÑ", "OFN": "1"},
        {"STP_EVENT_DATE": "UNKNOWN"},
        {"STP_EVENT_DATE": "19990231"},
        {"STP_EVENT_DATE": "19991301"},
        {"STP_EVENT_DATE": "19990001"},
        {"STP_EVENT_DATE": "1999010:"},
        {"STP_EVENT_DATE": "199901010"},
        {"COMMENT_TEXT": 'CHARGED AS "11359"'},
    ],
)
def test_a_row_that_says_something_is_picked(cells: dict[str, str]) -> None:
    plain = row(**PLAIN)
    assert numbers(plain, plain, row(**{**PLAIN, **cells}), row(**{**PLAIN, **cells}))[:2] == [0, 2]


@pytest.mark.parametrize(
    "cells",
    [
        {},
        {"STP_EVENT_DATE": ""},
        {"STP_EVENT_DATE": "20001231"},
        {"CNT_ORDER": "101002"},
        {"CNT_ORDER": "", "STP_TYPE_DESCR": "ARREST/DETAINED/CITED"},
        {"PRI_NAME": "ROE,JAN Q", "REQ_NAME": "A,B,C"},
        {"OFFENSE_DESCR": "11358 HS-CULTIVATE"},
    ],
)
def test_a_row_that_says_nothing_is_passed_over(cells: dict[str, str]) -> None:
    assert numbers(row(**PLAIN), row(**{**PLAIN, **cells}), row(**PLAIN)) == [0]


@pytest.mark.parametrize("name", ["SUBJECT_ID", "PRI_DOB", "RACE_DESCR"])
def test_a_change_is_seen_anywhere_in_a_cell_however_long(name: str) -> None:
    for length in (1, 7, 8, 9, 16, 40, 55, 56, 57, 63, 64, 65, 200):
        first, other = "x" * length, "x" * (length - 1) + "y"
        found = numbers(row(**PLAIN, **{name: first}), row(**PLAIN, **{name: other}))
        assert found == [0, 1]


@pytest.mark.parametrize("date", ["19700231", "197001023", "UNKNOWN", "1970-1-2"])
def test_each_row_with_a_birth_date_that_is_none_is_picked(date: str) -> None:
    assert numbers(*[row(**{**PLAIN, "PRI_DOB": date})] * 3) == [0, 1, 2]


def test_after_a_line_that_is_no_row_the_next_is_picked() -> None:
    plain = row(**PLAIN)
    assert numbers(plain, plain, b"no row", plain, plain, b"", plain) == [0, 2, 4]


def test_a_row_of_several_lines_is_picked_whole() -> None:
    found = picked_rows(text_of([row(**PLAIN), row(**PLAIN, COMMENT_TEXT="ONE\nTWO, THREE"), row(**PLAIN)]))
    assert (found.numbers.tolist(), found.lines.tolist()) == ([0, 1, 2], [0, 1, 3])
    assert tallying_table(found.text)["COMMENT_TEXT"].to_list() == [None, "ONE\nTWO, THREE", None]
    assert (found.rows, found.count) == (3, 4)


def test_a_stretch_begins_with_a_row_that_is_picked(monkeypatch: pytest.MonkeyPatch) -> None:
    plain, odd = row(**PLAIN), row(**PLAIN, COMMENT_TEXT="ONE\nTWO, THREE")
    lines = [plain, plain, odd, plain, b"no row", plain, plain]
    whole = picked_rows(text_of(lines))
    monkeypatch.setattr(rows, "_STRETCH", 1)
    cut = picked_rows(text_of(lines))
    assert whole.numbers.tolist() == [0, 2, 3, 4] and cut.numbers.tolist() == list(range(6))
    assert (cut.rows, cut.count, cut.set_aside) == (whole.rows, whole.count, whole.set_aside)
    assert tallying_table(cut.text).height == len(cut.numbers) == len(cut.lines)


def test_of_nothing_nothing_is_picked() -> None:
    found = picked_rows(b"")
    assert (found.rows, found.count, len(found.numbers), found.text) == (0, 0, 0, b"")


def test_a_piece_without_one_plain_row_is_read() -> None:
    found = picked_rows(b"no row\n\n")
    assert (found.rows, found.set_aside) == (0, ((0, Reason.WIDTH),))


@pytest.mark.parametrize(
    "choices", [{**OFFICE, "flow": "configurable"}, {"flow": "los_angeles_2019_10", "also": [OFFICE]}]
)
def test_the_tally_of_picked_rows_is_that_of_all(tmp_path: Path, choices: dict[str, Any]) -> None:
    write_file(tmp_path / "a.csv", rows=5_000, seed=11)
    text = (tmp_path / "a.csv").read_bytes().partition(b"\n")[2]
    assert len(picked_rows(text).lines) < 0.4 * 5_000
    assert_same_tally(text, choices=choices)
    lines = text.splitlines(keepends=True)
    Random(3).shuffle(lines)
    assert_same_tally(b"".join(lines), choices=choices)


def test_the_problems_of_picked_rows_are_those_of_all(shared: Path) -> None:
    for name in ("probes_configurable", "random1500_bear_like", "extra_comma"):
        text = (shared / "review/cases" / name / "input.csv").read_bytes().replace(
            b"\r\n", b"\n"
        ).removesuffix(b"\n") + b"\n"
        assert_same_problems(text.partition(b"\n")[2])
    chance = Random(9)
    dates = [
        "",
        "19990229",
        "20000229",
        "19991131",
        "19991031",
        "19700000",
        "x",
        "00010101",
        '"',
        "1999,101",
        "19990101",
    ]
    keys = ["", "10100", "101002", "101002001000", "1,2", "Ñ"]
    made = [
        row(
            SUBJECT_ID=chance.choice(["1", "2", ""]), PRI_DOB=chance.choice(dates), STP_EVENT_DATE=chance.choice(dates),
            CNT_ORDER=chance.choice(keys), OFN=chance.choice(["", "1"]), DISP_DESCR=chance.choice(["", "CONVICTED", "CONVICTE"]),
            STP_TYPE_DESCR=chance.choice(["COURT ACTION", "ARREST", ""]),
        )
        for _ in range(600)
    ]  # fmt: skip
    assert_same_problems(text_of(made))


def assert_same_tally(text: bytes, *, choices: dict[str, Any]) -> None:
    review = review_from(choices, county=COUNTY, on=ON)
    picked = picked_rows(text)
    assert picked.rows == len(rows_of(text).lines)
    few = tallying_table(picked.text).insert_column(0, pl.Series(ROW, picked.numbers.astype(np.uint32)))
    every = deciding_table(rows_of(text).text).with_row_index(ROW)
    assert few.select(TALLYING).equals(every[picked.numbers].select(TALLYING))
    whole = decide(filled(every), review=review).tally
    assert tally_alone(filled(few), review=review) == whole
    assert tally_alone(filled(every), review=review) == whole


def assert_same_problems(text: bytes) -> None:
    whole, picked = rows_of(text), picked_rows(text)
    assert picked.set_aside == whole.set_aside
    listed = [(whole.lines[at], why) for at, why in doubtful_rows(deciding_table(whole.text))]
    found = [(picked.lines[at], why) for at, why in doubtful_rows(tallying_table(picked.text))]
    assert found == listed


def filled(table: pl.DataFrame) -> pl.DataFrame:
    with_person = table.filter(pl.col("SUBJECT_ID").is_not_null())
    return with_person.with_columns(pl.col(ROW).cast(pl.UInt64), pl.col(pl.String).fill_null(""))


def text_of(lines: Sequence[bytes]) -> bytes:
    return b"".join(line + b"\n" for line in lines)


def numbers(*lines: bytes) -> list[int]:
    return picked_rows(text_of(lines)).numbers.tolist()
