"""Says at ``manage.py check`` what is old: the law and the court's form after 90 days, the directory of courts after a year.

With ``--database default`` the facts of the directory are looked at one by one, with what staff have changed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django.core.checks import CheckMessage, Info, Tags, register
from django.utils import timezone

from petitions.courts.days import READ_ON, is_stale
from petitions.courts.stale import stale_entries
from petitions.courts.tables import shipped_tables
from petitions.documents.official import form
from petitions.interview.explained.sources import AUTHORITIES
from petitions.records.court_edits.reading import newest_edits

OLD_AFTER = timedelta(days=90)
_HINT = "Read it anew, mend what changed, and set the day: {place}."
_PLACES = {
    "The law": "read_on in petitions/law/authorities.py",
    "The edition of the court's form": "READ_ON in petitions/documents/official/form.py",
}
_COURTS = "The directory of courts, as the program comes with it, was last compared {days} days ago."
_COURTS_HINT = (
    "Take a newer version of the program, or see what is old: manage.py courts stale (docs/courts.md). "
    "Whoever compares it anew sets the day: READ_ON in petitions/courts/days.py."
)
_ENTRIES = (
    "{count} courts and offices that papers name were last checked more than a year ago, or on no known day."
)
_ENTRIES_HINT = "manage.py courts stale lists them; docs/courts.md says how to bring them up to date."


@register()
def check_ages(**_given: Any) -> list[CheckMessage]:
    """Name what is old. It is told and stops nothing: a site that cannot be updated today still serves people."""
    on = timezone.localdate()
    return [*old_ones(read_on(), on=on), *old_courts(READ_ON, on=on)]


@register(Tags.database)
def check_courts(*, databases: Sequence[str] | None = None, **_given: Any) -> list[CheckMessage]:
    """Count what of the directory is stale by now; only where a database is checked, for staff keep theirs there."""
    if not databases:
        return []
    found = stale_entries(shipped=shipped_tables(), edits=newest_edits().edits, on=timezone.localdate())
    count = sum(one.entry.is_main for one in found)
    return [Info(_ENTRIES.format(count=count), hint=_ENTRIES_HINT, id="petitions.I003")] if count else []


def read_on() -> Mapping[str, date]:
    """Return when the law and the form were last read; of the law the oldest."""
    days = (min(one.read_on for one in AUTHORITIES.values()), form.READ_ON)
    return dict(zip(_PLACES, days, strict=True))


def old_ones(read: Mapping[str, date], *, on: date) -> list[CheckMessage]:
    """Return a message for each that was read 90 days ago or earlier."""
    return [
        Info(
            f"{name} was last read {(on - day).days} days ago.",
            hint=_HINT.format(place=_PLACES[name]),
            id="petitions.I001",
        )
        for name, day in read.items()
        if on - day >= OLD_AFTER
    ]


def old_courts(day: date, *, on: date) -> list[CheckMessage]:
    """Return a message where the package's directory was compared more than a year ago."""
    if not is_stale(day, on=on):
        return []
    return [Info(_COURTS.format(days=(on - day).days), hint=_COURTS_HINT, id="petitions.I002")]
