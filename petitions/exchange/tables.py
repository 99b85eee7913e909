"""Writes a table as CSV or XLSX, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from petitions.exchange.safe_cells import safe_row

CSV, XLSX = "csv", "xlsx"
CONTENT_TYPES = {
    CSV: "text/csv; charset=utf-8; header=present",
    XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def table_file(rows: Iterable[Sequence[str]], *, kind: str) -> bytes:
    """Return the file of rows, the heads first; no cell can be run as a formula, or holds signs that no sheet can hold."""
    plain = (safe_row([ILLEGAL_CHARACTERS_RE.sub("", cell) for cell in row]) for row in rows)
    return _xlsx(plain) if kind == XLSX else _csv(plain)


def _csv(rows: Iterable[list[str]]) -> bytes:
    """Write it with the mark by which spreadsheet programs know UTF-8."""
    stream = io.StringIO(newline="")
    csv.writer(stream, quoting=csv.QUOTE_ALL).writerows(rows)
    return stream.getvalue().encode("utf-8-sig")


def _xlsx(rows: Iterable[list[str]]) -> bytes:
    book, stream = Workbook(write_only=True), io.BytesIO()
    sheet = book.create_sheet()
    for row in rows:
        sheet.append(row)
    book.save(stream)
    return stream.getvalue()
