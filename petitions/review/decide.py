"""Decides the rows of whole persons: what each judged conviction gets, and every cell that is added for it."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from petitions.review.added import added, fill
from petitions.review.comments import disagreeing, other_charges
from petitions.review.differs import differing
from petitions.review.known import read, read_ours
from petitions.review.options import Review
from petitions.review.policies import columns
from petitions.review.printing import printed
from petitions.review.recounting import counted_of
from petitions.review.statutory import bounds_under_the_act, under_the_act
from petitions.review.tally import Tally
from petitions.review.tallying import tally_of


@dataclass(frozen=True)
class Decided:
    """One line for each row that gets a cell (``row``, the added columns as text, ``judged``), and the numbers."""

    rows: pl.DataFrame
    tally: Tally


def decide(rows: pl.DataFrame, *, review: Review) -> Decided:
    """Decide all rows of some whole persons, given in file order; their share of the file changes nothing."""
    return _decided(rows, review=review)[0]


def decide_to_recount(rows: pl.DataFrame, *, review: Review) -> tuple[Decided, pl.DataFrame]:
    """Decide, and return beside it what a recount with the changes of staff needs (see ``recounting``)."""
    decided, judged, convictions = _decided(rows, review=review)
    return decided, counted_of(judged, convictions, on=review.on)


def _decided(rows: pl.DataFrame, *, review: Review) -> tuple[Decided, pl.DataFrame, pl.DataFrame]:
    """Return what is decided, the judged convictions of the policy, and all convictions."""
    both = read(rows, review=review)
    ours, *beside = (both.ours.judged(policy, review=review) for policy in review.policies)
    cells = printed(ours, on=review.on)
    theirs = both.peers.judged(review.policy, review=review)
    codes = differing(
        ours.hstack(cells.drop("row")),
        theirs.hstack(printed(theirs, on=review.on).drop("row")),
        causes=both.causes,
        policy=review.policy,
    )
    law = under_the_act(both.ours.convictions, both.ours.people, county=review.county, on=review.on)
    tally = tally_of(both.ours.convictions, [ours, *beside], law, review=review)
    parts = [cells.with_columns(judged=pl.lit(value=True)), law, codes, disagreeing(rows)]
    cells_of_all = _together([*parts, *_comments(rows, review=review)], names=added(review.flow))
    return Decided(cells_of_all, tally), ours, both.ours.convictions


def tally_alone(rows: pl.DataFrame, *, review: Review) -> Tally:
    """Return the tally of ``decide``. Rows that are no convictions, and say nothing new of a person, may be left out."""
    ours = read_ours(rows, review=review)
    judged = [ours.judged(policy, review=review) for policy in review.policies]
    law = bounds_under_the_act(ours.convictions, ours.people, county=review.county, on=review.on)
    return tally_of(ours.convictions, judged, law, review=review)


def _comments(rows: pl.DataFrame, *, review: Review) -> list[pl.DataFrame]:
    return [other_charges(rows)] if columns.OTHER in review.policy.columns else []


def _together(parts: list[pl.DataFrame], *, names: tuple[str, ...]) -> pl.DataFrame:
    """Join all cells by their row, in file order."""
    lines = pl.concat([part.select("row") for part in parts]).unique().sort("row")
    for part in parts:
        lines = lines.join(part, on="row", how="left", maintain_order="left")
    missing = [pl.lit(fill(name)).alias(name) for name in names if name not in lines.columns]
    return lines.with_columns(*missing).select(
        "row",
        *(pl.col(name).fill_null(fill(name)) for name in names),
        pl.col("judged").fill_null(value=False),
    )
