"""The hearings as a calendar file (RFC 5545): a file number and initials, and not a word of what they are about."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from django.utils import timezone
from django.utils.crypto import salted_hmac
from icalendar import Calendar, Event

from petitions.clinic.after.cases import FollowedCase
from petitions.records.matters.steps import Step

_MAKER = "-//Dates//Dates//EN"
_LONG = timedelta(hours=1)


def hearings_file(cases: Iterable[FollowedCase], *, now: datetime) -> bytes:
    """Return the file of the hearings whose case is not decided; ``now`` is when it is made."""
    calendar = Calendar()
    calendar.add("prodid", _MAKER)
    calendar.add("version", "2.0")
    for case in cases:
        if case.hearing:
            calendar.add_component(_event(case, case.hearing, now=now))
    made: bytes = calendar.to_ical()
    return made


def _event(case: FollowedCase, step: Step, *, now: datetime) -> Event:
    assert step.hearing_on is not None
    event = Event()
    event.add("uid", _uid(case))
    event.add("dtstamp", now)
    event.add("sequence", int(now.timestamp()) // 60)  # a file that is saved later wins over an earlier one
    if step.hearing_at:
        begins = timezone.make_aware(datetime.combine(step.hearing_on, step.hearing_at))
        event.add("dtstart", begins.astimezone(UTC))
        event.add("duration", _LONG)
    else:
        event.add("dtstart", step.hearing_on)
    event.add("summary", f"{case.summary.matter.number} {case.summary.initials}".strip())
    event.add("class", "PRIVATE")
    return event


def _uid(case: FollowedCase) -> str:
    """Return the same mark for the hearing of a case however often its day changes."""
    return salted_hmac("clinic.hearing", case.key, algorithm="sha256").hexdigest()[:32]
