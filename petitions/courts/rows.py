"""Reads the rows of the directory's files into entries; a blank cell becomes ``None``, never a guess."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

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
from petitions.courts.tables import Row, read_rows

STATEWIDE = "Statewide"


def counties(rows: Iterable[Row]) -> Iterator[County]:
    """Read the 58 counties."""
    for row in rows:
        yield County(name=row["county"], fips=row["fips"], court_name=row["court_name"], source=_source(row))


def courthouses(rows: Iterable[Row]) -> Iterator[Courthouse]:
    """Read every courthouse, the main one of each county first."""
    for row in rows:
        yield Courthouse(
            county=row["county"],
            name=row["courthouse"],
            is_main=row["main"] == "yes",
            street=row["street"],
            city=row["city"],
            zip=row["zip"],
            mailing_address=row["mailing_address"] or None,
            phone=row["phone"] or None,
            website=row["website"] or None,
            criminal_filing_confirmed=row["criminal_filing_confirmed"] == "yes",
            source=_source(row),
        )


def prosecutors(rows: Iterable[Row]) -> Iterator[Prosecutor]:
    """Read the district attorneys' offices."""
    for row in rows:
        yield Prosecutor(
            county=row["county"],
            name=row["name"],
            street=row["street"] or None,
            city=row["city"] or None,
            zip=row["zip"] or None,
            phone=row["phone"] or None,
            website=row["website"] or None,
            source=_source(row) if row["source"] else None,
        )


def public_defenders(rows: Iterable[Row]) -> Iterator[PublicDefender]:
    """Read the public defenders that are known."""
    for row in rows:
        yield PublicDefender(
            county=row["county"],
            phone=row["phone"] or None,
            website=row["website"] or None,
            source=_source(row),
        )


def notes() -> Iterator[Note]:
    """Read the cautions for staff."""
    for row in read_rows("county_notes.csv"):
        yield Note(county=row["county"], about=row["about"], text=row["note"])


def mass_relief() -> Iterator[MassRelief]:
    """Read the published figures on bulk clearing."""
    for row in read_rows("mass_relief.csv"):
        yield MassRelief(
            county=None if row["county"] == STATEWIDE else row["county"],
            date=row["date"],
            number=float(row["number"]) if row["number"] else None,
            unit=row["unit"] or None,
            what=row["what"],
            source=_source(row),
        )


def _source(row: Row) -> Source:
    year, confidence = row["source_year"], row.get("confidence")
    return Source(
        text=row["source"],
        year=int(year) if year else None,
        confidence=Confidence(confidence) if confidence else None,
    )
