"""Rows that are not kept for deciding change no decision."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import polars as pl
import pytest

from benchmarks.invented_research_file import COUNTY, write_file
from petitions.review.columns import ROW
from petitions.review.decide import decide
from petitions.review.options import review_from
from petitions.review.reading.needed import needed_rows
from petitions.review.reading.pieces import pieces_of, text_of
from petitions.review.reading.rows import rows_of
from petitions.review.reading.table import deciding_table

FLOWS = (
    "configurable",
    "los_angeles_2019_10",
    "san_joaquin_2019_06",
    "sacramento_2019_06",
    "los_angeles_2019_06",
)


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> pl.DataFrame:
    path = tmp_path_factory.mktemp("needed") / "a.csv"
    write_file(path, rows=6_000, seed=7)
    return table_of(path)


@pytest.mark.parametrize("flow", FLOWS)
def test_what_is_decided_of_the_rows_kept_is_what_is_decided_of_all(table: pl.DataFrame, flow: str) -> None:
    review = review_from(
        {"flow": flow, "baselineEligibility": {"reduce": ["11358"]}}, county=COUNTY, on=date(2020, 7, 1)
    )
    kept = needed_rows(table)
    assert kept.height < 0.6 * table.height
    whole = decide(filled(table.filter(pl.col("SUBJECT_ID").is_not_null())), review=review)
    short = decide(filled(kept), review=review)
    assert short.rows.equals(whole.rows)
    assert short.tally == whole.tally


def test_rows_in_any_order_are_kept_alike(shared: Path) -> None:
    review = review_from({}, county="SACRAMENTO", on=date(2020, 7, 1))
    for name in ("probes_configurable", "random1500_bear_like"):
        rows = table_of(shared / "review/cases" / name / "input.csv").sample(fraction=1, shuffle=True, seed=3)
        rows = rows.drop(ROW).with_row_index(ROW)
        whole = decide(filled(rows.filter(pl.col("SUBJECT_ID").is_not_null())), review=review)
        short = decide(filled(needed_rows(rows)), review=review)
        assert short.rows.equals(whole.rows) and short.tally == whole.tally


def table_of(path: Path) -> pl.DataFrame:
    [piece] = pieces_of([path], size=1 << 30)
    with path.open("rb") as file:
        return deciding_table(rows_of(text_of(piece, file=file)).text).with_row_index(ROW)


def filled(table: pl.DataFrame) -> pl.DataFrame:
    return table.with_columns(pl.col(ROW).cast(pl.UInt64), pl.col(pl.String).fill_null(""))
