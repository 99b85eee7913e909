"""The lines in which the ``courts`` command tells what is stale and what would change."""

from __future__ import annotations

from collections.abc import Iterator

from petitions.courts.changing import Change
from petitions.courts.importing import Proposed
from petitions.courts.stale import StaleEntry
from petitions.courts.tables import Place, Table

NOTHING_STALE = "Nothing was checked more than a year ago."
_TABLES = {
    Table.COUNTIES: "name of the court",
    Table.COURTHOUSES: "courthouse",
    Table.PROSECUTORS: "district attorney",
    Table.PUBLIC_DEFENDERS: "public defender",
}


def stale_lines(one: StaleEntry) -> Iterator[str]:
    """Say where, since when, and which facts; then the source."""
    day = one.oldest.isoformat() if one.oldest else "on no known day"
    since = f"in {one.oldest.year}" if one.oldest and one.by_year else day
    names = ", ".join(_words(fact.field.name) for fact in one.facts)
    yield f"{told_place(one.entry.place)}: last checked {since}: {names}"
    for source in dict.fromkeys(fact.source for fact in one.facts if fact.source):
        yield f"  {source}"


def change_lines(one: Proposed) -> Iterator[str]:
    """Say of each fact of a row what it was and what it would be; then what is still right."""
    place = told_place(one.place)
    for change in one.changes:
        if not change.is_confirmation:
            yield f"line {one.line}: {place}: {_words(change.edit.field)}: {_shown(change.before)} -> {_shown(change.edit.value)}"
    still = [_words(change.edit.field) for change in one.changes if change.is_confirmation]
    if still:
        yield f"line {one.line}: {place}: still right on {_day(one.changes)}: {', '.join(still)}"


def told_place(place: Place) -> str:
    """Name a row of the directory."""
    about = f"{_TABLES[place.table]} {place.name}".strip()
    return f"{place.county}, {about}"


def _day(changes: tuple[Change, ...]) -> str:
    return changes[0].edit.checked.isoformat()


def _shown(value: str) -> str:
    return value or "(not known)"


def _words(column: str) -> str:
    return column.replace("_", " ")
