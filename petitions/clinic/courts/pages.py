"""What the pages of the directory of courts show: the counties, one county with its facts, and what was changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext

from petitions.access.organizations.profiles import version_of
from petitions.clinic.courts.words import FIELDS, place_name, shown
from petitions.courts.directory import shipped_directory
from petitions.courts.edits import Edit
from petitions.courts.facts import Entry, Fact, all_entries, entries_of
from petitions.courts.schema import field_of
from petitions.courts.slugs import slug_of, slug_of_place
from petitions.courts.stale import oldest_of
from petitions.courts.tables import shipped_tables
from petitions.records.court_edits.models import CourtEdit
from petitions.records.court_edits.reading import place_of_row


@dataclass(frozen=True, slots=True)
class CountyLine:
    """One county in the list. ``stale`` of ``known`` facts are over a year old; ``oldest`` None: no known day, or none."""

    name: str
    slug: str
    known: int
    stale: int
    stale_main: int
    """Of those that most papers of the county print."""
    oldest: date | None


@dataclass(frozen=True, slots=True)
class Found:
    """Where and when facts were found. ``checked`` None: on no known day; ``by_year``: only the year is known."""

    source: str
    checked: date | None
    by_year: bool
    is_stale: bool


@dataclass(frozen=True, slots=True)
class FactLine:
    """One fact as the page shows it."""

    name: str
    says: str
    is_known: bool
    found: Found | None
    """Where and when, if that is not the same as for most of the row; None too where nothing can be looked up."""


@dataclass(frozen=True, slots=True)
class EntryPanel:
    """One row of the directory with its facts."""

    title: str
    slug: str
    is_main: bool
    is_courthouse: bool
    facts: tuple[FactLine, ...]
    found: Found | None
    """Where and when most of them were found."""
    stale: int
    can_be_confirmed: bool
    version: str
    """A mark of what the facts say, so that nobody confirms what they did not see."""
    website: str


@dataclass(frozen=True, slots=True)
class Changed:
    """One fact in the history."""

    about: str
    name: str
    before: str
    after: str
    is_confirmation: bool
    is_taken_back: bool


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """What was saved together: who, when, where it was found; ``id`` names it."""

    id: str
    at: datetime
    who: str
    takes_back: bool
    source: str
    checked: date | None
    facts: tuple[Changed, ...]

    @property
    def can_be_taken_back(self) -> bool:
        """Say whether something of it still stands."""
        return not self.takes_back and not all(one.is_taken_back for one in self.facts)


def county_lines(edits: Iterable[Edit], *, on: date) -> list[CountyLine]:
    """Return the counties: where something that papers print is stale first, the oldest first, then by name."""
    by_county: dict[str, list[Entry]] = {}
    for entry in all_entries(shipped=shipped_tables(), edits=edits):
        by_county.setdefault(entry.place.county, []).append(entry)
    found = [_county_line(name, entries, on=on) for name, entries in by_county.items()]
    return sorted(found, key=_stale_first)


def county_panels(county: str, edits: Iterable[Edit], *, on: date) -> list[EntryPanel]:
    """Return the rows of a county."""
    return [_panel(one, on=on) for one in entries_of(county, shipped=shipped_tables(), edits=edits)]


def history(rows: Sequence[CourtEdit]) -> list[ChangeLine]:
    """Return what was changed, the newest first."""
    taken = {row.takes_back_id for row in rows if row.takes_back_id}
    by_pk = {row.pk: row for row in rows}
    groups: dict[str, list[CourtEdit]] = {}
    for row in rows:
        groups.setdefault(row.change, []).append(row)
    return [_change_line(group, by_pk, taken) for group in reversed(groups.values())]


def cautions(county: str) -> list[str]:
    """Return what the project notes about a county for staff."""
    return [note.text for note in shipped_directory().notes(county)]


def _county_line(name: str, entries: Sequence[Entry], *, on: date) -> CountyLine:
    facts = [fact for entry in entries for fact in entry.facts if fact.can_grow_old]
    stale = [fact for entry in entries for fact in entry.stale(on=on)]
    main = [fact for entry in entries if entry.is_main for fact in entry.stale(on=on)]
    return CountyLine(
        name, slug_of(name), len(facts), len(stale), len(main), oldest_of(main or stale or facts)
    )


def _stale_first(one: CountyLine) -> tuple[bool, bool, date, str]:
    return (not one.stale_main, not one.stale, one.oldest or date.min, one.name)


def _panel(entry: Entry, *, on: date) -> EntryPanel:
    known = Counter(_found(fact, on=on) for fact in entry.facts if fact.can_grow_old)
    most = known.most_common(1)[0][0] if known else None
    return EntryPanel(
        title=place_name(entry.place),
        slug=slug_of_place(entry.place),
        is_main=entry.is_main,
        is_courthouse=bool(entry.place.name),
        facts=tuple(_fact_line(fact, most, on=on) for fact in entry.facts),
        found=most,
        stale=len(entry.stale(on=on)),
        can_be_confirmed=entry.can_be_confirmed,
        version=version_of(entry.values),
        website=entry.values.get("website", ""),
    )


def _fact_line(fact: Fact, most: Found | None, *, on: date) -> FactLine:
    own = _found(fact, on=on) if fact.can_grow_old else None
    return FactLine(
        name=str(FIELDS[fact.field.name]),
        says=shown(fact.field, fact.value),
        is_known=bool(fact.value),
        found=own if own != most else None,
    )


def _found(fact: Fact, *, on: date) -> Found:
    return Found(fact.source, fact.checked, fact.by_year, fact.is_stale(on=on))


def _change_line(group: Sequence[CourtEdit], by_pk: dict[int, CourtEdit], taken: set[int]) -> ChangeLine:
    first = group[0]
    return ChangeLine(
        id=first.change,
        at=first.at,
        who=first.user.shown_name if first.user else gettext("a command of the site"),
        takes_back=first.takes_back_id is not None,
        source=first.source,
        checked=first.checked,
        facts=tuple(_changed(row, by_pk, taken) for row in group),
    )


def _changed(row: CourtEdit, by_pk: dict[int, CourtEdit], taken: set[int]) -> Changed:
    """Say what a row changed; one that takes another back shows that one's values the other way round."""
    place, meant = place_of_row(row), by_pk[row.takes_back_id] if row.takes_back_id else row
    field = field_of(place.table, row.field)
    before, after = (meant.before, meant.value) if meant is row else (meant.value, meant.before)
    return Changed(
        about=place_name(place),
        name=str(FIELDS.get(row.field, row.field)),
        before=shown(field, before),
        after=shown(field, after),
        is_confirmation=before == after,
        is_taken_back=row.pk in taken,
    )
