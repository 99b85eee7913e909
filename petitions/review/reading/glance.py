"""Glances at the bytes of rows: which of them may bear on a tally, or be a problem. Only those need to be read.

It takes a row too many where it cannot tell; it never leaves one out that ``needed_rows`` would keep for a tally, or
that ``doubtful_rows`` would name.
"""

from __future__ import annotations

from functools import reduce
from operator import or_

import numpy as np

from petitions.review.reading.bits import Flags, Numbers, Words
from petitions.review.reading.fields import WORD, Field, Fields, word

_LOOKED_AT = (
    "SUBJECT_ID", "PRI_DOB", "RACE_DESCR", "STP_EVENT_DATE", "STP_TYPE_DESCR", "CNT_ORDER", "DISP_DESCR",
)  # fmt: skip
_MOST_WORDS = 7
_STEPS = ("DECEASED", "REGISTRATION")
_CASE = 6
_FIRST_BYTE = np.uint64(0xFF)
_EVERY_TOP_BIT = np.uint64(0x8080808080808080)
_EVERY_NOUGHT = np.uint64(0x3030303030303030)
_ABOVE_NINE = np.uint64(0x7676767676767676)
"""Added to the bytes of a number, it sets the top bit of each that is more than nine."""
_LAST_DAYS = np.array([0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31, *[0] * 87], np.uint64)
"""By month, a day that it has in every year."""


def may_bear(fields: Fields, *, lines: Numbers) -> Flags:
    """Tell which of the rows may; ``lines`` are their lines in the piece."""
    person, birth, race, event, step, key, disposed = fields.named(*_LOOKED_AT)
    return reduce(
        or_,
        (
            _may_be(disposed.word, "CONVICTED"),
            _may_be(step.word, *_STEPS),
            _may_be(step.word, "COURT ACTION") & _may_lack_key(key),
            _may_be(person.word, ""),
            _may_be_no_date(birth),
            _may_be_no_date(event),
            *(_changes(one) for one in (person, birth, race)),
            np.diff(lines, prepend=-2) != 1,  # what stands between was not glanced at
        ),
    )


def _may_be(words: Words, *texts: str) -> Flags:
    """Tell where a field begins like one of the texts, or in quotes."""
    found = _is_quoted(words)
    for text in texts:
        found |= words == word(text.encode())
    return found


def _is_quoted(words: Words) -> Flags:
    found: Flags = words & _FIRST_BYTE == word(b'"')
    return found


def _may_lack_key(keys: Field) -> Flags:
    is_not_ascii = keys.word & _EVERY_TOP_BIT != 0
    found: Flags = (keys.lengths < _CASE) | _is_quoted(keys.word) | is_not_ascii
    return found


def _may_be_no_date(dates: Field) -> Flags:
    """Tell where the field is neither empty nor plainly a day."""
    digits = dates.word ^ _EVERY_NOUGHT
    are_digits = (digits | (digits + _ABOVE_NINE)) & _EVERY_TOP_BIT == 0
    digits[~are_digits] = 0
    month, day = _two(digits, 4), _two(digits, 6)
    is_day = (day > 0) & (day <= _LAST_DAYS[month]) & (digits & _FIRST_BYTE != 0)
    found: Flags = (dates.lengths != 0) & ~((dates.lengths == WORD) & is_day)
    return found


def _two(digits: Words, place: int) -> Words:
    """Return the number that two digits make."""
    tens, ones = (digits >> np.uint64(8 * at) & _FIRST_BYTE for at in (place, place + 1))
    two: Words = tens * np.uint64(10) + ones
    return two


def _changes(field: Field) -> Flags:
    """Tell where a field is not that of the row before, or too long to compare."""
    changes = _differs_from_before(field.lengths) | (field.lengths > WORD * _MOST_WORDS)
    changes |= _differs_from_before(field.word)
    for number in range(1, min(-(-int(field.lengths.max(initial=0)) // WORD), _MOST_WORDS)):
        changes |= _differs_from_before(field.later_word(number))
    return changes


def _differs_from_before(values: Numbers | Words) -> Flags:
    found = np.ones(len(values), np.bool_)
    np.not_equal(values[1:], values[:-1], out=found[1:])
    return found
