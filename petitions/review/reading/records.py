"""Judges one record of comma-separated values that is not of the plain kind, by RFC 4180."""

from __future__ import annotations

import re

from petitions.review.columns import COLUMNS
from petitions.review.reading.reasons import Reason

MOST_LINES = 10
"""Lines that a record may have; a quote that is not closed by then never closes."""

_QUOTED = rb'"(?:[^"]++|"")*+"'
_FIELD = rb"(?:" + _QUOTED + rb'|[^",\n]*+)'
_WHOLE = re.compile(_FIELD + rb"(?:," + _FIELD + rb")*+")
_OPEN = re.compile(rb"(?:" + _FIELD + rb',)*+"(?:[^"]++|"")*+')
_IN_QUOTES = re.compile(_QUOTED)


def reason_against(record: bytes) -> Reason | None:
    """Return what is wrong with a record, without its line end; None where it is whole."""
    if _WHOLE.fullmatch(record):
        return None if _width(record) == len(COLUMNS) else Reason.WIDTH
    return Reason.OPEN_QUOTE if _OPEN.fullmatch(record) else Reason.STRAY_QUOTE


def lines_of_record(lines: list[bytes]) -> int:
    """Return how many of the lines make one whole record, the first of which opens a quote; 0 where none do."""
    record = lines[0]
    for count, line in enumerate(lines[1:MOST_LINES], start=2):
        record += b"\n" + line
        reason = reason_against(record)
        if reason is None:
            return count
        if reason is not Reason.OPEN_QUOTE:
            return 0
    return 0


def _width(record: bytes) -> int:
    return _IN_QUOTES.sub(b"", record).count(b",") + 1
