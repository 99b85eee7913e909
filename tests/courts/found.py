"""Made-up findings of staff, for the tests of the directory."""

from __future__ import annotations

from datetime import date

from petitions.courts.edits import Edit
from petitions.courts.tables import Place, Table

ON = date(2026, 11, 29)
DAY = date(2026, 11, 20)
MAIN = Place(Table.COURTHOUSES, "Alameda", "Rene C. Davidson Courthouse")
ALPINE_DA = Place(Table.PROSECUTORS, "Alpine")
ALPINE_DEFENDER = Place(Table.PUBLIC_DEFENDERS, "Alpine")
SOURCE = "https://www.alameda.courts.ca.gov/contact"


def found(place: Place, field: str, value: str, *, source: str = SOURCE, checked: date = DAY) -> Edit:
    return Edit(place, field, value, source, checked)
