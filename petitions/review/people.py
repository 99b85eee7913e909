"""Derives what the rows say of a person apart from convictions: birth, death, registration, what it is in charts."""

from __future__ import annotations

import polars as pl

from petitions.review.dates import day_of


def people_of(rows: pl.DataFrame, *, wanted: pl.DataFrame) -> pl.DataFrame:
    """Return a line for each wanted person (column ``person``)."""
    theirs = rows.rename({"SUBJECT_ID": "person"}).join(
        wanted, on="person", how="semi", maintain_order="left"
    )
    return (
        _births(theirs)
        .join(_registrations(theirs), on="person", how="left")
        .join(_deceased(theirs), on="person", how="left")
        .with_columns(
            pl.col("registers_person", "undated_registration", "deceased").fill_null(value=False),
        )
    )


def _births(theirs: pl.DataFrame) -> pl.DataFrame:
    """Take all dates of birth that the rows state, so that no order of the rows changes what is known.

    ``first_birth`` is the peer's: that of the first row, known or not.
    """
    stated = theirs.select("person", "PRI_DOB", "RACE_DESCR", "GENDER").unique(maintain_order=True)
    read = stated.with_columns(born=day_of("PRI_DOB"))
    return read.group_by("person").agg(
        born_first=pl.col("born").min(),
        born_last=pl.col("born").max(),
        first_birth=pl.col("born").first(),
        race=pl.col("RACE_DESCR").filter(pl.col("RACE_DESCR").str.strip_chars() != "").min(),
    )


def _registrations(theirs: pl.DataFrame) -> pl.DataFrame:
    rows = theirs.filter(
        (pl.col("STP_TYPE_DESCR") == "REGISTRATION") & pl.col("OFFENSE_DESCR").str.starts_with("290")
    ).with_columns(day=day_of("STP_EVENT_DATE"))
    return rows.group_by("person").agg(
        registers_person=pl.lit(value=True),
        registered=pl.col("day").min(),
        undated_registration=pl.col("day").null_count() > 0,
    )


def _deceased(theirs: pl.DataFrame) -> pl.DataFrame:
    rows = theirs.filter(pl.col("STP_TYPE_DESCR") == "DECEASED")
    return rows.select("person").unique().with_columns(deceased=pl.lit(value=True))
