"""Reads the dates of a sheet: eight digits, year first, with what a picture or a printer does to them."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from petitions.rapsheet.lines.confusables import as_digits

_PLAIN = re.compile(r"(\d{8})(?!\d)")
_WORN = re.compile(r"[.,' ]{0,3}([0-9OQDILSBZG|!](?:[., ]{0,2}[0-9OQDILSBZG|!]){7})(?![0-9])")
"""Eight signs that may be digits, with stray points and blanks among them. Bounded everywhere: linear."""
_JUNK = str.maketrans("", "", "., ")
_FIRST_YEAR = 1880
_FEWEST_DIGITS = 6


class ReadDate(NamedTuple):
    """A date at the start of a text. ``day`` None: eight digits that are no day. ``end``: where it ends."""

    day: date | None
    end: int
    repaired: bool


def date_at_start(text: str) -> ReadDate | None:
    """Return the date with which a text begins; None where it does not begin with eight digits."""
    plain = _PLAIN.match(text)
    if plain:
        return ReadDate(day_of(plain[1]), plain.end(), repaired=False)
    worn = _WORN.match(text)
    if worn is None:
        return None
    signs = worn[1].translate(_JUNK)
    letters = len(signs) - sum(sign.isdigit() for sign in signs)
    day = day_of(as_digits(signs))
    if (letters and day is None) or len(signs) - letters < _FEWEST_DIGITS:
        return None
    return ReadDate(day, worn.end(), repaired=True)


def day_of(digits: str) -> date | None:
    """Return the day that eight digits name; None where there is no such day."""
    try:
        day = date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return None
    return day if day.year >= _FIRST_YEAR else None


def read_day(text: str) -> date | None:
    """Return the day of a text that is a date and nothing else."""
    found = date_at_start(text.strip())
    return found.day if found else None
