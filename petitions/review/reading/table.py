"""Makes a table of whole rows: the columns that decide or count, and those that the condensed spreadsheet keeps."""

from __future__ import annotations

import io

import polars as pl

from petitions.review.columns import COLUMNS, CONDENSED, DECIDING, TALLYING
from petitions.review.reading.kept_bytes import carried, put_back

_SCHEMA = dict.fromkeys(COLUMNS, pl.String)
_DECIDING = [COLUMNS.index(name) for name in DECIDING]
_TALLYING = [COLUMNS.index(name) for name in TALLYING]
_BOTH = sorted({*_DECIDING, *(COLUMNS.index(name) for name in CONDENSED)})


def deciding_table(text: bytes) -> pl.DataFrame:
    """Read what decides of whole rows; an empty cell is null."""
    return _table(text, columns=_DECIDING)


def tallying_table(text: bytes) -> pl.DataFrame:
    """Read what a tally needs of whole rows; an empty cell is null."""
    return _table(text, columns=_TALLYING)


def full_table(text: bytes) -> pl.DataFrame:
    """Read what decides, with what the condensed spreadsheet keeps besides; an empty cell is null."""
    return _table(text, columns=_BOTH)


def condensed_text(table: pl.DataFrame) -> bytes:
    """Write the condensed cells of each row as comma-separated values, one row after the other."""
    written = io.BytesIO()
    table.select(CONDENSED).write_csv(written, include_header=False)
    return put_back(written.getvalue())


def _table(text: bytes, *, columns: list[int]) -> pl.DataFrame:
    if not text:
        return pl.DataFrame(schema={COLUMNS[index]: pl.String for index in columns})
    return pl.read_csv(carried(text), has_header=False, columns=columns, schema=_SCHEMA)
