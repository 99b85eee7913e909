"""How a county and the rows of its directory are named in an address."""

from __future__ import annotations

import re
from collections.abc import Iterable

from petitions.courts.directory import County, same_name, shipped_directory
from petitions.courts.facts import Entry
from petitions.courts.tables import Place, Table

_NOT_IN_ADDRESSES = re.compile(r"[^a-z0-9]+")
_ROWS = {
    Table.COUNTIES: "court-name",
    Table.PROSECUTORS: "district-attorney",
    Table.PUBLIC_DEFENDERS: "public-defender",
}


def slug_of(name: str) -> str:
    """Return a name in small letters, digits and hyphens: ``los-angeles``."""
    return _NOT_IN_ADDRESSES.sub("-", name.casefold()).strip("-")


def county_of(slug: str) -> County | None:
    """Find the county that an address names, with or without the word county, in any letters."""
    return shipped_directory().county(same_name(slug.replace("-", " ").replace("_", " ")))


def slug_of_place(place: Place) -> str:
    """Return how a row of a county is named: by what it is, a courthouse by its name."""
    return _ROWS.get(place.table) or slug_of(place.name)


def entry_named(slug: str, entries: Iterable[Entry]) -> Entry | None:
    """Find the row of a county that an address names."""
    return next((entry for entry in entries if slug_of_place(entry.place) == slug), None)
