"""Derives what the rows say of a person apart from convictions: birth, death, registration, what it is in charts."""

from __future__ import annotations

import polars as pl

from petitions.review.counts import is_registration
from petitions.review.dates import day_of


def people_of(rows: pl.DataFrame, *, wanted: pl.DataFrame) -> pl.DataFrame:
    """Return a line for each wanted person (column ``person``)."""
    return (
        _births(rows, wanted=wanted)
        .join(_registrations(rows), on="person", how="left")
        .join(_deceased(rows), on="person", how="left")
        .with_columns(
            pl.col("registers_person", "undated_registration", "deceased").fill_null(value=False),
        )
    )


def _births(rows: pl.DataFrame, *, wanted: pl.DataFrame) -> pl.DataFrame:
    """Take all dates of birth that the rows state, so that no order of the rows changes what is known.

    ``first_birth`` is the peer's: that of the first row, known or not.
    """
    stated = rows.select(pl.col("SUBJECT_ID").alias("person"), "PRI_DOB", "RACE_DESCR").unique(
        maintain_order=True
    )
    read = stated.join(wanted, on="person", how="semi", maintain_order="left").with_columns(
        born=day_of("PRI_DOB")
    )
    return read.group_by("person").agg(
        born_first=pl.col("born").min(),
        born_last=pl.col("born").max(),
        first_birth=pl.col("born").first(),
        race=pl.col("RACE_DESCR").filter(pl.col("RACE_DESCR").str.strip_chars() != "").min(),
    )


def _registrations(rows: pl.DataFrame) -> pl.DataFrame:
    registrations = (
        rows.lazy()
        .filter(is_registration())
        .select(person="SUBJECT_ID", day=day_of("STP_EVENT_DATE"))
        .collect()
    )
    return registrations.group_by("person").agg(
        registers_person=pl.lit(value=True),
        registered=pl.col("day").min(),
        undated_registration=pl.col("day").null_count() > 0,
    )


def _deceased(rows: pl.DataFrame) -> pl.DataFrame:
    deaths = rows.lazy().filter(pl.col("STP_TYPE_DESCR") == "DECEASED").select(person="SUBJECT_ID").unique()
    return deaths.collect().with_columns(deceased=pl.lit(value=True))
