"""The facts of a county one by one: what each says, where it was found, and when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from petitions.courts.days import checked_on, is_stale
from petitions.courts.edits import Edit, Edits, blank_row, edits_that_hold
from petitions.courts.schema import Field, fields_of
from petitions.courts.tables import Place, Row, Table, Tables, place_of


@dataclass(frozen=True, slots=True)
class Fact:
    """One field of one row. ``checked`` None: on no day that is known, ``by_year``: some day of its year. Blank: not known."""

    place: Place
    field: Field
    value: str
    source: str
    checked: date | None
    by_year: bool = False

    @property
    def can_grow_old(self) -> bool:
        """Say whether this is known, and can be looked up."""
        return bool(self.value) and self.field.grows_old

    def is_stale(self, *, on: date) -> bool:
        """Say whether it was checked more than a year ago."""
        return self.can_grow_old and is_stale(self.checked, on=on)


@dataclass(frozen=True, slots=True)
class Entry:
    """One row as a page shows it. ``is_main``: what most papers of the county print."""

    place: Place
    is_main: bool
    facts: tuple[Fact, ...]

    def stale(self, *, on: date) -> tuple[Fact, ...]:
        """Return the facts that were checked more than a year ago."""
        return tuple(fact for fact in self.facts if fact.is_stale(on=on))

    @property
    def values(self) -> dict[str, str]:
        """Return what the fields say, by name."""
        return {fact.field.name: fact.value for fact in self.facts}

    @property
    def can_be_confirmed(self) -> bool:
        """Say whether something is known that somebody can find to be still right."""
        return any(fact.can_grow_old and fact.source for fact in self.facts)


def entries_of(county: str, *, shipped: Tables, edits: Iterable[Edit]) -> tuple[Entry, ...]:
    """Return the rows of a county: its court, courthouses (main one first), prosecutor, public defender."""
    by_place: dict[Place, dict[str, Edit]] = {}
    for edit in edits:
        by_place.setdefault(edit.place, {})[edit.field] = edit
    return tuple(
        _entry(table, row, by_place.get(place_of(table, row), {}))
        for table in Table
        for row in _rows(shipped, table, county)
    )


def all_entries(*, shipped: Tables, edits: Iterable[Edit]) -> Iterator[Entry]:
    """Yield the rows of all counties, county by county."""
    known = [*edits]
    for row in shipped[Table.COUNTIES]:
        own = [edit for edit in known if edit.place.county == row["county"]]
        yield from entries_of(row["county"], shipped=shipped, edits=own)


def find_entry(place: Place, *, shipped: Tables, edits: Iterable[Edit]) -> Entry | None:
    """Find one row."""
    found = entries_of(place.county, shipped=shipped, edits=edits)
    return next((entry for entry in found if entry.place == place), None)


def _rows(shipped: Tables, table: Table, county: str) -> Iterator[Row]:
    """Yield the rows of a county, each building once; a county without a public defender has a blank one."""
    found = [row for row in shipped[table] if row["county"] == county]
    if table is Table.PUBLIC_DEFENDERS and not found:
        yield blank_row(table, county)
    if table is not Table.COURTHOUSES:
        yield from found
        return
    mains = [row for row in found if row["main"] == "yes"]
    yield from mains
    taken = {(row["street"].casefold(), row["zip"]) for row in mains}
    yield from (
        row for row in found if row["main"] != "yes" and (row["street"].casefold(), row["zip"]) not in taken
    )


def _entry(table: Table, row: Row, edits: Edits) -> Entry:
    holding = edits_that_hold(row, edits)
    is_main = table is not Table.COURTHOUSES or row["main"] == "yes"
    place = place_of(table, row)
    facts = tuple(_fact(field, place, row, holding.get(field.name)) for field in fields_of(table))
    return Entry(place, is_main, facts)


def _fact(field: Field, place: Place, row: Row, edit: Edit | None) -> Fact:
    if edit:
        return Fact(place, field, edit.value, edit.source, edit.checked)
    return Fact(place, field, row[field.name], row["source"], checked_on(row), by_year=not row["checked"])
