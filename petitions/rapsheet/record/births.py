"""Takes the date of birth from a sheet, where it fits all that the sheet reports."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from petitions.rapsheet.meaning.lengths import after
from petitions.rapsheet.record.facts import Hint, Said
from petitions.rapsheet.sheet import Length, Sheet

_YOUNGEST = Length(years=10)
"""Nobody is convicted younger: one of the two dates is misread, or is another person's."""


def birth_date(sheet: Sheet, *, days: Iterable[date], on: date | None) -> Said:
    """Return the value of ``date_of_birth``: the record's own, never one of the others that were used."""
    read = sheet.personal.date_of_birth if sheet.personal else None
    others = (Hint.OTHER_BIRTH_DATES,) if _others(sheet) else ()
    if read is None:
        return Said("date_of_birth", None, hints=others)
    youngest = after(read.value, _YOUNGEST)
    if (on and read.value > on) or any(day < youngest for day in days):
        return Said("date_of_birth", None, (read.place,), hints=(*others, Hint.BIRTH_DATE_DOES_NOT_FIT))
    return Said(
        "date_of_birth", read.value.isoformat(), (read.place,), read.needs_check or bool(others), others
    )


def _others(sheet: Sheet) -> set[date]:
    """Return the other dates of birth, before the events and in them."""
    if sheet.personal is None or sheet.personal.date_of_birth is None:
        return set()
    in_events = {event.birth_date for event in sheet.events if event.birth_date}
    return {*sheet.personal.other_dates_of_birth, *in_events} - {sheet.personal.date_of_birth.value}
