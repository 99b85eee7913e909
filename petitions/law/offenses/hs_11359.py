"""Health & Saf. Code, § 11359: possession for sale, before and after 2016-11-09 (specification 1.4, C12)."""

from __future__ import annotations

from petitions.law.amounts import Amounts
from petitions.law.offenses.today import INFRACTION, NOTHING, Acts, Reading, Today, any_of, either, stated
from petitions.law.terms import AgeBracket

FACTS = ("sold_to_minor", "hired_under_21")
"""The facts of the act that this section looks at."""


def readings(
    letter: str | None, possible: frozenset[AgeBracket], _amounts: Amounts, acts: Acts
) -> tuple[Reading, ...]:
    """Return what possession for sale is today, of any weight; the section had no subdivisions before 2016."""
    return (Reading(letter, either(_today(age, acts) for age in possible)),)


def _today(age: AgeBracket, acts: Acts) -> Today:
    """A minor: (a). Else (b), unless (c)(3), a sale to a minor, or at 21 (d), a helper of 20 or younger."""
    if age is AgeBracket.UNDER_18:
        return Today(INFRACTION)
    to_minor = stated(acts.sold_to_minor)
    if age is AgeBracket.FROM_18_TO_20:
        return Today(NOTHING, frozenset({to_minor}))
    return Today(NOTHING, frozenset({any_of(to_minor, stated(acts.hired_under_21))}))
