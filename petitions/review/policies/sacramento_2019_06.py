"""The review of Sacramento County of June 2019."""

from __future__ import annotations

from datetime import date

import polars as pl

from petitions.review.policies.columns import JUNE_2019
from petitions.review.policies.counties_2019_06 import by_other_convictions, misdemeanor
from petitions.review.policies.los_angeles import too_late
from petitions.review.policies.rules import DISMISS, LISTED, REDUCE, Policy, Rule

FLOW = "sacramento_2019_06"


def _(text: str) -> str:
    return text


def sacramento_2019_06(*, on: date) -> Policy:
    """Return the policy."""
    return Policy(
        flow=FLOW,
        title=_("Sacramento, June 2019"),
        rules=(
            too_late(),
            misdemeanor(),
            _small_possession(),
            *by_other_convictions(10, otherwise=REDUCE, on=on),
        ),
        columns=JUNE_2019,
        judges=LISTED,
    )


def _small_possession() -> Rule:
    """Written with a small letter, which the file of the Department does not use."""
    fits = pl.col("shown").str.starts_with("11357(b)")
    return Rule("small_possession", fits, DISMISS, "HS 11357(b)", _("Dismiss convictions under 11357(b)."))
