"""The review that San Joaquin and Contra Costa counties shared in June 2019, which took up related charges too."""

from __future__ import annotations

from datetime import date

import polars as pl

from petitions.review.policies.columns import JUNE_2019
from petitions.review.policies.counties_2019_06 import by_other_convictions, misdemeanor
from petitions.review.policies.los_angeles import too_late
from petitions.review.policies.rules import DISMISS, LISTED, MAYBE, Policy, Rule

_RELATED = pl.col("related")
_CODE_SECTION = pl.col("shown").str.strip_chars()


def _(text: str) -> str:
    return text


def with_related(flow: str, title: str, *, on: date) -> Policy:
    """Return the policy under the name of a county."""
    return Policy(
        flow=flow,
        title=title,
        rules=(
            too_late(),
            *_of_related(),
            misdemeanor(),
            Rule("possession", _is_possession(), DISMISS, "11357 HS", _("Dismiss convictions under 11357.")),
            *by_other_convictions(5, otherwise=MAYBE, on=on),
        ),
        columns=JUNE_2019,
        judges=LISTED | _RELATED,
    )


def _is_possession() -> pl.Expr:
    return pl.col("shown").str.starts_with("11357")


def _of_related() -> tuple[Rule, ...]:
    stands_alone = _RELATED & ~pl.col("beside_prop64")
    return (
        Rule(
            "unrelated",
            stands_alone,
            MAYBE,
            "No Related Prop64 Charges",
            _("A related charge with no marijuana charge beside it is flagged for review."),
        ),
        Rule(
            "pills",
            _RELATED & (_CODE_SECTION == "4060 BP"),
            MAYBE,
            "4060 BP",
            _("Pills without a prescription are flagged for review."),
        ),
        Rule("related", _RELATED, DISMISS, _CODE_SECTION, _("Dismiss all other related charges.")),
    )
