"""What of the directory was checked more than a year ago."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from petitions.courts.edits import Edit
from petitions.courts.facts import Entry, Fact, all_entries
from petitions.courts.tables import Tables


@dataclass(frozen=True, slots=True)
class StaleEntry:
    """One row with its stale facts. ``oldest`` None: one of them was checked on no day that is known; ``by_year`` as there."""

    entry: Entry
    facts: tuple[Fact, ...]
    oldest: date | None
    by_year: bool


def stale_entries(*, shipped: Tables, edits: Iterable[Edit], on: date) -> list[StaleEntry]:
    """Return the rows with stale facts: first those that most papers of a county print, the oldest first."""
    found = [
        StaleEntry(entry, facts, oldest_of(facts), any(fact.by_year for fact in facts))
        for entry in all_entries(shipped=shipped, edits=edits)
        if (facts := entry.stale(on=on))
    ]
    return sorted(found, key=_order)


def oldest_of(facts: Sequence[Fact]) -> date | None:
    """Return the earliest day on which one of the facts was checked; None where one of them has none, or there are none."""
    days = [fact.checked for fact in facts]
    known = [day for day in days if day]
    return min(known) if known and len(known) == len(days) else None


def _order(one: StaleEntry) -> tuple[bool, date, str, str]:
    place = one.entry.place
    return (not one.entry.is_main, one.oldest or date.min, place.county, place.name)
