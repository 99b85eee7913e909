"""Reads a date of any precision from three boxes, and says it again in words."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

_MONTHS = (
    ("jan", "ene"),
    ("feb",),
    ("mar",),
    ("apr", "abr"),
    ("may",),
    ("jun",),
    ("jul",),
    ("aug", "ago"),
    ("sep", "set"),
    ("oct",),
    ("nov",),
    ("dec", "dic"),
)
_EARLIEST = 1900


def _(text: str) -> str:
    return text


NO_YEAR = _("Type the year. If you do not know it, choose “I’m not sure.”")
LONG_YEAR = _("Year must have 4 numbers, like 2005")
YEAR_RANGE = _("Check the year. It is too long ago")
NO_MONTH = _("Type the month too, or leave out the day")
BAD_MONTH = _("Month must be a number from 1 to 12, or a name like Jan")
BAD_DAY = _("Day must be a number from 1 to 31")
NO_SUCH_DAY = _("That month does not have that many days")
FUTURE = _("The date must be in the past")


class DateProblem(ValueError):
    """A date that cannot be read; ``box`` is month, day or year, ``sentence`` says what to do."""

    def __init__(self, sentence: str, *, box: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.box = box


@dataclass(frozen=True, slots=True)
class Boxes:
    """What stands in the three boxes, as typed."""

    month: str
    day: str
    year: str

    @property
    def are_empty(self) -> bool:
        """Say whether nothing was typed."""
        return not (self.month or self.day or self.year)


def read_date(boxes: Boxes, *, on: date) -> str:
    """Read ``2005``, ``2005-03`` or ``2005-03-02``; a DateProblem where there is no such day by ``on``."""
    year = _year(boxes.year)
    if not boxes.month:
        if boxes.day:
            raise DateProblem(NO_MONTH, box="month")
        return _past(f"{year:04}", date(year, 1, 1), on=on, box="year")
    month = _month(boxes.month)
    if not boxes.day:
        return _past(f"{year:04}-{month:02}", date(year, month, 1), on=on, box="month")
    day = _day(boxes.day, year=year, month=month)
    return _past(f"{year:04}-{month:02}-{day:02}", date(year, month, day), on=on, box="day")


def boxes_of(text: str) -> Boxes:
    """Split a stored date into what the boxes show."""
    year, month, day = (text.split("-") + ["", ""])[:3]
    return Boxes(month=month.lstrip("0"), day=day.lstrip("0"), year=year)


def last_day_of(text: str) -> date:
    """Return the last day that a stored date could be."""
    year, month, day = (int(part) if part else 0 for part in (text.split("-") + ["", ""])[:3])
    if not month:
        return date(year, 12, 31)
    return date(year, month, day or monthrange(year, month)[1])


def first_day_of(text: str) -> date:
    """Return the first day that a stored date could be."""
    year, month, day = (int(part) if part else 1 for part in (text.split("-") + ["", ""])[:3])
    return date(year, month, day)


def _year(typed: str) -> int:
    if not typed:
        raise DateProblem(NO_YEAR, box="year")
    number = _number(typed)
    if number is None or len(typed) != 4:
        raise DateProblem(LONG_YEAR, box="year")
    if number < _EARLIEST:
        raise DateProblem(YEAR_RANGE, box="year")
    return number


def _month(typed: str) -> int:
    number = _number(typed)
    if number is None:
        number = _named_month(typed)
    if number is None or not 1 <= number <= 12:
        raise DateProblem(BAD_MONTH, box="month")
    return number


def _named_month(typed: str) -> int | None:
    word = typed.casefold().rstrip(".")
    for number, names in enumerate(_MONTHS, start=1):
        if len(word) >= 3 and word.isalpha() and word.startswith(names):
            return number
    return None


def _day(typed: str, *, year: int, month: int) -> int:
    number = _number(typed)
    if number is None or not 1 <= number <= 31:
        raise DateProblem(BAD_DAY, box="day")
    if number > monthrange(year, month)[1]:
        raise DateProblem(NO_SUCH_DAY, box="day")
    return number


def _number(typed: str) -> int | None:
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= 4 else None


def _past(text: str, first: date, *, on: date, box: str) -> str:
    if first > on:
        raise DateProblem(FUTURE, box=box if first.year == on.year else "year")
    return text
