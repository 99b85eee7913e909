"""Writes lines of the audit log as CSV or XLSX, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from django.utils import timezone
from django.utils.translation import gettext
from openpyxl import Workbook

from petitions.clinic.office.audit_words import AuditLine
from petitions.clinic.safe_cells import safe_row

CSV, XLSX = "csv", "xlsx"
CONTENT_TYPES = {
    CSV: "text/csv; charset=utf-8; header=present",
    XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def log_file(lines: Iterable[AuditLine], *, kind: str) -> bytes:
    """Return the file, with a line of headings."""
    heads = [
        gettext("When"),
        gettext("Who"),
        gettext("What"),
        gettext("About"),
        gettext("Note"),
        gettext("Parts"),
    ]
    rows = [heads, *(_row(one) for one in lines)]
    return _xlsx(rows) if kind == XLSX else _csv(rows)


def _row(line: AuditLine) -> list[str]:
    at = timezone.localtime(line.at).isoformat(timespec="seconds")
    who = f"{line.who} ({gettext('break glass')})" if line.is_glass else line.who
    return safe_row([at, who, line.did, line.about, line.what, "; ".join(line.parts)])


def _csv(rows: Iterable[list[str]]) -> bytes:
    stream = io.StringIO(newline="")
    csv.writer(stream, quoting=csv.QUOTE_ALL).writerows(rows)
    return stream.getvalue().encode()


def _xlsx(rows: Iterable[list[str]]) -> bytes:
    book, stream = Workbook(write_only=True), io.BytesIO()
    sheet = book.create_sheet("log")
    for row in rows:
        sheet.append(row)
    book.save(stream)
    return stream.getvalue()
