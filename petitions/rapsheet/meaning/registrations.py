"""Says as what a person was registered: the registration events of a sheet."""

from __future__ import annotations

from enum import Enum

from petitions.rapsheet.meaning.sections import is_under
from petitions.rapsheet.sheet import Count, EventKind, Sheet


class Registered(Enum):
    """As what, by the section that asks for it."""

    SEX_OFFENDER = "PC 290"
    SEX_OFFENDER_BY_DISCRETION = "PC 290.006"
    NARCOTICS_OFFENDER = "HS 11590"
    ARSONIST = "PC 457.1"


def registrations(sheet: Sheet, *, kind: Registered) -> tuple[Count, ...]:
    """Return the registrations of a kind, those that have ended among them."""
    events = (event for event in sheet.events if event.kind is EventKind.REGISTRATION)
    return tuple(one for event in events for one in event.counts if _is(one, kind=kind))


def _is(count: Count, *, kind: Registered) -> bool:
    return count.charge is not None and is_under(count.charge.value, kind.value)
