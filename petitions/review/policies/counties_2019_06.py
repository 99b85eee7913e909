"""The rules that the county reviews of June 2019 share: when the last conviction was, and whether a sentence is over."""

from __future__ import annotations

from datetime import date

import polars as pl

from petitions.review.policies.rules import (
    DATES_UNKNOWN,
    DISMISS,
    NOT_A_FELONY,
    Rule,
    days_to,
    none_since,
)


def _(text: str) -> str:
    return text


_SEVERAL = pl.col("n") > 1


def misdemeanor() -> Rule:
    says = _("Dismiss each misdemeanor and infraction.")
    return Rule("not_a_felony", NOT_A_FELONY, DISMISS, "Misdemeanor or Infraction", says)


def by_other_convictions(years: int, *, otherwise: str, on: date) -> tuple[Rule, ...]:
    """Return the rules for a person with other convictions, then those for one with this conviction alone."""
    values = (("years", years),)
    is_before = days_to(pl.lit(on), "latest_date") * 4 > years * 1461
    return (
        Rule(
            "none_lately",
            _SEVERAL & none_since(is_before),
            DISMISS,
            f"No convictions in past {years} years",
            _("Dismiss if the person has had no conviction of any kind in {years} years."),
            DATES_UNKNOWN,
            values,
        ),
        Rule(
            "some_lately",
            _SEVERAL,
            otherwise,
            f"Has convictions in past {years} years",
            _("A person with a conviction in the last {years} years gets less."),
            values=values,
        ),
        Rule(
            "served",
            pl.col("ended"),
            DISMISS,
            "Sentence Completed",
            _("Dismiss if this is the one conviction and the sentence is over."),
        ),
        Rule(
            "serving",
            pl.lit(value=True),
            otherwise,
            "Sentence not Completed",
            _("While the sentence runs, the person gets less."),
        ),
    )
