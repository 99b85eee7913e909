"""When a row was last checked, and when that is too long ago."""

from __future__ import annotations

from datetime import date

from petitions.courts.tables import Row

READ_ON = date(2026, 9, 11)
"""When the package's addresses were last compared with the courts' own pages; the sources of the rows say more."""


def checked_on(row: Row) -> date | None:
    """Return when a row of the package was checked; None where nobody knows.

    A source that names only its year counts as of the last day of that year: a row is called stale once it surely is.
    """
    if row["checked"]:
        return date.fromisoformat(row["checked"])
    if not row["source"] or not row["source_year"]:
        return None
    return min(date(int(row["source_year"]), 12, 31), READ_ON)


def is_stale(checked: date | None, *, on: date) -> bool:
    """Say whether this was checked more than a year ago, or on no day that is known."""
    return checked is None or on > _a_year_after(checked)


def _a_year_after(day: date) -> date:
    is_leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + 1, day=28 if is_leap_day else day.day)
