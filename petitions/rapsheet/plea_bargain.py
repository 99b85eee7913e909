"""Guesses whether a conviction stands for a marijuana charge that was pleaded down: a hint for staff, never an answer."""

from __future__ import annotations

from petitions.rapsheet.sections import is_under_any
from petitions.rapsheet.sheet import Charge, Count, Cycle, Outcome

PROP_64 = ("HS 11357", "HS 11358", "HS 11359", "HS 11360")
NOT_PROP_64 = ("HS 11359(c)(3)", "HS 11359(d)", "HS 11360(a)(3)(c)", "HS 11360(a)(3)(d)")
"""Subdivisions on sales to minors, on hiring them, and on moving much over the state line."""
STAND_INS = ("PC 32", "HS 11364", "HS 11366")
"""Accessory, paraphernalia, and a place for drugs: what marijuana charges were pleaded down to."""


def is_prop_64(charge: Charge | None) -> bool:
    """Say whether Proposition 64 speaks of the section, the excluded subdivisions aside."""
    return is_under_any(charge, PROP_64) and not is_under_any(charge, NOT_PROP_64)


def possible_plea_bargain(count: Count, *, cycle: Cycle) -> bool:
    """Say whether the count may stand in for a marijuana charge of its cycle."""
    return is_under_any(_charge(count), STAND_INS) and stands_beside_prop_64(cycle)


def likely_plea_bargain(count: Count, *, cycle: Cycle) -> bool:
    """Say whether, besides, the cycle holds nothing but marijuana charges and such stand-ins."""
    return possible_plea_bargain(count, cycle=cycle) and all(
        is_prop_64(charge) or is_under_any(charge, STAND_INS) for charge in _pursued(cycle)
    )


def stands_beside_prop_64(cycle: Cycle) -> bool:
    """Say whether the cycle holds a marijuana charge that was not rejected."""
    return any(map(is_prop_64, _pursued(cycle)))


def _pursued(cycle: Cycle) -> tuple[Charge | None, ...]:
    """Return the charges of a cycle without those that the prosecutor rejected."""
    counts = (count for event in cycle.events for count in event.counts)
    return tuple(_charge(count) for count in counts if not _rejected(count))


def _rejected(count: Count) -> bool:
    return any(one.outcome is Outcome.PROSECUTOR_REJECTED for one in count.dispositions)


def _charge(count: Count) -> Charge | None:
    return count.charge.value if count.charge else None
