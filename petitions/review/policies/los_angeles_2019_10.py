"""The review of Los Angeles County as its pilot ran it in October 2019."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import polars as pl

from petitions.review.dates import number
from petitions.review.policies import los_angeles as shared
from petitions.review.policies.columns import LOS_ANGELES_2019_10
from petitions.review.policies.rules import (
    BIRTH_UNKNOWN,
    CITY_ATTORNEYS,
    DISMISS,
    HAND_REVIEW,
    LISTED,
    NOT_A_FELONY,
    NOT_ELIGIBLE,
    PRIOR_UNKNOWN,
    Policy,
    Rule,
    born_by,
)

FLOW = "los_angeles_2019_10"


def _(text: str) -> str:
    return text


@dataclass(frozen=True, slots=True)
class Choices:
    """From which age a conviction is dismissed, and after how many years without one."""

    individual_age: int = 50
    years_conviction_free: int = 10


def los_angeles_2019_10(choices: Choices, *, on: date) -> Policy:
    """Return the policy."""
    return Policy(
        flow=FLOW,
        title=_("Los Angeles, October 2019"),
        rules=(
            _not_a_felony(),
            shared.too_late(),
            shared.small_possession(),
            _other_possession(),
            shared.strikes_before(),
            _sex_offense(),
            shared.two_priors(),
            _old(choices.individual_age, on=on),
            shared.young(on=on),
            shared.only_prop64(),
            shared.conviction_free(choices.years_conviction_free, on=on),
            shared.serving(),
            shared.deceased(),
            shared.else_by_hand("No applicable eligibility criteria"),
        ),
        columns=LOS_ANGELES_2019_10,
        judges=LISTED,
        with_gangs=True,
        options=(
            ("individualDismissAge", choices.individual_age),
            ("yearsConvictionFree", choices.years_conviction_free),
        ),
    )


def _not_a_felony() -> Rule:
    says = _("City attorneys look at each misdemeanor and infraction.")
    return Rule("not_a_felony", NOT_A_FELONY, CITY_ATTORNEYS, "Misdemeanor or Infraction", says)


def _other_possession() -> Rule:
    says = _("All other convictions under 11357 go to hand review.")
    return Rule("other_possession", shared.IS_11357, HAND_REVIEW, "Other 11357", says)


def _sex_offense() -> Rule:
    says = _("No relief here after a sex crime on the list of Penal Code section 290.")
    return Rule("sex_offense", pl.col("sex_before"), NOT_ELIGIBLE, "PC 290", says, PRIOR_UNKNOWN)


def _old(years: int, *, on: date) -> Rule:
    says = _("Dismiss if the person is {years} or older.")
    fits = born_by(number(on), years=years)
    return Rule("age", fits, DISMISS, f"{years} years or older", says, BIRTH_UNKNOWN, (("years", years),))
