"""Reads the contract's dates: a day, a month, a year or not known."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from petitions.exchange.words_in import Wrong
from petitions.law.facts import Span


def _(text: str) -> str:
    return text


NOT_A_DATE = _('Give a date like "2005-03-02", "2005-03" or "2005", or null where it is not known.')
NOT_A_DAY = _('Give a day like "2026-11-24".')
NO_SUCH_DAY = _("There is no such day. Check the year, the month and the day.")

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def span(value: object) -> Span | None:
    """Read a date of any precision as the first and last day that it could be."""
    if value is None:
        return None
    found = _DATE.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        raise Wrong(NOT_A_DATE)
    try:
        return _span(found[0], month=found[2], day=found[3])
    except ValueError:
        raise Wrong(NO_SUCH_DAY) from None


def day(value: object) -> date:
    """Read one day."""
    found = _DATE.fullmatch(value) if isinstance(value, str) else None
    if found is None or not found[3]:
        raise Wrong(NOT_A_DAY)
    try:
        return date.fromisoformat(found[0])
    except ValueError:
        raise Wrong(NO_SUCH_DAY) from None


def _span(text: str, *, month: str | None, day: str | None) -> Span:
    """Return the days of a date; ValueError where there is none (``monthrange`` raises one for month 13)."""
    if day:
        only = date.fromisoformat(text)
        return Span(only, only)
    year = int(text[:4])
    if month:
        return Span(date(year, int(month), 1), date(year, int(month), monthrange(year, int(month))[1]))
    return Span(date(year, 1, 1), date(year, 12, 31))
