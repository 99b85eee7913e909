"""Whom to call in a county: the clerk of its court, and its public defender."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from petitions.courts.directory import Confidence, Directory


@dataclass(frozen=True, slots=True)
class Clerk:
    """Where to ask: the courthouse, and its telephone and page where known."""

    county: str
    courthouse: str
    phone: str
    website: str


@dataclass(frozen=True, slots=True)
class PublicDefender:
    """How to reach the county's public defender; blanks where not known."""

    county: str
    phone: str
    website: str
    may_be_old: bool


@dataclass(frozen=True, slots=True)
class CountyPlaces:
    """The two places of one county."""

    county: str
    clerk: Clerk | None
    defender: PublicDefender


def places_of(counties: Iterable[str], directory: Directory) -> tuple[CountyPlaces, ...]:
    """Return the places of each county, in the order given."""
    return tuple(
        CountyPlaces(county, clerk_of(county, directory), defender_of(county, directory))
        for county in counties
    )


def county_names(typed: Iterable[str | None], directory: Directory) -> tuple[str, ...]:
    """Return the directory's names of the counties, each once, in the order given."""
    found = (directory.county(name) for name in typed if name)
    return tuple(dict.fromkeys(county.name for county in found if county))


def clerk_of(county: str, directory: Directory) -> Clerk | None:
    """Return where the clerk of a county's main courthouse is."""
    found = directory.main_courthouse(county)
    return Clerk(county, found.name, found.phone or "", found.website or "") if found else None


def defender_of(county: str, directory: Directory) -> PublicDefender:
    """Return how to reach a county's public defender."""
    found = directory.public_defender(county)
    if found is None:
        return PublicDefender(county, "", "", may_be_old=False)
    may_be_old = found.source.confidence is not Confidence.HIGH
    return PublicDefender(county, found.phone or "", found.website or "", may_be_old)
