"""The days that a person may want to keep in mind: their own day for a call, and hearings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from petitions.interview.after.trackers import (
    Step,
    call_mark,
    call_on,
    mark_of,
    step_of,
    steps_of,
    tracked_places,
)
from petitions.interview.answers import Answers

CALL_AFTER = {"14": timedelta(days=14), "30": timedelta(days=30), "60": timedelta(days=60)}
"""The days that the page offers for a call, from today. The law sets none of them."""
_BEFORE_A_HEARING = timedelta(days=2)


class Kind(StrEnum):
    """What a day is for."""

    CALL = "call"
    BE_THERE = "be-there"


@dataclass(frozen=True, slots=True)
class KeptDay:
    """One day to keep in mind; ``mark`` stays the same when the day is changed, ``place`` is the case's key."""

    on: date
    kind: Kind
    mark: str
    place: str


def kept_days(answers: Answers, *, on: date) -> tuple[KeptDay, ...]:
    """Return the days that are still to come, in their order."""
    found = (day for day in (*_call(answers), *_hearings(answers)) if day.on >= on)
    return tuple(sorted(found, key=lambda day: (day.on, day.kind, day.place)))


def mail_days(answers: Answers, *, on: date, last: date) -> tuple[date, ...]:
    """Return the days on which to write: that of a call, and two days before a hearing."""
    days = {
        day.on - _BEFORE_A_HEARING if day.kind is Kind.BE_THERE else day.on
        for day in kept_days(answers, on=on)
    }
    return tuple(sorted(day for day in days if on < day <= last))


def _call(answers: Answers) -> Iterator[KeptDay]:
    day = call_on(answers)
    if day:
        yield KeptDay(date.fromisoformat(day), Kind.CALL, call_mark(answers), "")


def _hearings(answers: Answers) -> Iterator[KeptDay]:
    for place in tracked_places(answers):
        answer = step_of(answers, place, Step.ANSWERED) or {}
        is_open = Step.DECIDED not in steps_of(answers, place)
        if answer.get("hearing_on") and is_open:
            yield KeptDay(
                date.fromisoformat(answer["hearing_on"]), Kind.BE_THERE, mark_of(answers, place), place
            )
