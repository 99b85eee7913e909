"""The rules that both reviews of Los Angeles share."""

from __future__ import annotations

from datetime import date

import polars as pl

from petitions.review.dates import years_before
from petitions.review.policies.rules import (
    BIRTH_UNKNOWN,
    DATES_UNKNOWN,
    DISMISS,
    HAND_REVIEW,
    NOT_ELIGIBLE,
    PRIOR_UNKNOWN,
    Rule,
    days_to,
    none_since,
)


def _(text: str) -> str:
    return text


IS_11357 = pl.col("section") == "11357"
_YOUNG_DAYS = 7_670
"""Days within 21 years of 365.25 days."""
STRIKE_REASON = "PC 667(e)(2)(c)(iv)"
STRIKE_SAYS = _("No relief here after a super strike.")


def too_late() -> Rule:
    says = _("Not for convictions on or after November 9, 2016.")
    return Rule("too_late", pl.col("day") >= 20161109, NOT_ELIGIBLE, "Occurred after 11/09/2016", says)


def small_possession() -> Rule:
    fits = IS_11357 & pl.col("starts_ab")
    says = _("Dismiss convictions under 11357, (a) or (b).")
    return Rule("small_possession", fits, DISMISS, "11357(a) or 11357(b)", says)


def two_priors() -> Rule:
    says = _("No relief here with two or more earlier convictions under the same section.")
    return Rule("two_priors", pl.col("two_priors"), NOT_ELIGIBLE, "Two priors", says, DATES_UNKNOWN)


def young(*, on: date) -> Rule:
    """Age on the day of the review, in years of 365.25 days: so the peer has it."""
    youngest, eldest = (days_to(pl.lit(on), one) for one in ("birth_last", "birth_first"))
    fits = (
        pl.when(eldest <= _YOUNG_DAYS)
        .then(statement=True)
        .when(youngest > _YOUNG_DAYS)
        .then(statement=False)
        .otherwise(None)
    )
    says = _("Dismiss if the person is 21 or younger today.")
    return Rule("young", fits, DISMISS, "21 years or younger", says, BIRTH_UNKNOWN)


def only_prop64() -> Rule:
    fits = pl.col("only_prop64") & pl.col("all_ended")
    says = _("Dismiss if the person has no convictions but these and has served each sentence.")
    reason = "Only has 11357-60 charges and completed sentence"
    return Rule("only_prop64", fits, DISMISS, reason, says, DATES_UNKNOWN)


def conviction_free(years: int, *, on: date) -> Rule:
    fits = none_since(pl.col("latest_day") <= years_before(on, years=years))
    says = _("Dismiss if the person has had no conviction of any kind in {years} years.")
    reason = f"No convictions in past {years} years"
    return Rule("conviction_free", fits, DISMISS, reason, says, DATES_UNKNOWN, (("years", years),))


def serving() -> Rule:
    says = _("A person still serving a sentence goes to hand review.")
    return Rule(
        "serving", ~pl.col("all_ended"), HAND_REVIEW, "Currently serving sentence", says, DATES_UNKNOWN
    )


def deceased() -> Rule:
    return Rule("deceased", pl.col("deceased"), DISMISS, "Deceased", _("Dismiss if the person has died."))


def else_by_hand(reason: str) -> Rule:
    return Rule("else_by_hand", pl.lit(value=True), HAND_REVIEW, reason, _("All others go to hand review."))


def strikes_before() -> Rule:
    return Rule("strikes", pl.col("strikes_before"), NOT_ELIGIBLE, STRIKE_REASON, STRIKE_SAYS, PRIOR_UNKNOWN)
