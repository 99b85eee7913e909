"""What staff decided, as a spreadsheet; and what is to happen in the end, counted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import polars as pl

from petitions.records.reviews.deciding import Kept
from petitions.review.columns import ROW
from petitions.review.papers.final import FINAL
from petitions.review.policies.columns import CASE, DATE, DETERMINATION, REASON
from petitions.review.screens.words import WORDS, determination_word

HEADS = (
    "Row", "SUBJECT_ID", "PRI_NAME", "PRI_DOB", "OFFENSE_DESCR", CASE, DATE, DETERMINATION, REASON, "Staff Determination",
    "Staff Reason", "Hand Review Done", "Staff Case Number", "By",
)  # fmt: skip


def change_rows(judged: pl.DataFrame, kept: Mapping[int, Kept]) -> Iterator[list[str]]:
    """Give the heads, then a row for each conviction that staff decided on or looked at."""
    yield list(HEADS)
    decided = judged.filter(pl.col(ROW).is_in(pl.Series(list(kept), dtype=pl.UInt64).implode()))
    for line in decided.iter_rows(named=True):
        one = kept[line[ROW]]
        shown = [line[name] for name in HEADS[1:9]]
        done = "Yes" if one.choice.is_looked_at else ""
        yield [
            str(line[ROW] + 1),
            *shown,
            one.choice.outcome,
            one.choice.reason,
            done,
            one.choice.case_number,
            one.by,
        ]


def final_counts(final: pl.DataFrame) -> list[tuple[str, int]]:
    """Return how many convictions end in which way."""
    counted = dict(final.group_by(FINAL).len().iter_rows())
    return [(determination_word(one), counted[one]) for one in WORDS if counted.get(one)]
