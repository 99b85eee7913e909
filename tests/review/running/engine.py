"""A small engine in the place of the real one: it counts, and shows back what it was given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import polars as pl

ADDED = ("Seen", "Person's Rows", "Text", "Note")
ENGINE = {
    "decide": "tests.review.running.engine:decide",
    "tally": "tests.review.running.engine:tally",
    "review_from": "tests.review.running.engine:review_from",
    "added": "tests.review.running.engine:added",
}


@dataclass(frozen=True)
class Review:
    county: str
    on: date
    flow: str
    looks_beside: bool = False


@dataclass(frozen=True)
class Tally:
    people: int
    rows: int

    def plus(self, other: Tally) -> Tally:
        return Tally(self.people + other.people, self.rows + other.rows)


@dataclass(frozen=True)
class Decided:
    rows: pl.DataFrame
    tally: Tally


def review_from(data: Mapping[str, Any], *, county: str, on: date) -> Review:
    return Review(county, on, data["flow"])


def added(_flow: str) -> tuple[str, ...]:
    return ADDED


def decide(rows: pl.DataFrame, *, review: Review) -> Decided:
    """Add cells to the rows of the county; those of convictions are judged."""
    here = rows.with_columns(pl.len().over("SUBJECT_ID").cast(pl.String).alias("Person's Rows")).filter(
        pl.col("STP_ORI_CNTY_NAME") == review.county
    )
    cells = here.select(
        "row",
        pl.concat_str(pl.lit("row "), pl.col("row").cast(pl.String)).alias("Seen"),
        "Person's Rows",
        pl.col("COMMENT_TEXT").alias("Text"),
        pl.lit(None, dtype=pl.String).alias("Note"),
        pl.col("DISP_DESCR").str.starts_with("CONVICTED").alias("judged"),
    )
    return Decided(cells, Tally(rows["SUBJECT_ID"].n_unique(), rows.height))


def tally(rows: pl.DataFrame, *, review: Review) -> Tally:
    """Count alone; of the rows only some may be given."""
    return decide(rows, review=review).tally
