"""Measures sentence parts in hours, as the peer's units have them, and what its counter makes of very long ones."""

from __future__ import annotations

import re

import polars as pl

HOURS = {"D": 24, "M": 732, "Y": 8784}
"""A month of 30.5 days, and a year of 366."""
_LONGEST = 10_000 * 8784
"""Hours beyond which no date is counted: ten thousand years."""
_WHOLE = re.compile(r"[+-]?\d{1,18}", re.ASCII)
_HOUR = 3_600 * 10**9
_WRAP = 1 << 64


def hours_of(parts: pl.DataFrame) -> pl.DataFrame:
    """Return hours, and the peer's hours, for each distinct SENT_LENGTH and SENT_TIME_CODE."""
    distinct = parts.select("SENT_LENGTH", "SENT_TIME_CODE").unique()
    read = [(length, code, hours(length, code), peer_hours(length, code)) for length, code in distinct.rows()]
    return pl.DataFrame(
        read,
        schema={
            "SENT_LENGTH": pl.String,
            "SENT_TIME_CODE": pl.String,
            "hours": pl.Int64,
            "peer_hours": pl.Int64,
        },
        orient="row",
    )


def hours(length: str, code: str) -> int:
    """Return the length of a part; what is no whole number, or no known unit, is none."""
    if code not in HOURS or not _WHOLE.fullmatch(length):
        return 0
    return max(-_LONGEST, min(_LONGEST, int(length) * HOURS[code]))


def peer_hours(length: str, code: str) -> int:
    """Return what the peer makes of it: nanoseconds in 64 bits, so that 999 years end up in the past."""
    if code not in HOURS or not _WHOLE.fullmatch(length):
        return 0
    nanoseconds = int(length) * HOURS[code] * _HOUR
    wrapped = (nanoseconds + _WRAP // 2) % _WRAP - _WRAP // 2
    return wrapped // _HOUR
