"""Floor and ceiling: what the classes of today take away from the class on the record (C3)."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from petitions.law.exceptions import excepted, without_exceptions
from petitions.law.offenses.today import Classes, Reading
from petitions.law.on_record import Levels, Recorded, fitting, levels_of
from petitions.law.priors import History
from petitions.law.terms import Level, Offense, Relief

_CLASS = {
    Level.INFRACTION: Offense.INFRACTION,
    Level.MISDEMEANOR: Offense.MISDEMEANOR,
    Level.FELONY: Offense.FELONY,
}
_RELIEF = {
    Offense.LAWFUL: Relief.DISMISS_SEAL,
    Offense.INFRACTION: Relief.INFRACTION,
    Offense.MISDEMEANOR: Relief.MISDEMEANOR,
}


class Range(NamedTuple):
    """The relief between which the answer lies.

    ``best``: the ceiling as if no felony exception applied. ``classes``: every class of today.
    ``exceptable``: the class may rest on an exception. ``conflicts``: stated facts contradict the record.
    """

    floor: Relief
    ceiling: Relief
    best: Relief
    classes: Classes
    exceptable: bool
    conflicts: bool


@lru_cache(maxsize=65536)
def range_of(
    readings: tuple[Reading, ...],
    recorded: Recorded,
    *,
    strikes: History,
    sex_offenses: History,
    may_be_third: bool,
) -> Range:
    """Return the range over every reading, every class of today and every class on the record."""
    found, best, classes = set[Relief](), set[Relief](), frozenset[Offense]()
    kept = fitting(readings, recorded)
    for reading in kept:
        today = excepted(reading.today, strikes=strikes, sex_offenses=sex_offenses, may_be_third=may_be_third)
        levels = levels_of(reading.letter, recorded)
        found |= _reliefs(today, levels)
        best |= _reliefs(without_exceptions(reading.today), levels)
        classes |= today
    return Range(
        floor=min(found),
        ceiling=max(found),
        best=max(best),
        classes=classes,
        exceptable=any(reading.today.excepted and reading.letter != "b" for reading in kept),
        conflicts=any(reading.conflicts for reading in kept),
    )


def _reliefs(today: Classes, levels: Levels) -> set[Relief]:
    return {_RELIEF[now] if _CLASS[level] > now else Relief.NONE for now in today for level in levels}
