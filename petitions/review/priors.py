"""Finds the earlier convictions that bar relief in some policies: super strikes, PC 290, the same section twice."""

from __future__ import annotations

import polars as pl

from petitions.review.dates import NO_DAY

_DISTINCT = pl.col("shown").unique(maintain_order=True)
"""The peer that looks for gang findings names each text once."""


def strikes_of(convictions: pl.DataFrame) -> pl.DataFrame:
    """Return for each person the super strikes that stand alone, for ours and for the peer."""
    return convictions.filter("strike").group_by("person").agg(**_listed("strikes", pl.col("shown")))


def strikes_with_gangs(convictions: pl.DataFrame) -> pl.DataFrame:
    """Return them with gang findings that stand beside their offense in the same case, dated by the offense."""
    alone = convictions.filter("strike").select("person", "shown", "day", "row")
    together = _gang_strikes(convictions)
    return pl.concat([alone, together]).sort("row").group_by("person").agg(**_listed("strikes", _DISTINCT))


def peers_strikes_with_gangs(convictions: pl.DataFrame) -> pl.DataFrame:
    """Return them as the peer has them, where a gang finding beside its offense has no date."""
    alone = convictions.filter("strike").select("person", "shown", "day", "row")
    undated = _gang_strikes(convictions).join(alone, on="person", how="anti")
    found = (
        pl.concat([alone, _gang_strikes(convictions)])
        .sort("row")
        .group_by("person")
        .agg(**_listed("strikes", _DISTINCT))
    )
    dated = pl.concat([alone, undated.with_columns(day=pl.lit(NO_DAY, dtype=pl.Int32))])
    first = dated.group_by("person").agg(first_day=pl.col("day").min())
    return (
        found.join(first, on="person", how="left").with_columns(strikes_first="first_day").drop("first_day")
    )


def sex_offenses_of(convictions: pl.DataFrame) -> pl.DataFrame:
    """Return for each person the convictions under the PC 290 list; a registration that is one has no text."""
    dated = convictions.filter(pl.col("sex") | pl.col("registers"))
    return dated.group_by("person").agg(
        sex=_joined(pl.col("shown").filter(pl.col("sex"))),
        sex_first=pl.col("day").min(),
        sex_undated=pl.col("day").null_count() > 0,
    )


def before(day: pl.Expr, *, first: str, undated: str) -> pl.Expr:
    """Say whether the first of some dated events is before the day; unknown dates leave it open."""
    known = (pl.col(first) < day).fill_null(value=False)
    none = pl.col(first).is_null() & ~pl.col(undated).fill_null(value=False)
    is_open = pl.col(undated).fill_null(value=False) | day.is_null()
    return (
        pl.when(known)
        .then(statement=True)
        .when(none)
        .then(statement=False)
        .when(is_open)
        .then(None)
        .otherwise(statement=False)
    )


def two_priors(convictions: pl.DataFrame) -> pl.DataFrame:
    """Return for each Proposition 64 conviction whether two earlier ones count with it (``alike``)."""
    listed = convictions.filter(pl.col("section") != "")
    day, may_be = pl.col("day"), _may_be_earlier("person", "alike")
    earlier = day.rank("min").over("person", "alike") - 1
    is_third = (
        pl.when(earlier >= 2).then(statement=True).when(may_be >= 2).then(None).otherwise(statement=False)
    )
    return listed.select("row", two_priors=is_third)


def third_under_the_act(convictions: pl.DataFrame) -> pl.DataFrame:
    """Return for each Proposition 64 conviction whether two of other cases may be earlier ones of its section."""
    one_case = pl.concat_str("case", pl.col("county").str.strip_chars()).alias("one_case")
    listed = convictions.filter((pl.col("section") != "") & ~pl.col("several_sections")).with_columns(
        one_case
    )
    others = _may_be_earlier("person", "section") - _may_be_earlier("person", "section", "one_case")
    return listed.select("row", third=others >= 2)


def _may_be_earlier(*group: str) -> pl.Expr:
    """Count the others of the group that are, or being undated may be, before this one."""
    day = pl.col("day")
    undated = day.null_count().over(group)
    earlier = day.rank("min").over(group).cast(pl.Int64) - 1 + undated
    return pl.when(day.is_null()).then(pl.len().over(group).cast(pl.Int64) - 1).otherwise(earlier)


def _listed(name: str, texts: pl.Expr) -> dict[str, pl.Expr]:
    return {
        name: _joined(texts),
        f"{name}_first": pl.col("day").min(),
        f"{name}_undated": pl.col("day").null_count() > 0,
    }


def _joined(texts: pl.Expr) -> pl.Expr:
    return texts.str.join(";")


def _gang_strikes(convictions: pl.DataFrame) -> pl.DataFrame:
    """Pair each offense of the gang list with the gang findings of its case."""
    findings = convictions.filter("gang_finding").select("person", "case", finding="shown")
    pairs = convictions.filter("gang_offense").join(findings, on=["person", "case"], how="inner")
    return pairs.select(
        "person", pl.concat_str("shown", pl.lit(" + "), "finding").alias("shown"), "day", "row"
    )
