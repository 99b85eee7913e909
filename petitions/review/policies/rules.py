"""The shape of a policy: an ordered list of named rules, of which the first that fits decides."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from petitions.review.dates import YEAR

DISMISS = "Eligible for Dismissal"
REDUCE = "Eligible for Reduction"
NOT_ELIGIBLE = "Not eligible"
HAND_REVIEW = "Hand Review"
MAYBE = "Maybe Eligible - Flag for Review"
CITY_ATTORNEYS = "To be reviewed by City Attorneys"


def _(text: str) -> str:
    return text


BIRTH_UNKNOWN = _("Date of birth is not known")
DATE_UNKNOWN = _("Date of conviction is not known")
DATES_UNKNOWN = _("Date of a conviction on record is not known")
PRIOR_UNKNOWN = _("Date of a superstrike or PC 290 record is not known")
ROWS_DISAGREE = _("Rows of this count disagree")
KEY_UNKNOWN = _("The key of this count is too short")
OPEN_REASONS = (BIRTH_UNKNOWN, DATE_UNKNOWN, DATES_UNKNOWN, PRIOR_UNKNOWN, ROWS_DISAGREE, KEY_UNKNOWN)
"""Why a conviction goes to hand review whatever the policy."""


@dataclass(frozen=True)
class Rule:
    """One rule. ``fits`` is a condition over the named facts; null: a date that it needs is not known."""

    name: str
    fits: pl.Expr
    gives: str
    reason: str | pl.Expr
    says: str
    """The sentence that explains it on a screen; ``{years}`` and ``{section}`` are filled from ``values``."""
    unknown: str | pl.Expr = DATE_UNKNOWN
    """The reason for hand review where it cannot be told."""
    values: tuple[tuple[str, str | int], ...] = ()


@dataclass(frozen=True)
class Policy:
    """A county's policy for one review."""

    flow: str
    title: str
    rules: tuple[Rule, ...]
    columns: tuple[str, ...]
    """What the peer that had this policy adds to each row, in order."""
    judges: pl.Expr
    """Which convictions of the county it judges."""
    with_gangs: bool = False
    """A gang finding of the same case makes a super strike too."""
    options: tuple[tuple[str, int], ...] = ()
    """What the summary repeats of the choices, by the peer's names."""

    def decide(self, facts: pl.DataFrame) -> pl.DataFrame:
        """Return ``Eligibility Determination`` and ``Eligibility Reason`` for each line of facts."""
        gives, reason = pl.lit(""), pl.lit("")
        for rule in reversed(self.rules):
            because = _text(rule.reason)
            gives = _first(rule.fits, fitting=pl.lit(rule.gives), unknown=pl.lit(HAND_REVIEW), other=gives)
            reason = _first(rule.fits, fitting=because, unknown=_text(rule.unknown), other=reason)
        for flag, said in (("disagrees", ROWS_DISAGREE), ("keyless", KEY_UNKNOWN)):
            gives = pl.when(flag).then(pl.lit(HAND_REVIEW)).otherwise(gives)
            reason = pl.when(flag).then(pl.lit(said)).otherwise(reason)
        return facts.select(gives.alias("determination"), reason.alias("reason"))

    def looks_at(self, fact: str) -> bool:
        """Say whether a rule asks for the fact."""
        return fact in self.facts

    @property
    def facts(self) -> frozenset[str]:
        """Return the names of all facts that the rules ask for."""
        return frozenset(name for rule in self.rules for name in rule.fits.meta.root_names())


def _text(text: str | pl.Expr) -> pl.Expr:
    return pl.lit(text) if isinstance(text, str) else text


def _first(fits: pl.Expr, *, fitting: pl.Expr, unknown: pl.Expr, other: pl.Expr) -> pl.Expr:
    return pl.when(fits.is_null()).then(unknown).when(fits).then(fitting).otherwise(other)


LISTED = pl.col("section") != ""
"""A conviction under 11357 to 11360."""
NOT_A_FELONY = ~pl.col("felony")


def born_by(day: int, *, years: int) -> pl.Expr:
    """Say whether the person had turned that many years by the day; it must hold for every birth date stated."""
    birthday = years * YEAR
    return (
        pl.when(pl.col("born_last") + birthday <= day)
        .then(statement=True)
        .when(pl.col("born_first") + birthday > day)
        .then(statement=False)
        .otherwise(None)
    )


def none_since(is_before: pl.Expr) -> pl.Expr:
    """Say that the latest conviction is before a day; an undated one leaves it open unless another settles it."""
    return (
        pl.when(~is_before.fill_null(value=True))
        .then(statement=False)
        .when(pl.col("undated"))
        .then(None)
        .otherwise(statement=True)
    )


def days_to(on: pl.Expr, column: str) -> pl.Expr:
    """Return the days from a date to another."""
    return (on - pl.col(column)).dt.total_days()
