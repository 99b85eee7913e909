"""How old a person was, as the age brackets that the Act tells apart (Fam. Code, § 6500)."""

from __future__ import annotations

from datetime import date

from petitions.law.facts import Span
from petitions.law.terms import AgeBracket

BRACKETS = (AgeBracket.UNDER_18, AgeBracket.FROM_18_TO_20, AgeBracket.FROM_21)
_BETWEEN = {
    (low, high): frozenset(BRACKETS[start : end + 1])
    for start, low in enumerate(BRACKETS)
    for end, high in enumerate(BRACKETS)
    if start <= end
}


def youngest(born: Span, day: date) -> int:
    """Return the lowest age in whole years that a person so born can have on that day."""
    return _age(born.last, day, leap_turns=(3, 1))


def oldest(born: Span, day: date) -> int:
    """Return the highest age in whole years that a person so born can have on that day."""
    return _age(born.first, day, leap_turns=(2, 28))


def bracket_of(age: int | AgeBracket) -> AgeBracket:
    """Return the bracket of a stated age."""
    if isinstance(age, AgeBracket):
        return age
    if age < 18:
        return AgeBracket.UNDER_18
    return AgeBracket.FROM_18_TO_20 if age < 21 else AgeBracket.FROM_21


def brackets_between(low: int, high: int) -> frozenset[AgeBracket]:
    """Return the brackets that the ages from low to high touch."""
    return _BETWEEN[bracket_of(low), bracket_of(high)]


def _age(born: date, day: date, *, leap_turns: tuple[int, int]) -> int:
    """Count birthdays; one on February 29 falls on ``leap_turns`` in a year that has no such day."""
    turns = (born.month, born.day)
    if turns == (2, 29) and not _is_leap(day.year):
        turns = leap_turns
    return day.year - born.year - ((day.month, day.day) < turns)


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
