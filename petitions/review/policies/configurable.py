"""The review whose choices a district attorney makes: sections to dismiss and to reduce, and further relief."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import polars as pl

from petitions.review.dates import YEAR, number, years_before
from petitions.review.policies.columns import CONFIGURABLE
from petitions.review.policies.rules import (
    BIRTH_UNKNOWN,
    DATE_UNKNOWN,
    DATES_UNKNOWN,
    DISMISS,
    LISTED,
    NOT_A_FELONY,
    REDUCE,
    Policy,
    Rule,
    born_by,
    none_since,
)

FLOW = "configurable"


def _(text: str) -> str:
    return text


@dataclass(frozen=True, slots=True)
class Choices:
    """What an office chooses; 0 years: not chosen. A section in neither list may end undetermined."""

    dismiss: tuple[str, ...] = ()
    reduce: tuple[str, ...] = ()
    under_21_at_conviction: bool = False
    age: int = 0
    years_since_conviction: int = 0
    years_crime_free: int = 0
    only_prop64: bool = False
    is_deceased: bool = False


def configurable(choices: Choices, *, on: date) -> Policy:
    """Return the policy of these choices."""
    return Policy(
        flow=FLOW,
        title=_("Your own choices"),
        rules=(
            Rule(
                "not_a_felony",
                NOT_A_FELONY,
                DISMISS,
                "Misdemeanor or Infraction",
                _("Dismiss each misdemeanor and infraction."),
            ),
            *(_dismiss(section) for section in choices.dismiss),
            *_further(choices, on=on),
            *(_reduce(section) for section in choices.reduce),
        ),
        columns=CONFIGURABLE,
        judges=LISTED,
    )


def _dismiss(section: str) -> Rule:
    reason, says = f"Dismiss all HS {section} convictions", _("Dismiss each felony under {section}.")
    return Rule(
        f"dismiss_{section}", pl.col(f"in_{section}"), DISMISS, reason, says, values=(("section", section),)
    )


def _reduce(section: str) -> Rule:
    reason, says = f"Reduce all HS {section} convictions", _("Reduce each felony under {section}.")
    return Rule(
        f"reduce_{section}", pl.col(f"in_{section}"), REDUCE, reason, says, values=(("section", section),)
    )


def _further(choices: Choices, *, on: date) -> tuple[Rule, ...]:
    """Return the rules of further relief that are chosen, in the order in which they are asked."""
    age, since, free = choices.age, choices.years_since_conviction, choices.years_crime_free
    rules = (
        (choices.under_21_at_conviction, _under_21()),
        (age, _old(age, on=on)),
        (since, _long_ago(since, on=on)),
        (free, _crime_free(free, on=on)),
        (choices.only_prop64, _only_prop64()),
        (choices.is_deceased, _deceased()),
    )
    return tuple(rule for is_chosen, rule in rules if is_chosen)


def _under_21() -> Rule:
    birthday, day = 21 * YEAR, pl.col("day")
    fits = (
        pl.when(pl.col("born_first") + birthday > day)
        .then(statement=True)
        .when(pl.col("born_last") + birthday <= day)
        .then(statement=False)
        .otherwise(None)
    )
    says = _("Dismiss if the person was under 21 on the day of the conviction.")
    unknown = pl.when(day.is_null()).then(pl.lit(DATE_UNKNOWN)).otherwise(pl.lit(BIRTH_UNKNOWN))
    return Rule("under_21", fits, DISMISS, "21 years or younger", says, unknown=unknown)


def _old(years: int, *, on: date) -> Rule:
    says = _("Dismiss if the person is {years} or older.")
    fits = born_by(number(on), years=years)
    return Rule("age", fits, DISMISS, f"{years} years or older", says, BIRTH_UNKNOWN, (("years", years),))


def _long_ago(years: int, *, on: date) -> Rule:
    says = _("Dismiss if the conviction is {years} or more years old.")
    fits = pl.col("day") <= years_before(on, years=years)
    reason = f"Conviction occurred {years} or more years ago"
    return Rule("long_ago", fits, DISMISS, reason, says, values=(("years", years),))


def _crime_free(years: int, *, on: date) -> Rule:
    says = _("Dismiss if the person has had no conviction of any kind in {years} years.")
    fits = none_since(pl.col("latest_day") < years_before(on, years=years))
    reason = f"No convictions in the past {years} years"
    return Rule("crime_free", fits, DISMISS, reason, says, DATES_UNKNOWN, (("years", years),))


def _only_prop64() -> Rule:
    says = _("Dismiss if the person has no convictions but these.")
    return Rule("only_prop64", pl.col("only_prop64"), DISMISS, "Only has 11357-60 charges", says)


def _deceased() -> Rule:
    return Rule(
        "deceased",
        pl.col("deceased"),
        DISMISS,
        "Individual is deceased",
        _("Dismiss if the person has died."),
    )
