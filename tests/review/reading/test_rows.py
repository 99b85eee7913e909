"""Whole rows are kept as they stand, whatever their quotes; a line that is none is set aside with its reason."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from petitions.review.columns import COLUMNS
from petitions.review.reading.reasons import Reason
from petitions.review.reading.records import MOST_LINES
from petitions.review.reading.rows import Rows, rows_of
from petitions.review.reading.table import deciding_table
from tests.review.made_files import line_of, row

PLAIN = row()
WIDE = len(COLUMNS)


def read(*lines: bytes) -> Rows:
    return rows_of(b"".join(line + b"\n" for line in lines))


@pytest.mark.parametrize(
    "line",
    [
        row(),
        row(PRI_NAME="NO COMMA"),
        row(PRI_NAME="O,NE,MANY"),
        row(COMMENT_TEXT='CHARGED AS "11359"'),
        row(COMMENT_TEXT='"'),
        row(COMMENT_TEXT='","'),
        row(PRI_NAME='""'),
        b"," * (WIDE - 1),
        b'""' + b"," * (WIDE - 1),
    ],
)
def test_every_way_to_write_a_cell_is_read(line: bytes) -> None:
    found = read(PLAIN, line, PLAIN)
    assert found.text.splitlines() == [PLAIN, line, PLAIN]
    assert found.lines.tolist() == [0, 1, 2] and found.set_aside == ()


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"," * (WIDE - 2), Reason.WIDTH),
        (b"," * WIDE, Reason.WIDTH),
        (b"," * (WIDE - 1 + 256), Reason.WIDTH),
        (b"a word", Reason.WIDTH),
        (b" ", Reason.WIDTH),
        (b'"A,B"' + b"," * (WIDE - 2), Reason.WIDTH),
        (b'"A,B"' + b"," * WIDE, Reason.WIDTH),
        (PLAIN.replace(b"COURT", b'CO"URT'), Reason.STRAY_QUOTE),
        (PLAIN.replace(b'"DOE', b' "DOE'), Reason.STRAY_QUOTE),
        (PLAIN.replace(b'Q"', b'Q" '), Reason.STRAY_QUOTE),
        (PLAIN.replace(b'Q"', b"Q"), Reason.OPEN_QUOTE),
        (PLAIN + b'"', Reason.STRAY_QUOTE),
        (PLAIN.replace(b"#", b'"#'), Reason.OPEN_QUOTE),
    ],
)
def test_a_line_that_is_no_row_is_set_aside_and_the_others_stay(line: bytes, reason: Reason) -> None:
    found = read(PLAIN, line, PLAIN, row(COMMENT_TEXT='A "B"'))
    assert found.set_aside == ((1, reason),)
    assert found.lines.tolist() == [0, 2, 3]
    assert found.text == b"".join(one + b"\n" for one in (PLAIN, PLAIN, row(COMMENT_TEXT='A "B"')))


def test_blank_lines_are_passed_over() -> None:
    found = read(b"", PLAIN, b"", b"", PLAIN, b"")
    assert found.lines.tolist() == [1, 4] and found.set_aside == () and found.count == 6


def test_a_row_may_go_on_in_the_next_line() -> None:
    long = row(COMMENT_TEXT="ONE\n\nTWO, THREE")
    found = read(PLAIN, long, PLAIN)
    assert found.lines.tolist() == [0, 1, 4] and found.set_aside == ()
    assert found.text == b"".join(line + b"\n" for line in (PLAIN, long, PLAIN))
    assert deciding_table(found.text)["COMMENT_TEXT"].to_list() == [None, "ONE\n\nTWO, THREE", None]


def test_a_whole_row_inside_a_quoted_cell_is_part_of_that_cell() -> None:
    inside = row(COMMENT_TEXT="BEFORE\n" + row(PRI_NAME="DOE").decode() + "\nAFTER")
    found = read(inside, PLAIN)
    assert found.lines.tolist() == [0, 3] and found.set_aside == ()


def test_a_quote_that_stays_open_too_long_costs_its_line_alone() -> None:
    lines = row(COMMENT_TEXT="\n" * MOST_LINES).split(b"\n")
    found = read(PLAIN, *lines, PLAIN)
    assert found.set_aside[0] == (1, Reason.OPEN_QUOTE)
    assert found.lines.tolist() == [0, len(lines) + 1]


def test_a_quote_that_is_open_where_the_file_ends_costs_its_line_alone() -> None:
    found = read(PLAIN, PLAIN.replace(b"#", b'"#'))
    assert found.set_aside == ((1, Reason.OPEN_QUOTE),) and found.lines.tolist() == [0]


def test_nothing_has_no_rows() -> None:
    assert rows_of(b"").count == 0


CELL = st.text(alphabet=st.sampled_from('A9 ,"\né#'), max_size=4)


@given(st.lists(st.lists(CELL, min_size=WIDE, max_size=WIDE), min_size=1, max_size=4))
def test_what_is_written_by_the_rules_is_read_as_it_was(table: list[list[str]]) -> None:
    lines = [line_of(cells) for cells in table]
    found = rows_of(b"".join(line + b"\n" for line in lines))
    too_long = [line for line in lines if line.count(b"\n") >= MOST_LINES]
    if too_long:
        return
    assert list(csv.reader(io.StringIO(found.text.decode(), newline=""))) == table
    read_back = deciding_table(found.text).fill_null("")
    for name in read_back.columns:
        assert read_back[name].to_list() == [cells[COLUMNS.index(name)] for cells in table]
