"""Guesses whether a conviction stands for a marijuana charge that was pleaded down: a hint for staff, never an answer."""

from __future__ import annotations

from dataclasses import dataclass

from petitions.rapsheet.meaning.sections import is_under_any
from petitions.rapsheet.sheet import Charge, Count, Cycle, Outcome

PROP_64 = ("HS 11357", "HS 11358", "HS 11359", "HS 11360")
NOT_PROP_64 = ("HS 11359(c)(3)", "HS 11359(d)", "HS 11360(a)(3)(c)", "HS 11360(a)(3)(d)")
"""Subdivisions on sales to minors, on hiring them, and on moving much over the state line."""
STAND_INS = ("PC 32", "HS 11364", "HS 11366")
"""Accessory, paraphernalia, and a place for drugs: what marijuana charges were pleaded down to."""


def is_prop_64(charge: Charge | None) -> bool:
    """Say whether Proposition 64 speaks of the section, the excluded subdivisions aside."""
    return is_under_any(charge, PROP_64) and not is_under_any(charge, NOT_PROP_64)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a cycle holds, the charges aside that the prosecutor rejected."""

    has_prop_64: bool
    holds_only_such: bool
    """Nothing but marijuana charges and stand-ins."""


def surroundings(cycle: Cycle) -> Surroundings:
    """Look at a cycle once, for all of its counts."""
    pursued = _pursued(cycle)
    return Surroundings(
        has_prop_64=any(map(is_prop_64, pursued)),
        holds_only_such=all(is_prop_64(charge) or is_under_any(charge, STAND_INS) for charge in pursued),
    )


def possible_plea_bargain(count: Count, *, among: Surroundings) -> bool:
    """Say whether the count may stand in for a marijuana charge of its cycle."""
    return among.has_prop_64 and is_under_any(_charge(count), STAND_INS)


def likely_plea_bargain(count: Count, *, among: Surroundings) -> bool:
    """Say whether, besides, the cycle holds nothing but marijuana charges and such stand-ins."""
    return among.holds_only_such and possible_plea_bargain(count, among=among)


def _pursued(cycle: Cycle) -> tuple[Charge | None, ...]:
    """Return the charges of a cycle without those that the prosecutor rejected."""
    counts = (count for event in cycle.events for count in event.counts)
    return tuple(_charge(count) for count in counts if not _rejected(count))


def _rejected(count: Count) -> bool:
    return any(one.outcome is Outcome.PROSECUTOR_REJECTED for one in count.dispositions)


def _charge(count: Count) -> Charge | None:
    return count.charge.value if count.charge else None
