"""Rows and files of the research layout, made for tests."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from petitions.review.columns import COLUMNS

HEADER = ",".join(COLUMNS).encode()
_USUAL = {
    "SUBJECT_ID": "1001",
    "PRI_NAME": "DOE,JAN Q",
    "PRI_DOB": "19700102",
    "STP_EVENT_DATE": "19990311",
    "STP_TYPE_DESCR": "COURT ACTION",
    "STP_ORI_CNTY_NAME": "LOS ANGELES",
    "CNT_ORDER": "101002001000",
    "OFFENSE_DESCR": "11359 HS-POSSESS MARIJUANA FOR SALE",
    "OFFENSE_TOC": "F",
    "DISP_DESCR": "CONVICTED",
    "CONV_STAT_DESCR": "FELONY",
    "END_OF_REC": "#",
}


def cells(**changes: str) -> list[str]:
    """Return the cells of one row, those named changed."""
    made = {**_USUAL, **changes}
    return [made.get(name, "") for name in COLUMNS]


def row(**changes: str) -> bytes:
    """Return one row as a line without its end."""
    return line_of(cells(**changes))


def line_of(values: Iterable[str]) -> bytes:
    """Write cells as one record, with quotes where they are needed."""
    written = io.StringIO()
    csv.writer(written, lineterminator="\r\n").writerow(values)
    return written.getvalue().removesuffix("\r\n").encode()


def file_of(path: Path, *lines: bytes, header: bytes | None = HEADER, end: bytes = b"\n") -> Path:
    """Write lines as a file; without a header for None."""
    all_lines = lines if header is None else (header, *lines)
    path.write_bytes(b"".join(line + end for line in all_lines))
    return path


def table_of(path: Path) -> list[list[str]]:
    """Read a spreadsheet as a person's program would."""
    with path.open(encoding="utf-8", errors="surrogateescape", newline="") as file:
        return list(csv.reader(file))
