"""Lays out the named facts that policies ask about, one line for each judged conviction."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import polars as pl

from petitions.review.code_sections import SECTIONS
from petitions.review.dates import NO_DAY, as_date
from petitions.review.policies.rules import Policy
from petitions.review.priors import (
    before,
    peers_strikes_with_gangs,
    sex_offenses_of,
    strikes_of,
    strikes_with_gangs,
    two_priors,
)
from petitions.review.texts import TWINS

Strikes = Callable[[pl.DataFrame], pl.DataFrame]


@dataclass(frozen=True, slots=True)
class Reckoning:
    """Whose reckoning: how gang findings beside their offense count."""

    alone: Strikes = strikes_of
    with_gangs: Strikes = strikes_with_gangs


OURS = Reckoning()
PEERS = Reckoning(with_gangs=peers_strikes_with_gangs)


def as_peers(convictions: pl.DataFrame, people: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return both tables as the peer reads them: its texts, the year 1 for unknown dates, the first birth date."""
    read = convictions.with_columns(
        *(pl.col(f"peer_{name}").alias(name) for name in TWINS), day=pl.col("day").fill_null(NO_DAY)
    ).with_columns(date=as_date(pl.col("day")))
    born = pl.col("first_birth").fill_null(NO_DAY)
    has_dated = read.filter(pl.col("sex") | pl.col("registers")).select("person").unique()
    undated = pl.when(pl.col("dated").is_null()).then(NO_DAY).otherwise(None).cast(pl.Int32)
    theirs = people.join(has_dated.with_columns(dated=pl.lit(1)), on="person", how="left").with_columns(
        born_first=born,
        born_last=born,
        registered=pl.when("registers_person").then(undated),
        undated_registration=pl.lit(value=False),
    )
    return read, theirs.drop("dated")


def facts_of(
    convictions: pl.DataFrame,
    people: pl.DataFrame,
    *,
    judged: pl.Expr,
    policy: Policy,
    on: date,
    reckoning: Reckoning = OURS,
) -> pl.DataFrame:
    """Return the judged convictions with what is known of them and of their person."""
    strikes = reckoning.with_gangs if policy.with_gangs else reckoning.alone
    wide = (
        convictions.filter(judged)
        .rename({"strike": "is_strike", "sex": "is_sex"})
        .join(_of_person(convictions, on=on), on="person", how="left", maintain_order="left")
        .join(strikes(convictions), on="person", how="left", maintain_order="left")
        .join(sex_offenses_of(convictions), on="person", how="left", maintain_order="left")
        .join(people, on="person", how="left", maintain_order="left")
    )
    if policy.looks_at("two_priors"):
        wide = wide.join(two_priors(convictions), on="row", how="left", maintain_order="left")
    return wide.with_columns(_first_sex_offense()).with_columns(
        strikes_before=before(pl.col("day"), first="strikes_first", undated="strikes_undated"),
        sex_before=before(pl.col("day"), first="sex_first", undated="sex_undated"),
        cycle=pl.col("count").str.slice(0, 3),
        has_strikes=pl.col("strikes").is_not_null(),
        only_prop64=pl.col("n") == pl.col("n_listed"),
        ended=end_of_sentence() < hours_until(on),
        birth_first=as_date(pl.col("born_first")),
        birth_last=as_date(pl.col("born_last")),
    )


def end_of_sentence() -> pl.Expr:
    """Return when the sentence ends, in hours: a sentence of months can end at noon."""
    return pl.col("date").cast(pl.Int64) * 24 + pl.col("hours")


def hours_until(on: date) -> int:
    """Return the same measure for a day."""
    return (on - date(1970, 1, 1)).days * 24


def _of_person(convictions: pl.DataFrame, *, on: date) -> pl.DataFrame:
    """Sum up all convictions of a person, of any county and offense."""
    return convictions.group_by("person").agg(
        n=pl.len(),
        n_felony=pl.col("felony").sum(),
        n_listed=(pl.col("section") != "").sum(),
        **{f"n_{one}": (pl.col("section") == one).sum() for one in SECTIONS},
        latest_day=pl.col("day").max(),
        latest_date=pl.col("date").max(),
        undated=pl.col("day").null_count() > 0,
        all_ended=(end_of_sentence() <= hours_until(on)).all(ignore_nulls=False),
    )


def _first_sex_offense() -> list[pl.Expr]:
    """Join what convictions and registrations say of PC 290; a registration is dated by its own row."""
    return [
        pl.min_horizontal("sex_first", "registered").alias("sex_first"),
        (
            pl.col("sex_undated").fill_null(value=False)
            | pl.col("undated_registration").fill_null(value=False)
        ).alias("sex_undated"),
    ]
