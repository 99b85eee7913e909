"""Files are read as spreadsheet programs save them; a small hostile one costs neither minutes nor gigabytes (S20, S39)."""

from __future__ import annotations

import csv
import io
import time
import zipfile
from datetime import UTC, date, datetime
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from petitions.clinic.lists.files import LONGEST_CELL, BadFile, table_of
from petitions.exchange.tables import table_file

_NAMESPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_HEAD = '<row r="1"><c t="inlineStr"><is><t>Name</t></is></c><c t="inlineStr"><is><t>Code</t></is></c></row>'
_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
SLOWEST = 10.0
"""Seconds; the gentlest of these files took 60 and more before they were bounded."""


def workbook(rows: list[list[Any]]) -> bytes:
    """Return a workbook as a spreadsheet program saves it."""
    book, stream = openpyxl.Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(stream)
    return stream.getvalue()


def with_part(name: str, content: bytes) -> bytes:
    """Return a workbook of which one part says something else."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook([["Name", "Code"], ["Testa", "11359"]]))) as good,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for entry in good.namelist():
            made.writestr(entry, content if entry.endswith(name) else good.read(entry))
    return stream.getvalue()


def sheet(rows: str) -> bytes:
    """Return a workbook with these rows, as they stand in its file."""
    inside = f"<worksheet {_NAMESPACE}><sheetData>{_HEAD}{rows}</sheetData></worksheet>"
    return with_part("sheet1.xml", inside.encode())


def declared_smaller() -> bytes:
    """Return an archive that says its parts are smaller than they are."""
    content = bytearray(sheet("<row/>" * 200_000))
    place = content.rfind(b"PK\x01\x02")
    content[place + 24 : place + 28] = (10).to_bytes(4, "little")
    return bytes(content)


@pytest.mark.parametrize(
    "content",
    [
        sheet('<row r="200000000"><c t="inlineStr"><is><t>Testa</t></is></c></row>'),
        sheet("<row>" + "<c/>" * 6_000_000 + "</row>"),
        pytest.param(sheet("<row>" + "<c/>" * 390_000 + "</row>"), marks=pytest.mark.long),
        pytest.param(sheet("<row/>" * 390_000), marks=pytest.mark.long),
        sheet('<row r="2"><c r="ZZZZZZZZ2"/></row>'),
        with_part("styles.xml", f"<styleSheet {_NAMESPACE}><fonts>{'<font/>' * 1_000_000}".encode()),
        with_part("workbook.xml", b"<workbook/>"),
        with_part("sheet1.xml", b"\x4c\x6f\xa7"),
        declared_smaller(),
        workbook([["Name", "Code"], ["Testa", "11359"]])[:-40],
    ],
    ids=(
        "a row number of 200 million",
        "6 million cells in a row",
        "as many cells as are looked at",
        "as many rows as are looked at",
        "a column beyond all columns",
        "a million fonts",
        "no sheets",
        "another alphabet",
        "false sizes",
        "cut off",
    ),
)
def test_a_hostile_workbook_is_refused_soon(content: bytes) -> None:
    began = time.process_time()
    with pytest.raises(BadFile):
        table_of(content)
    assert time.process_time() - began < SLOWEST


def test_days_and_numbers_come_as_a_spreadsheet_shows_them() -> None:
    row = [date(2004, 3, 5), datetime(2004, 3, 5, tzinfo=UTC).replace(tzinfo=None), 11359, 33.0, 28.5, None]
    table = table_of(workbook([["Name", "Code", *"abcd"], row]))
    assert table.rows == (("2004-03-05", "2004-03-05", "11359", "33", "28.5", ""),)


@pytest.mark.parametrize("sign", [";", "\t", "|", ","])
def test_commas_in_an_address_do_not_split_it(sign: str) -> None:
    street = "1 Sample St, Apt 3, Oakland, CA, USA"
    stream = io.StringIO()
    csv.writer(stream, delimiter=sign).writerows([("Name", "Code", "Street"), ("Testa", "11359", street)])
    assert table_of(stream.getvalue().encode()).rows == (("Testa", "11359", street),)


def _as_read(text: str) -> str:
    return " ".join(ILLEGAL_CHARACTERS_RE.sub("", text).split())[:LONGEST_CELL]


@settings(max_examples=60, deadline=None)
@given(
    rows=st.lists(
        st.tuples(*[st.text(max_size=12) | st.sampled_from(_STARTS).map(lambda sign: f"{sign}1+1")] * 2),
        min_size=1,
        max_size=4,
    ),
    kind=st.sampled_from(["csv", "xlsx"]),
)
def test_whatever_is_exported_runs_nothing_and_is_read_again(rows: list[tuple[str, str]], kind: str) -> None:
    content = table_file([("Name", "Code"), *rows], kind=kind)
    cells = _cells(content, kind=kind)
    assert [cell for cell in cells if cell.lstrip(" ").startswith(_STARTS)] == []
    expected = tuple(row for row in (tuple(map(_as_read, row)) for row in rows) if any(row))
    if expected:
        assert table_of(content).rows == expected


def _cells(content: bytes, *, kind: str) -> list[str]:
    if kind == "csv":
        text = content.decode("utf-8-sig")
        return [cell for line in csv.reader(io.StringIO(text, newline="")) for cell in line]
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert {cell.data_type for row in book.active.iter_rows() for cell in row} <= {"s", "n", "inlineStr"}
    return [str(cell.value or "") for row in book.active.iter_rows() for cell in row]
