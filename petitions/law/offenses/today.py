"""What an act would be today: the shape in which every rule on a section answers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from petitions.law.terms import AgeBracket, Conduct, Offense, Recipient, Trilean

Classes = frozenset[Offense]

NOTHING: Classes = frozenset()
LAWFUL: Classes = frozenset({Offense.LAWFUL})
INFRACTION: Classes = frozenset({Offense.INFRACTION})
MISDEMEANOR: Classes = frozenset({Offense.MISDEMEANOR})
FELONY: Classes = frozenset({Offense.FELONY})
ADULTS = frozenset({AgeBracket.FROM_18_TO_20, AgeBracket.FROM_21})


class Today(NamedTuple):
    """Every class that the act could have today.

    ``plain``: classes that no felony exception touches. ``excepted``: one entry for each way in which it is
    a misdemeanor that an exception can make a felony; the entry says whether an exception of the section's
    own (E4 to E7) does.
    """

    plain: Classes
    excepted: frozenset[Trilean] = frozenset()


def either(ways: Iterable[Today]) -> Today:
    """Join several ways it could have been."""
    plain, excepted = NOTHING, frozenset[Trilean]()
    for way in ways:
        plain, excepted = plain | way.plain, excepted | way.excepted
    return Today(plain, excepted)


class Reading(NamedTuple):
    """One offense that the record may name, and what it is today.

    ``letter`` is the subdivision whose class stands on the record. ``conflicts``: the stated facts
    contradict it (clarification C9).
    """

    letter: str | None
    today: Today
    conflicts: bool = False


class Acts(NamedTuple):
    """The stated facts of the act; None: not known. ``plants_over`` is against six living plants."""

    plants_over: bool | None = None
    home_grow_lawful: bool | None = None
    on_school_grounds: bool | None = None
    from_own_home_plants: bool | None = None
    conduct: Conduct | None = None
    recipient_age: Recipient | None = None
    sold_to_minor: bool | None = None
    hired_under_21: bool | None = None
    environmental_harm: bool | None = None


def stated(answer: bool | None) -> Trilean:
    """Return a yes, a no or unsure."""
    if answer is None:
        return Trilean.UNSURE
    return Trilean.YES if answer else Trilean.NO


def any_of(*answers: Trilean) -> Trilean:
    """Return yes where one is yes, else unsure where one is unsure."""
    if Trilean.YES in answers:
        return Trilean.YES
    return Trilean.UNSURE if Trilean.UNSURE in answers else Trilean.NO
