"""Writes the facts and the decision of a judged conviction as the cells that the spreadsheet shows."""

from __future__ import annotations

from datetime import date

import polars as pl

from petitions.review.code_sections import SECTIONS
from petitions.review.dates import years_text
from petitions.review.policies import columns


def printed(facts: pl.DataFrame, *, on: date) -> pl.DataFrame:
    """Return ``row`` and the peer's columns but for the comment's; what is not known stays empty."""
    return facts.select(
        "row",
        _text("case_numbers").alias(columns.CASE),
        _count("n").alias(columns.CONVICTIONS),
        _after().alias(columns.AFTER),
        _text("strikes", otherwise="-").alias(columns.STRIKES),
        _offenses().alias(columns.SEX),
        _flag("registers_person", "Yes").alias(columns.REGISTERS),
        pl.col("date").dt.strftime("%m/%d/%Y").fill_null("").alias(columns.DATE),
        _years("date", on=on).alias(columns.SINCE_THIS),
        _years("latest_date", on=on).alias(columns.SINCE_ANY),
        _count("n_listed").alias(columns.LISTED),
        *(_count(f"n_{one}").alias(name) for one, name in zip(SECTIONS, columns.BY_SECTION, strict=True)),
        _flag("deceased", "Deceased").alias(columns.DECEASED),
        pl.col("determination").alias(columns.DETERMINATION),
        pl.col("reason").alias(columns.REASON),
    )


def _text(name: str, *, otherwise: str = "") -> pl.Expr:
    return pl.col(name).fill_null(otherwise)


def _offenses() -> pl.Expr:
    stated = pl.col("sex")
    return pl.when(stated.is_null() | (stated == "")).then(pl.lit("-")).otherwise(stated)


def _count(name: str) -> pl.Expr:
    return pl.col(name).cast(pl.String)


def _flag(name: str, says: str) -> pl.Expr:
    return pl.when(pl.col(name)).then(pl.lit(says)).otherwise(pl.lit("-"))


def _after() -> pl.Expr:
    is_after = pl.col("day") > 20161109
    return (
        pl.when(is_after.is_null()).then(pl.lit("")).when(is_after).then(pl.lit("Y")).otherwise(pl.lit("N"))
    )


def _years(name: str, *, on: date) -> pl.Expr:
    """Write the years from a date; the dates are few, so each is written once."""
    days = (pl.lit(on) - pl.col(name)).dt.total_days()
    return days.map_batches(_written, return_dtype=pl.String, is_elementwise=True).fill_null("")


def _written(days: pl.Series) -> pl.Series:
    distinct = days.drop_nulls().unique()
    texts = pl.Series([years_text(one) for one in distinct], dtype=pl.String)
    return days.replace_strict(distinct, texts, default=None, return_dtype=pl.String)
