"""Finds the rows whose cells leave open whom they are about, which case they belong to, or when something was."""

from __future__ import annotations

import polars as pl

from petitions.review.reading.reasons import Reason

_UNKNOWN = r"^(?:[\s#xX-]*|NULL\s*|\d{4}0000|\d{4}(?:0[1-9]|1[0-2])00)$"
"""What stands where a date is not known: nothing, a filler, or a date without its month or its day."""
_DATE = 8
_CASE = 6
"""Characters of CNT_ORDER that name a case."""


def doubtful_rows(table: pl.DataFrame) -> list[tuple[int, Reason]]:
    """Return the places of such rows in the table, in their order, each with its reason."""
    found = [
        *((row, Reason.NO_PERSON) for row in _places(table, pl.col("SUBJECT_ID").is_null())),
        *((row, Reason.COUNT_KEY) for row in _places(table, _lacks_count_key())),
        *((row, Reason.BIRTH_DATE) for row in _places(table, _is_no_date(table["PRI_DOB"]))),
        *((row, Reason.EVENT_DATE) for row in _places(table, _is_no_date(table["STP_EVENT_DATE"]))),
    ]
    return sorted(found, key=lambda doubt: doubt[0])


def _places(table: pl.DataFrame, condition: pl.Expr) -> list[int]:
    return table.select(condition.fill_null(value=False).arg_true()).to_series().to_list()


def _lacks_count_key() -> pl.Expr:
    """Tell which convictions and court actions with a case number cannot be laid to a case."""
    convicted = pl.col("DISP_DESCR").str.starts_with("CONVICTED").fill_null(value=False)
    numbered = (pl.col("STP_TYPE_DESCR") == "COURT ACTION") & pl.col("OFN").is_not_null()
    return (convicted | numbered) & (pl.col("CNT_ORDER").fill_null("").str.len_chars() < _CASE)


def _is_no_date(dates: pl.Series) -> pl.Expr:
    """Tell which rows have neither a date nor one of the ways to say that it is not known; each text is tried once."""
    texts = dates.unique().drop_nulls()
    is_date = (texts.str.len_bytes() == _DATE) & texts.str.to_date("%Y%m%d", strict=False).is_not_null()
    others = texts.filter(~is_date | texts.str.contains(r"\s"))
    return pl.col(dates.name).is_in(others.filter(~others.str.contains(_UNKNOWN)).implode())
