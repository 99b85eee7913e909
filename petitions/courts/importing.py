"""Says row by row what a data file that somebody has changed would change; all of it is good, or none is taken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from petitions.courts.changing import Change, changes_in, confirmations, problem_of_day
from petitions.courts.edits import Edit, laid_over
from petitions.courts.facts import Entry, Fact, find_entry
from petitions.courts.import_files import BadImport, Line, read_table
from petitions.courts.schema import fields_of, problem_of, problem_of_source, tidy
from petitions.courts.tables import Place, Row, Table, Tables, columns, place_of

NO_COUNTY = "county: This is not a county of California. Check its spelling."
NO_COURTHOUSE = "courthouse: The directory has no courthouse of this name in this county. A new one is a row in the project."
ANOTHER_NAME = "courthouse: This is another name of the main building. Change the row of the main one."
TWICE = "This row stands in the file twice. Keep one of the two."
FIXED = "{name}: This cannot be changed here."
NO_DAY = "checked: Write the day on which somebody looked, like 2026-11-29."
NOT_A_DAY = "checked: This is not a day. Write it like 2026-11-29."
_ABOUT_THE_ROW = ("source", "source_year", "checked")
_DAYS = ("%Y-%m-%d", "%m/%d/%Y")


@dataclass(frozen=True, slots=True)
class Proposed:
    """What one row of the file would change."""

    line: int
    place: Place
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known before the file is taken. ``now``: the files as they would be exported."""

    shipped: Tables
    now: Tables
    edits: tuple[Edit, ...]
    on: date

    def row(self, place: Place) -> Row:
        """Return a row as it would be exported; empty where the files have none."""
        return next((row for row in self.now[place.table] if place_of(place.table, row) == place), {})


def proposals(text: str, *, shipped: Tables, edits: Iterable[Edit], on: date) -> tuple[Proposed, ...]:
    """Return what each row would change, in the order of the file; raise BadImport with every row that is not good."""
    holding = tuple(edits)
    known = _Known(shipped, laid_over(shipped, holding), holding, on)
    table, lines = read_table(text)
    found: dict[Place, Proposed] = {}
    problems: list[tuple[int, str]] = []
    for line in lines:
        place = place_of(table, line.cells)
        if place in found:
            problems.append((line.number, TWICE))
            continue
        try:
            found[place] = Proposed(line.number, place, _changes(place, line, known))
        except BadImport as bad:
            problems += bad.problems
    if problems:
        raise BadImport(*problems)
    return tuple(one for one in found.values() if one.changes)


def _changes(place: Place, line: Line, known: _Known) -> tuple[Change, ...]:
    """Return what one row would change; raise BadImport with all that is wrong with it."""
    row = known.row(place)
    if dict(line.cells) == dict(row):
        return ()
    entry = _entry(place, line, known)
    values = {field.name: tidy(field, line.cells[field.name]) for field in fields_of(place.table)}
    differing = [fact for fact in entry.facts if values[fact.field.name] != fact.value]
    found = _Found(line.cells["source"], row.get("source", ""), _day(line))
    problems = [
        *_fixed(place.table, line, row),
        *_unfit(values, differing),
        *found.problems(differing, on=known.on),
    ]
    if problems:
        raise BadImport(*((line.number, sentence) for sentence in problems))
    if found.checked is None:
        return ()
    changed = changes_in(entry, values, source=found.source, checked=found.checked)
    names = [one.edit.field for one in changed]
    return (*changed, *confirmations(entry, checked=found.checked, source=found.new_source, but=names))


@dataclass(frozen=True, slots=True)
class _Found:
    """Where and when a row says that it was found; ``known_source`` is what the files have."""

    source: str
    known_source: str
    checked: date | None

    @property
    def new_source(self) -> str:
        """Return the source where it is another one than before."""
        return "" if self.source == self.known_source else self.source

    def problems(self, differing: Sequence[Fact], *, on: date) -> Iterator[str]:
        """Say what is missing or wrong, where something differs at all."""
        if not (differing or self.new_source or self.checked):
            return
        problem = problem_of_source(self.source) if self.new_source or (differing and not self.source) else ""
        if problem:
            yield f"source: {problem}"
        if self.checked is None:
            yield NO_DAY
        elif day := problem_of_day(self.checked, facts=differing, on=on):
            yield f"checked: {day}"


def _entry(place: Place, line: Line, known: _Known) -> Entry:
    if place.county not in {row["county"] for row in known.shipped[Table.COUNTIES]}:
        raise BadImport((line.number, NO_COUNTY))
    found = find_entry(place, shipped=known.shipped, edits=known.edits)
    if found is None:
        raise BadImport((line.number, ANOTHER_NAME if known.row(place) else NO_COURTHOUSE))
    return found


def _fixed(table: Table, line: Line, row: Row) -> Iterator[str]:
    """Name the columns that nobody may change and that differ."""
    free = {*_ABOUT_THE_ROW, *(field.name for field in fields_of(table))}
    for name in columns(table):
        if row and name not in free and line.cells[name] != row[name]:
            yield FIXED.format(name=name)


def _unfit(values: Mapping[str, str], differing: Sequence[Fact]) -> Iterator[str]:
    """Say of each value that differs why it cannot stand there; what stands there already is not judged anew."""
    for fact in differing:
        problem = problem_of(fact.field, values[fact.field.name])
        if problem:
            yield f"{fact.field.name}: {problem}"


def _day(line: Line) -> date | None:
    """Read a day as it is exported, or as spreadsheet programs write it; raise BadImport where it is none."""
    text = line.cells["checked"]
    for form in _DAYS if text else ():
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007 - a day, no time
        except ValueError:
            continue
    if text:
        raise BadImport((line.number, NOT_A_DAY))
    return None
