"""Tells when an offense may have been: the day of the arrest in the conviction's own cycle, if it is the only one.

The day of an arrest is evidence, not the fact: an offense may be earlier. So it always needs a check. It stays open
where several arrests come before the court, where one has no day, where one followed a warrant or a revocation, and
where the bounds of the cycle are not sure.
"""

from __future__ import annotations

import re
from datetime import date

from petitions.rapsheet.record.facts import Hint, Said
from petitions.rapsheet.sheet import Cycle, Event, EventKind

_ARRESTS = (EventKind.ARREST, EventKind.SUPPLEMENTAL_ARREST)
_LATER_ARREST = re.compile(r"\bWARRANT\b|\bBENCH\b|\bPROB(?:ATION)? REVO|\bPAROLE (?:REVO|VIOL)")
_OPEN = Said("offense_date", None, hints=(Hint.ARREST_NOT_CLEAR,))


def arrest_day(court: Event, *, cycle: Cycle) -> Said:
    """Return the value of ``offense_date`` for the counts of a court event, as far as its cycle goes."""
    arrests = [event for event in cycle.events if event.kind in _ARRESTS and not _is_after(event, court)]
    days = {event.on.value if event.on else None for event in arrests}
    day = days.pop() if len(days) == 1 and not cycle.inferred else None
    if day is None:
        return _OPEN
    if any(map(_followed_another_case, arrests)):
        return Said("offense_date", None, hints=(Hint.ARREST_ON_WARRANT,))
    places = tuple(event.on.place for event in arrests if event.on)
    return Said(
        "offense_date", day.isoformat(), places, needs_check=True, hints=(Hint.OFFENSE_DATE_FROM_ARREST,)
    )


def offense_date(arrested: Said, *, until: date | None) -> Said:
    """Return the value for a count: no offense is later than its conviction, ``until``."""
    is_late = until and arrested.value and date.fromisoformat(arrested.value) > until
    return _OPEN if is_late else arrested


def _is_after(event: Event, court: Event) -> bool:
    return bool(event.on and court.on and event.on.value > court.on.value)


def _followed_another_case(arrest: Event) -> bool:
    return any(_LATER_ARREST.search(line.raw.upper()) for count in arrest.counts for line in count.lines)
