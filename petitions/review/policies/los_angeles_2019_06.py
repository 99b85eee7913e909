"""The review of Los Angeles County as its first trial ran it in June 2019."""

from __future__ import annotations

from datetime import date

import polars as pl

from petitions.review.policies import los_angeles as shared
from petitions.review.policies.columns import JUNE_2019
from petitions.review.policies.rules import (
    BIRTH_UNKNOWN,
    DISMISS,
    LISTED,
    MAYBE,
    NOT_ELIGIBLE,
    Policy,
    Rule,
    days_to,
)

FLOW = "los_angeles_2019_06"
_FIFTY_YEARS = 18_263
"""Days from which it is 50 years of 365.25 days."""


def _(text: str) -> str:
    return text


def los_angeles_2019_06(*, on: date) -> Policy:
    """Return the policy."""
    return Policy(
        flow=FLOW,
        title=_("Los Angeles, June 2019"),
        rules=(
            shared.too_late(),
            shared.small_possession(),
            _other_possession(),
            _strikes_at_any_time(),
            shared.two_priors(),
            _old(on=on),
            shared.young(on=on),
            shared.only_prop64(),
            shared.conviction_free(10, on=on),
            shared.serving(),
            shared.deceased(),
            shared.else_by_hand("????"),
        ),
        columns=JUNE_2019,
        judges=LISTED,
    )


def _other_possession() -> Rule:
    says = _("All other convictions under 11357 are flagged for review.")
    return Rule("other_possession", shared.IS_11357, MAYBE, "Other 11357", says)


def _strikes_at_any_time() -> Rule:
    says = _("No relief here with a super strike, before or after.")
    return Rule("strikes", pl.col("has_strikes"), NOT_ELIGIBLE, shared.STRIKE_REASON, says)


def _old(*, on: date) -> Rule:
    youngest, eldest = (days_to(pl.lit(on), one) for one in ("birth_last", "birth_first"))
    fits = (
        pl.when(youngest >= _FIFTY_YEARS)
        .then(statement=True)
        .when(eldest < _FIFTY_YEARS)
        .then(statement=False)
        .otherwise(None)
    )
    says = _("Dismiss if the person is {years} or older.")
    return Rule("age", fits, DISMISS, "50 years or older", says, BIRTH_UNKNOWN, (("years", 50),))
