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
    conditions = (
        (Reason.NO_PERSON, pl.col("SUBJECT_ID").is_null()),
        (Reason.COUNT_KEY, _lacks_count_key()),
        (Reason.BIRTH_DATE, _is_no_date(table, "PRI_DOB")),
        (Reason.EVENT_DATE, _is_no_date(table, "STP_EVENT_DATE")),
    )
    answers = table.select(_places(condition).alias(reason.name) for reason, condition in conditions).row(0)
    found = [(row, reason) for (reason, _), rows in zip(conditions, answers, strict=True) for row in rows]
    return sorted(found, key=lambda doubt: doubt[0])


def _places(condition: pl.Expr) -> pl.Expr:
    return condition.fill_null(value=False).arg_true().implode()


def _lacks_count_key() -> pl.Expr:
    """Tell which convictions and court actions with a case number cannot be laid to a case."""
    convicted = pl.col("DISP_DESCR").str.starts_with("CONVICTED").fill_null(value=False)
    numbered = (pl.col("STP_TYPE_DESCR") == "COURT ACTION") & pl.col("OFN").is_not_null()
    return (convicted | numbered) & (pl.col("CNT_ORDER").fill_null("").str.len_chars() < _CASE)


def _is_no_date(table: pl.DataFrame, name: str) -> pl.Expr:
    """Tell which rows have neither a date nor one of the ways to say that it is not known; each text is tried once."""
    text = pl.col(name)
    is_date = (text.str.len_bytes() == _DATE) & text.str.to_date("%Y%m%d", strict=False).is_not_null()
    others = table.select(text.unique()).filter(~is_date | text.str.contains(r"\s"))
    wrong = others.filter(~text.str.contains(_UNKNOWN))
    return text.is_in(wrong[name].implode()) if wrong.height else pl.lit(value=False)
