"""The calendar file (RFC 5545): whole days with titles that tell nobody what they are about."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from icalendar import Alarm, Calendar, Event

from petitions.interview.after.dates import KeptDay, Kind

_TITLES: dict[Kind, str | Promise] = {
    Kind.CALL: _("Paperwork: make a phone call"),
    Kind.BE_THERE: _("Paperwork: be there today"),
}
_NOTE = _("You saved this day yourself. Have your papers at hand.")
_MAKER = "-//Dates//Dates//EN"
_A_DAY_BEFORE = timedelta(days=-1)


def title_of_day(kind: Kind) -> str:
    """Return what a calendar calls such a day."""
    return str(_TITLES[kind])


def calendar_file(days: Iterable[KeptDay], *, now: datetime) -> bytes:
    """Return the file in the active language; ``now`` is when it is made, with its time zone."""
    calendar = Calendar()
    calendar.add("prodid", _MAKER)
    calendar.add("version", "2.0")
    for day in days:
        calendar.add_component(_event(day, now=now))
    made: bytes = calendar.to_ical()
    return made


def _event(day: KeptDay, *, now: datetime) -> Event:
    event = Event()
    event.add("uid", f"{day.mark}-{day.kind}")
    event.add("dtstamp", now)
    event.add("sequence", int(now.timestamp()) // 60)  # a file that is saved later wins over an earlier one
    event.add("dtstart", day.on)
    event.add("summary", title_of_day(day.kind))
    event.add("description", str(_NOTE))
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    event.add_component(_alarm(day))
    return event


def _alarm(day: KeptDay) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title_of_day(day.kind))
    alarm.add("trigger", _A_DAY_BEFORE)
    return alarm
