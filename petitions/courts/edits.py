"""Lays what staff have changed over the package's tables; neither the tables nor the changes are altered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from petitions.courts.days import checked_on
from petitions.courts.schema import field_of, fields_of
from petitions.courts.tables import Place, Row, Table, Tables, columns, place_of

_BETWEEN = " ; "
"""What stands between the sources of one row."""
_OF_THE_BUILDING = ("street", "city", "zip")


@dataclass(frozen=True, slots=True)
class Edit:
    """One fact as somebody found it: its value (blank: not known), where, and on which day."""

    place: Place
    field: str
    value: str
    source: str
    checked: date


Edits = Mapping[str, Edit]
"""The edits of one row, by field."""


def laid_over(tables: Tables, edits: Iterable[Edit]) -> Tables:
    """Return the tables with the edits in place of what they change; each fact has at most one edit.

    An edit of a row that the tables do not have is left out, unless the table has room for a county of its own there.
    """
    by_place: dict[Place, dict[str, Edit]] = defaultdict(dict)
    for edit in sorted(edits, key=lambda one: (one.place, one.field)):
        by_place[edit.place][edit.field] = edit
    return {table: _with_new(table, rows, by_place, tables) for table, rows in tables.items()}


def edits_that_hold(row: Row, edits: Edits) -> Edits:
    """Return the edits of a row that are not older than what the package says of it."""
    shipped = checked_on(row)
    return {name: one for name, one in edits.items() if shipped is None or one.checked >= shipped}


def _with_new(
    table: Table, rows: tuple[Row, ...], by_place: Mapping[Place, Edits], tables: Tables
) -> tuple[Row, ...]:
    found = [changed(row, _edits_of(table, row, rows, by_place)) for row in rows]
    if table is Table.PUBLIC_DEFENDERS:
        found += [changed(row, by_place[place_of(table, row)]) for row in _missing(rows, tables, by_place)]
        found = sorted((row for row in found if row["source"]), key=lambda row: row["county"])
    return tuple(found)


def _edits_of(table: Table, row: Row, rows: tuple[Row, ...], by_place: Mapping[Place, Edits]) -> Edits:
    """Return the edits of a row; another name of the main building moves with it."""
    own = by_place.get(place_of(table, row), {})
    if table is not Table.COURTHOUSES or row["main"] == "yes":
        return own
    same = next((one for one in rows if one["main"] == "yes" and _building(one) == _building(row)), None)
    moved = by_place.get(place_of(table, same), {}) if same else {}
    return {**{name: moved[name] for name in _OF_THE_BUILDING if name in moved}, **own}


def _building(row: Row) -> tuple[str, ...]:
    return row["county"], row["street"].casefold(), row["zip"]


def _missing(rows: tuple[Row, ...], tables: Tables, by_place: Mapping[Place, Edits]) -> list[Row]:
    """Return blank rows for the counties that have none and of which something was found."""
    there = {row["county"] for row in rows}
    counties = {row["county"] for row in tables[Table.COUNTIES]}
    wanted = {place.county for place in by_place if place.table is Table.PUBLIC_DEFENDERS}
    return [blank_row(Table.PUBLIC_DEFENDERS, county) for county in sorted((wanted & counties) - there)]


def blank_row(table: Table, county: str) -> Row:
    """Return the row of a county of which nothing is known."""
    return {**dict.fromkeys(columns(table), ""), "county": county}


def changed(row: Row, edits: Edits) -> Row:
    """Return a row with its edits: the new cells, and source, year and day of the row as a whole."""
    holding = edits_that_hold(row, edits)
    if not holding:
        return row
    table = next(iter(holding.values())).place.table
    cells = {**row, **{name: one.value for name, one in holding.items()}}
    facts = facts_in(table, cells)
    if not facts and table is not Table.COUNTIES:
        return {**cells, **dict.fromkeys(("source", "source_year", "checked", "confidence"), "")}
    untouched = [name for name in facts if name not in holding]
    return {**cells, **_provenance(row, holding, facts=facts, untouched=untouched)}


def facts_in(table: Table, row: Row) -> list[str]:
    """Name the facts of a row that are known and can be looked up."""
    return [field.name for field in fields_of(table) if field.grows_old and row[field.name]]


def _provenance(row: Row, edits: Edits, *, facts: list[str], untouched: list[str]) -> Row:
    """Return where the row as a whole was found, and when: as old as the oldest of its facts."""
    found = [edits[name] for name in edits if name in facts] or [*edits.values()]
    if untouched and row["source"]:
        more = [told for told in _told(found) if told not in row["source"]]
        return {"source": _BETWEEN.join([row["source"], *more])}
    oldest = min(one.checked for one in found)
    sources = dict.fromkeys(one.source for one in found)
    return {
        "source": _BETWEEN.join(sources),
        "source_year": str(oldest.year),
        "checked": oldest.isoformat(),
    }


def _told(edits: Iterable[Edit]) -> list[str]:
    """Name each new source with the facts that it is for."""
    names: dict[tuple[str, date], list[str]] = defaultdict(list)
    for one in edits:
        field = field_of(one.place.table, one.field)
        if field and field.grows_old:
            names[one.source, one.checked].append(one.field.replace("_", " "))
    return [
        source if source.endswith(f"checked {day})") else f"{source} ({', '.join(named)}; checked {day})"
        for (source, day), named in names.items()
    ]
