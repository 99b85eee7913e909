"""The county directory: finds courts, prosecutors and defenders by the county name a person types."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Protocol, TypeVar

from petitions.courts import rows
from petitions.courts.current import tables_now
from petitions.courts.entries import (
    Confidence,
    County,
    Courthouse,
    MassRelief,
    Note,
    Prosecutor,
    PublicDefender,
    Source,
)
from petitions.courts.tables import Table, Tables, shipped_tables

__all__ = [
    "Confidence",
    "County",
    "Courthouse",
    "Directory",
    "MassRelief",
    "Note",
    "Prosecutor",
    "PublicDefender",
    "Source",
    "load_directory",
    "same_name",
    "shipped_directory",
]


def same_name(name: str) -> str:
    """Fold a county's or courthouse's name for comparing: no case, no extra spaces, no "County"."""
    words = name.casefold().replace(",", " ").split()
    if words[:2] == ["county", "of"]:
        words = words[2:]
    return " ".join(words[:-1] if words[-1:] == ["county"] else words)


class _OfCounty(Protocol):
    @property
    def county(self) -> str | None: ...


_Entry = TypeVar("_Entry", bound=_OfCounty)


def _by_county(entries: Iterable[_Entry]) -> dict[str, tuple[_Entry, ...]]:
    groups: dict[str, list[_Entry]] = defaultdict(list)
    for entry in entries:
        groups[same_name(entry.county or "")].append(entry)
    return {name: tuple(group) for name, group in groups.items()}


@dataclass(frozen=True)
class Directory:
    """All entries. Look-ups take a county's name in any spelling; an unknown county finds nothing."""

    counties: tuple[County, ...]
    all_courthouses: tuple[Courthouse, ...]
    all_prosecutors: tuple[Prosecutor, ...]
    all_public_defenders: tuple[PublicDefender, ...]
    all_notes: tuple[Note, ...]
    all_mass_relief: tuple[MassRelief, ...]

    def county(self, name: str) -> County | None:
        """Find a county, without regard to case, spaces or the word "County"."""
        return self._counties.get(same_name(name))

    def courthouses(self, county: str) -> tuple[Courthouse, ...]:
        """Return a county's courthouses, the main one first, each building once."""
        found = self._courthouses.get(same_name(county), ())
        main = [entry for entry in found if entry.is_main]
        return (*main, *(entry for entry in found if not any(_same_building(entry, one) for one in main)))

    def main_courthouse(self, county: str) -> Courthouse | None:
        """Return the courthouse where a county's criminal papers go."""
        return next(iter(self.courthouses(county)), None)

    def courthouse(self, county: str, name: str) -> Courthouse | None:
        """Find a courthouse by name; another name of the main building finds the main entry."""
        found = self._courthouses.get(same_name(county), ())
        wanted = " ".join(name.casefold().split())
        entry = next((one for one in found if " ".join(one.name.casefold().split()) == wanted), None)
        main = self.main_courthouse(county)
        return main if entry and main and _same_building(entry, main) else entry

    def prosecutor(self, county: str) -> Prosecutor | None:
        """Return a county's district attorney."""
        return next(iter(self._prosecutors.get(same_name(county), ())), None)

    def public_defender(self, county: str) -> PublicDefender | None:
        """Return how to reach a county's public defender, where known."""
        return next(iter(self._public_defenders.get(same_name(county), ())), None)

    def notes(self, county: str) -> tuple[Note, ...]:
        """Return the cautions about a county."""
        return self._notes.get(same_name(county), ())

    def mass_relief(self, county: str) -> tuple[MassRelief, ...]:
        """Return what is published on bulk clearing in one county."""
        return self._mass_relief.get(same_name(county), ())

    @property
    def statewide_relief(self) -> tuple[MassRelief, ...]:
        """Return what is published on bulk clearing in the whole state."""
        return self._mass_relief.get("", ())

    @cached_property
    def _counties(self) -> dict[str, County]:
        return {same_name(county.name): county for county in self.counties}

    @cached_property
    def _courthouses(self) -> dict[str, tuple[Courthouse, ...]]:
        return _by_county(self.all_courthouses)

    @cached_property
    def _prosecutors(self) -> dict[str, tuple[Prosecutor, ...]]:
        return _by_county(self.all_prosecutors)

    @cached_property
    def _public_defenders(self) -> dict[str, tuple[PublicDefender, ...]]:
        return _by_county(self.all_public_defenders)

    @cached_property
    def _notes(self) -> dict[str, tuple[Note, ...]]:
        return _by_county(self.all_notes)

    @cached_property
    def _mass_relief(self) -> dict[str, tuple[MassRelief, ...]]:
        return _by_county(self.all_mass_relief)


def _same_building(one: Courthouse, other: Courthouse) -> bool:
    return one is other or (one.street.casefold(), one.zip) == (other.street.casefold(), other.zip)


def load_directory() -> Directory:
    """Return the directory as it is now: the package's data, with what staff of this site have changed."""
    tables = tables_now()
    shipped = shipped_directory()
    return shipped if tables is shipped_tables() else _latest(tables)


@lru_cache(maxsize=1)
def shipped_directory() -> Directory:
    """Return the directory as the package has it; which counties there are, and their names, nobody changes."""
    return _directory_of(shipped_tables())


_made: tuple[Tables, Directory] | None = None


def _latest(tables: Tables) -> Directory:
    """Return the directory of these tables; it is made once for each."""
    global _made  # noqa: PLW0603 - one directory for the process, replaced whole
    made = _made
    if made is None or made[0] is not tables:
        made = _made = tables, _directory_of(tables)
    return made[1]


def _directory_of(tables: Tables) -> Directory:
    return Directory(
        counties=tuple(rows.counties(tables[Table.COUNTIES])),
        all_courthouses=tuple(rows.courthouses(tables[Table.COURTHOUSES])),
        all_prosecutors=tuple(rows.prosecutors(tables[Table.PROSECUTORS])),
        all_public_defenders=tuple(rows.public_defenders(tables[Table.PUBLIC_DEFENDERS])),
        all_notes=tuple(rows.notes()),
        all_mass_relief=tuple(rows.mass_relief()),
    )
