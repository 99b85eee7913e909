"""What the dates of one conviction settle: in time or not, the possible ages, the law of the time (C4, C9, C10)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum, auto
from typing import NamedTuple

from petitions.law.ages import BRACKETS, bracket_of, brackets_between, oldest, youngest
from petitions.law.facts import Span
from petitions.law.terms import EFFECTIVE, LAST_DAY_BEFORE, AgeBracket, Level

POSSESSION_BECAME_INFRACTION = date(2011, 1, 1)
"""SB 1449 (2010): 28.5 g or less of flower an infraction, for offenses from this day on."""
TRANSPORT_MEANS_FOR_SALE = date(2016, 1, 1)
"""AB 730 (2015): in § 11360 transport means for sale, for offenses from this day on."""
LETTERS_BEGAN = date(1976, 1, 1)
"""Before, § 11357 was one offense without these subdivisions."""
EVERY_AGE = frozenset(BRACKETS)
_ONE_AGE = {bracket: frozenset({bracket}) for bracket in BRACKETS}


class Gate(StrEnum):
    """Whether the offense was before Proposition 64."""

    IN_TIME = auto()
    OPEN = auto()
    TOO_LATE = auto()


class Dates(NamedTuple):
    """The dates of one conviction; None: not known. ``stated`` is the age or bracket that the record names."""

    offense: Span | None
    convicted: Span | None
    born: Span | None
    stated: int | AgeBracket | None


class Timing(NamedTuple):
    """What rules ask of the dates. ``offense`` is cut where the conviction and the Act end it."""

    gate: Gate
    first: date
    last: date
    ages: frozenset[AgeBracket]
    ages_conflict: bool
    wholly_from_2016: bool
    possession_levels: frozenset[Level]
    """The classes that the law of the time allowed for § 11357(b)."""
    may_be_before_1976: bool


_MISDEMEANOR = frozenset({Level.MISDEMEANOR})
_INFRACTION = frozenset({Level.INFRACTION})
_EITHER = _MISDEMEANOR | _INFRACTION


def read_timing(dates: Dates) -> Timing:
    """Settle what these dates settle."""
    offense, convicted, born, stated = dates
    first = offense.first if offense else born.first if born else date.min
    last = max(first, _last_day(offense, convicted))
    ages, conflict = _ages(first, last, born=born, stated=stated)
    wholly_from_2016 = offense is not None and offense.first >= TRANSPORT_MEANS_FOR_SALE
    levels = _possession_levels(first, convicted)
    return Timing(
        _gate(offense, convicted),
        first,
        last,
        ages,
        conflict,
        wholly_from_2016,
        levels,
        first < LETTERS_BEGAN,
    )


def _gate(offense: Span | None, convicted: Span | None) -> Gate:
    if offense is not None and offense.first >= EFFECTIVE:
        return Gate.TOO_LATE
    if offense is not None and offense.last < EFFECTIVE:
        return Gate.IN_TIME
    in_time = convicted is not None and convicted.last < EFFECTIVE
    return Gate.IN_TIME if in_time else Gate.OPEN


def _last_day(offense: Span | None, convicted: Span | None) -> date:
    """Return the last day that counts: the conviction, and the Act, end the offense."""
    last = LAST_DAY_BEFORE
    if offense and offense.last < last:
        last = offense.last
    return convicted.last if convicted and convicted.last < last else last


def _ages(
    first: date, last: date, *, born: Span | None, stated: int | AgeBracket | None
) -> tuple[frozenset[AgeBracket], bool]:
    """Return the possible brackets, and whether the stated age and the birth date share none."""
    said = EVERY_AGE if stated is None else _ONE_AGE[bracket_of(stated)]
    if born is None:
        return said, False
    counted = brackets_between(youngest(born, first), oldest(born, last))
    both = said & counted
    return (both, False) if both else (said | counted, True)


def _possession_levels(first: date, convicted: Span | None) -> frozenset[Level]:
    if first >= POSSESSION_BECAME_INFRACTION:
        return _INFRACTION
    may_be_later = convicted is None or convicted.last >= POSSESSION_BECAME_INFRACTION
    return _EITHER if may_be_later else _MISDEMEANOR
