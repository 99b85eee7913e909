"""Health & Saf. Code, § 11358: growing, before and after 2016-11-09 (specification 1.4, C14)."""

from __future__ import annotations

from petitions.law.amounts import Amounts
from petitions.law.offenses.today import (
    INFRACTION,
    LAWFUL,
    NOTHING,
    Acts,
    Classes,
    Reading,
    Today,
    either,
    stated,
)
from petitions.law.terms import AgeBracket

FACTS = ("plants_over", "home_grow_lawful", "environmental_harm")
"""The facts of the act that this section looks at."""


def readings(
    letter: str | None, possible: frozenset[AgeBracket], _amounts: Amounts, acts: Acts
) -> tuple[Reading, ...]:
    """Return what growing is today; the section had no subdivisions before 2016."""
    return (Reading(letter, either(_today(age, acts) for age in possible)),)


def _today(age: AgeBracket, acts: Acts) -> Today:
    """A minor: (a). Six plants or fewer: (b), or lawful at home at 21. More: (c), unless (d)."""
    if age is AgeBracket.UNDER_18:
        return Today(INFRACTION)
    few = NOTHING if acts.plants_over is True else _few_plants(age, acts.home_grow_lawful)
    if acts.plants_over is False:
        return Today(few)
    return Today(few, frozenset({stated(acts.environmental_harm)}))


def _few_plants(age: AgeBracket, home_grow_lawful: bool | None) -> Classes:
    if age is AgeBracket.FROM_18_TO_20 or home_grow_lawful is False:
        return INFRACTION
    return LAWFUL if home_grow_lawful else LAWFUL | INFRACTION
