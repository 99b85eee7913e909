"""Turns the dates of the file into days that compare, and says how the peer counts years."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import polars as pl

YEAR = 10_000
"""One year of a day written as the number YYYYMMDD, so that a birthday on February 29 falls on March 1."""
NO_DAY = 10_101
"""What the peer takes for an unknown date: January 1 of the year 1."""


def day_of(column: str) -> pl.Expr:
    """Return the day as the number YYYYMMDD; what is no date is null."""
    text = pl.col(column)
    is_written = text.str.contains(r"^\d{8}$")
    read = pl.when(is_written).then(text).str.to_date("%Y%m%d", strict=False)
    return pl.when(read.is_not_null()).then(text).cast(pl.Int32, strict=False)


def as_date(day: pl.Expr) -> pl.Expr:
    """Return the date of a number YYYYMMDD."""
    return pl.date(day // YEAR, day // 100 % 100, day % 100)


def number(day: date) -> int:
    """Return a date as the number YYYYMMDD."""
    return day.year * YEAR + day.month * 100 + day.day


def years_before(day: date, *, years: int) -> int:
    """Return the day that many years before, as a number; February 29 turns to March 1."""
    found = number(day) - years * YEAR
    return found + 72 if found % YEAR == 229 and not _is_leap(found // YEAR) else found


@lru_cache(maxsize=1 << 16)
def years_text(days: int) -> str:
    """Write days as years of 365.25 days with one decimal."""
    return f"{days / 365.25:.1f}"


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
