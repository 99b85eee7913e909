"""Adds lengths of time and puts them on the calendar."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta

from petitions.rapsheet.sheet import Length

NOTHING = Length()
_DAYS_OF_A_MONTH = 365.25 / 12


def total(lengths: Iterable[Length]) -> Length:
    """Return their sum, unit by unit: twelve months stay twelve months."""
    summed = NOTHING
    for one in lengths:
        summed = Length(*(mine + more for mine, more in zip(summed, one, strict=True)))
    return summed


def in_days(length: Length) -> float:
    """Return about how many days it is, to compare two lengths."""
    months = length.years * 12 + length.months
    return months * _DAYS_OF_A_MONTH + length.weeks * 7 + length.days


def after(start: date, length: Length) -> date:
    """Return the day on which a time that begins at ``start`` is over; the last day of a shorter month."""
    months = start.year * 12 + start.month - 1 + length.years * 12 + length.months
    year, month = divmod(months, 12)
    if year > date.max.year:
        return date.max
    day = min(start.day, monthrange(year, month + 1)[1])
    try:
        return date(year, month + 1, day) + timedelta(days=length.weeks * 7 + length.days)
    except OverflowError:
        return date.max
