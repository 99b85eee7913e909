"""Relief that courts had to give on their own (Health & Saf. Code, § 11361.9): what to check, and what to ask."""

from __future__ import annotations

from petitions.law.situation import Situation
from petitions.law.terms import Outcome

CHECK_FIRST = "CHECK_FIRST"
WHICH_ORDER = "WHICH_ORDER"
ASK_AUTOMATIC_RELIEF = "ASK_AUTOMATIC_RELIEF"
_BEFORE_THE_ORDER = (
    Outcome.NOT_A_CONVICTION,
    Outcome.NOT_COVERED_JURISDICTION,
    Outcome.NOT_COVERED_DATE,
)
"""Outcomes at which the walk ends before it looks at later orders."""


def warnings_of(situation: Situation, outcome: Outcome) -> tuple[str, ...]:
    """Warn where nobody has checked, or where it is open which order was made (C10)."""
    if not situation.orders.is_known and outcome not in _BEFORE_THE_ORDER:
        return (CHECK_FIRST,)
    is_cleared = outcome is Outcome.ALREADY_CLEARED
    orders = situation.orders
    return (WHICH_ORDER,) if is_cleared and orders.which_open and not orders.dismissed else ()


def fallbacks_of(outcome: Outcome) -> tuple[str, ...]:
    """A case that the prosecutor did not challenge in time had to be granted, even within an exception (C2)."""
    return (ASK_AUTOMATIC_RELIEF,) if outcome is Outcome.FELONY_EXCEPTION else ()
