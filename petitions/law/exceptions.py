"""The felony exceptions of §§ 11358 to 11360 (specification 1.3): what a misdemeanor of today may be instead."""

from __future__ import annotations

from petitions.law.offenses.today import FELONY, MISDEMEANOR, NOTHING, Classes, Today, any_of
from petitions.law.priors import History
from petitions.law.terms import Trilean

_COUNTS = {
    History.NONE: Trilean.NO,
    History.LATER: Trilean.NO,
    History.BEFORE: Trilean.YES,
    History.UNSURE: Trilean.UNSURE,
    History.UNKNOWN: Trilean.UNSURE,
}


def excepted(today: Today, *, strikes: History, sex_offenses: History, may_be_third: bool) -> Classes:
    """Apply E1 (super strike), E2 (§ 290(c)), E3 (third of its section) and the section's own exceptions.

    A yes replaces the misdemeanor by a felony, an unsure one adds it; E3 only ever adds (its reading is unsettled).
    """
    found = today.plain
    for own in today.excepted:
        answer = any_of(own, _COUNTS[strikes], _COUNTS[sex_offenses])
        found |= NOTHING if answer is Trilean.YES else MISDEMEANOR
        found |= NOTHING if answer is Trilean.NO and not may_be_third else FELONY
    return found


def without_exceptions(today: Today) -> Classes:
    """Return the classes as if no exception applied."""
    return today.plain | MISDEMEANOR if today.excepted else today.plain
