"""The data files that staff can change, as tables of texts: read from the package, and written as it has them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from typing import TypeAlias

Row: TypeAlias = Mapping[str, str]
FOLDER = "petitions/courts/data"
"""Where the files lie in the project."""


class Table(StrEnum):
    """One data file, by its name without the ending."""

    COUNTIES = "counties"
    COURTHOUSES = "courthouses"
    PROSECUTORS = "prosecutors"
    PUBLIC_DEFENDERS = "public_defenders"

    @property
    def file(self) -> str:
        """Return the name of the file."""
        return f"{self.value}.csv"


Tables: TypeAlias = Mapping[Table, tuple[Row, ...]]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """One row: a county's in its table, or one courthouse of a county by its name."""

    table: Table
    county: str
    name: str = ""


def place_of(table: Table, row: Row) -> Place:
    """Return which row this is."""
    return Place(table, row["county"], row["courthouse"] if table is Table.COURTHOUSES else "")


@lru_cache(maxsize=1)
def shipped_tables() -> Tables:
    """Read the package's own files once per process."""
    return {table: tuple(read_rows(table.file)) for table in Table}


@lru_cache(maxsize=len(Table))
def columns(table: Table) -> tuple[str, ...]:
    """Return the heads of a file, in their order."""
    return tuple(next(csv.reader(_text(table.file).splitlines())))


def csv_text(table: Table, rows: Iterable[Row]) -> str:
    """Write a table as the package has it: each cell quoted, Unix line ends."""
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, columns(table), quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue()


def read_rows(name: str) -> list[Row]:
    """Read one data file of the package."""
    return [*csv.DictReader(_text(name).splitlines())]


def _text(name: str) -> str:
    return files("petitions.courts").joinpath("data", name).read_text(encoding="utf-8")
