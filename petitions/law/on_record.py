"""The class that stands on the record: the law of the time, the stated level, later orders (C10)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from petitions.law.offenses.today import Reading
from petitions.law.terms import LaterRelief, Level

Levels = frozenset[Level]

_FELONY: Levels = frozenset({Level.FELONY})
_MISDEMEANOR: Levels = frozenset({Level.MISDEMEANOR})
_OF_THE_TIME: dict[tuple[str, str | None], Levels] = {
    ("11357", "a"): _FELONY | _MISDEMEANOR,
    ("11357", "c"): _MISDEMEANOR,
    ("11357", "d"): _MISDEMEANOR,
    ("11357", "e"): _MISDEMEANOR,
    ("11358", None): _FELONY,
    ("11359", None): _FELONY,
    ("11360", "a"): _FELONY,
    ("11360", "b"): _MISDEMEANOR,
}
_ONE_LOWER = {
    Level.FELONY: Level.MISDEMEANOR,
    Level.MISDEMEANOR: Level.INFRACTION,
    Level.INFRACTION: Level.INFRACTION,
}


class Orders(NamedTuple):
    """What courts did later. ``dismissed`` and ``which_open`` are orders under Proposition 64."""

    is_known: bool = True
    dismissed: bool = False
    which_open: bool = False
    redesignated: bool = False
    lowered: bool = False
    """Under Pen. Code, § 17(b), or Proposition 47: a felony is a misdemeanor since."""

    @property
    def is_done(self) -> bool:
        """Say whether an order was made after which nothing is left to compute."""
        return self.dismissed or self.which_open


class Recorded(NamedTuple):
    """What the record says of the class. ``possession`` are the levels of § 11357(b) at the time."""

    section: str
    has_letter: bool
    level: Level | None
    orders: Orders
    possession: Levels
    may_be_before_1976: bool


@lru_cache(maxsize=1024)
def read_orders(later: tuple[LaterRelief, ...] | None) -> Orders:
    """Sort the orders; unknown counts as none (C10)."""
    if later is None:
        return Orders(is_known=False)
    return Orders(
        dismissed=LaterRelief.PROP_64_DISMISSED in later,
        which_open=LaterRelief.PROP_64_ORDER in later,
        redesignated=LaterRelief.PROP_64_REDESIGNATED in later,
        lowered=LaterRelief.REDUCED_17B in later or LaterRelief.PROP_47 in later,
    )


def fitting(readings: tuple[Reading, ...], recorded: Recorded) -> tuple[Reading, ...]:
    """Keep the readings whose class the law allowed; all where none fits the stated level, or none is stated."""
    kept = tuple(one for one in readings if recorded.level in allowed(one.letter, recorded))
    return kept or readings


def allowed(letter: str | None, recorded: Recorded) -> Levels:
    """Return the classes that the law of the time allowed."""
    if recorded.section == "11357" and letter == "b":
        levels = recorded.possession
    else:
        levels = _OF_THE_TIME[recorded.section, letter]
    was_one_offense = recorded.section == "11357" and not recorded.has_letter and recorded.may_be_before_1976
    return levels | _FELONY | _MISDEMEANOR if was_one_offense else levels


def levels_of(letter: str | None, recorded: Recorded) -> Levels:
    """Return the classes that the record may have now.

    A level that the law of the time did not allow may be what a later order left: it stands beside those allowed, and an order
    under Proposition 64 does not lower it again.
    """
    orders, level = recorded.orders, recorded.level
    by_law = allowed(letter, recorded)
    if level is None or level in by_law:
        return _lowered(by_law if level is None else frozenset({level}), orders)
    if not orders.redesignated:
        return _after(by_law | {level}, orders)
    return _lowered(by_law, orders) | {Level.MISDEMEANOR if level is Level.FELONY else level}


def _lowered(levels: Levels, orders: Orders) -> Levels:
    after = _after(levels, orders)
    return frozenset(_ONE_LOWER[one] for one in after) if orders.redesignated else after


def _after(levels: Iterable[Level], orders: Orders) -> Levels:
    if not orders.lowered:
        return frozenset(levels)
    return frozenset(Level.MISDEMEANOR if one is Level.FELONY else one for one in levels)
