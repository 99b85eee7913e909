"""Decides the rows of whole persons: what each judged conviction gets, and every cell that is added for it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import polars as pl

from petitions.review.added import DIFFERS, DISAGREES, added, fill
from petitions.review.around import case_numbers, prop64_cycles
from petitions.review.comments import disagreeing, other_charges
from petitions.review.counts import Counts, counts_of
from petitions.review.differs import causes_of, differing
from petitions.review.facts import OURS, PEERS, Reckoning, as_peers, facts_of
from petitions.review.options import Review
from petitions.review.people import people_of
from petitions.review.policies import columns
from petitions.review.policies.rules import Policy
from petitions.review.printing import printed


@dataclass(frozen=True)
class Decided:
    """One line for each row that gets a cell: ``row``, the added columns as text, and ``judged``."""

    rows: pl.DataFrame


@dataclass(frozen=True, slots=True)
class _Known:
    """What was read of the rows."""

    rows: pl.DataFrame
    counts: Counts
    people: pl.DataFrame


def decide(rows: pl.DataFrame, *, review: Review) -> Decided:
    """Decide all rows of some whole persons, given in file order; their share of the file changes nothing."""
    counts = counts_of(rows)
    in_county = pl.col("county") == review.county
    known = _Known(rows, counts, people_of(rows, wanted=counts.ours.select("person").unique()))
    decided = _decided(known, review.policy, review=review, judged=in_county & review.policy.judges)
    cells = printed(decided, on=review.on)
    codes = _differences(known, decided.hstack(cells.drop("row")), review=review)
    return Decided(_together(rows, cells, codes=codes, review=review))


def _decided(known: _Known, policy: Policy, *, review: Review, judged: pl.Expr) -> pl.DataFrame:
    """Return the facts of the judged convictions with ``determination`` and ``reason``."""
    return _by(
        policy, known.counts.ours, known.people, rows=known.rows, review=review, judged=judged, reckoning=OURS
    )


def _by(
    policy: Policy,
    convictions: pl.DataFrame,
    people: pl.DataFrame,
    *,
    rows: pl.DataFrame,
    review: Review,
    judged: pl.Expr,
    reckoning: Reckoning,
) -> pl.DataFrame:
    facts = facts_of(
        convictions, people, judged=judged, with_gangs=policy.with_gangs, on=review.on, reckoning=reckoning
    )
    numbers = case_numbers(rows, judged=facts)
    facts = facts.join(numbers, on=["person", "case"], how="left", maintain_order="left")
    if _looks_at(policy, "beside_prop64"):
        facts = _with_cycles(facts, prop64_cycles(rows), side="ours" if reckoning is OURS else "peers")
    return facts.hstack(policy.decide(facts))


def _looks_at(policy: Policy, fact: str) -> bool:
    return any(fact in rule.fits.meta.root_names() for rule in policy.rules)


def _with_cycles(facts: pl.DataFrame, cycles: pl.DataFrame, *, side: str) -> pl.DataFrame:
    beside = cycles.select("person", "cycle", beside_prop64=side)
    return (
        facts.with_columns(cycle=pl.col("count").str.slice(0, 3))
        .join(beside, on=["person", "cycle"], how="left", maintain_order="left")
        .with_columns(pl.col("beside_prop64").fill_null(value=False))
    )


def _differences(known: _Known, ours: pl.DataFrame, *, review: Review) -> pl.DataFrame:
    """Decide the persons of whom the peer may think otherwise as the peer does, and compare."""
    causes = causes_of(known.counts.ours, known.people, known.counts.slips)
    suspects = causes.select("person").unique()
    of_suspects = partial(pl.DataFrame.join, other=suspects, on="person", how="semi", maintain_order="left")
    convictions, people = as_peers(of_suspects(known.counts.peers), of_suspects(known.people))
    rows = known.rows.join(
        suspects, left_on="SUBJECT_ID", right_on="person", how="semi", maintain_order="left"
    )
    judged = (pl.col("county") == review.county) & review.policy.judges
    facts = _by(review.policy, convictions, people, rows=rows, review=review, judged=judged, reckoning=PEERS)
    cells = printed(facts, on=review.on)
    return differing(of_suspects(ours), facts.hstack(cells.drop("row")), causes=causes, policy=review.policy)


def _together(
    rows: pl.DataFrame, cells: pl.DataFrame, *, codes: pl.DataFrame, review: Review
) -> pl.DataFrame:
    names = added(review.flow)
    parts = [cells.with_columns(judged=pl.lit(value=True)), codes, disagreeing(rows)]
    if columns.OTHER in names:
        parts.append(other_charges(rows))
    lines = pl.concat([part.select("row") for part in parts]).unique().sort("row")
    for part in parts:
        lines = lines.join(part, on="row", how="left", maintain_order="left")
    missing = [pl.lit(fill(name)).alias(name) for name in names if name not in lines.columns]
    return lines.with_columns(*missing).select(
        "row",
        *(pl.col(name).fill_null(fill(name)) for name in names),
        pl.col("judged").fill_null(value=False),
    )


__all__ = ["DIFFERS", "DISAGREES", "Decided", "decide"]
