"""Turns what somebody found into edits: what differs from what is known, and what is still right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from petitions.courts.edits import Edit
from petitions.courts.facts import Entry, Fact


def _(text: str) -> str:
    return text


IN_THE_FUTURE = _("The day is in the future. Write the day on which you looked.")
CHECKED_LATER = _("Somebody checked this on a later day. Write the day on which you looked, if it is newer.")
TOO_LONG_AGO = _("The day is before 2010. Check the year.")
_FIRST_DAY = date(2010, 1, 1)


@dataclass(frozen=True, slots=True)
class Change:
    """An edit with what the fact said until then."""

    edit: Edit
    before: str

    @property
    def is_confirmation(self) -> bool:
        """Say whether the fact was found to be still right."""
        return self.edit.value == self.before


def changes_in(entry: Entry, values: Mapping[str, str], *, source: str, checked: date) -> tuple[Change, ...]:
    """Return the facts that say something else now; ``values`` are tidy."""
    return tuple(
        Change(Edit(fact.place, fact.field.name, value, source, checked), fact.value)
        for fact in entry.facts
        if (value := values.get(fact.field.name, fact.value)) != fact.value
    )


def confirmations(
    entry: Entry, *, checked: date, source: str = "", but: Iterable[str] = ()
) -> tuple[Change, ...]:
    """Return the known facts, each as still right on this day; those that were checked later stay as they are.

    ``source`` takes the place of their own where it is given; ``but`` names facts that are left out.
    """
    left_out = {*but}
    return tuple(
        Change(
            Edit(fact.place, fact.field.name, fact.value, source or fact.source, checked),
            fact.value,
        )
        for fact in entry.facts
        if fact.can_grow_old and (source or fact.source) and fact.field.name not in left_out
        if fact.checked is None or fact.checked < checked
    )


def problem_of_day(checked: date, *, facts: Iterable[Fact], on: date) -> str:
    """Return the sentence why facts cannot have been found on this day; empty where they can."""
    if checked > on:
        return IN_THE_FUTURE
    if checked < _FIRST_DAY:
        return TOO_LONG_AGO
    later = (fact for fact in facts if fact.can_grow_old and fact.checked and fact.checked > checked)
    return CHECKED_LATER if any(later) else ""
