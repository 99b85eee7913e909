"""The courthouses as a RAP sheet prints them: a code of four letters and a place, in capitals."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class SheetCourt:
    """One courthouse. ``code`` as printed, ``name`` to show, ``county`` None where no source tells it."""

    code: str
    name: str
    county: str | None


@lru_cache(maxsize=1)
def sheet_courts() -> tuple[SheetCourt, ...]:
    """Read the table once per process (source: see ``data/sheet_courts.csv``, column basis)."""
    table = files("petitions.courts") / "data" / "sheet_courts.csv"
    with table.open(encoding="utf-8") as opened:
        return tuple(
            SheetCourt(row["code"], row["name"], row["county"] or None) for row in csv.DictReader(opened)
        )
