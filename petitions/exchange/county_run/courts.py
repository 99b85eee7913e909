"""Tells which lines of the input are of which court, and what is written for a court."""

from __future__ import annotations

from collections.abc import Container, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from petitions.courts.directory import same_name
from petitions.exchange.json_files import NoJson, json_value
from petitions.exchange.plain_text import plain_text


class Product(StrEnum):
    """What is written for a court, a job of its own each."""

    MOTION = "motion"
    LIST = "list"
    TABLES = "tables"


@dataclass(frozen=True, slots=True)
class Court:
    """One court: its number in the order of names, and its lines: the number of each and where it begins in the input."""

    number: int
    county: str
    name: str | None
    lines: tuple[tuple[int, int], ...]

    def without(self, left_out: Container[int]) -> Court:
        """Leave out the lines of these numbers."""
        return replace(self, lines=tuple(line for line in self.lines if line[0] not in left_out))

    @property
    def folder(self) -> str:
        """Return the name of its folder."""
        return f"courts/{self.number:03d}"


@dataclass(frozen=True, slots=True)
class CourtJob:
    """One thing to write for one court."""

    court: Court
    product: Product

    @property
    def note(self) -> str:
        """Return the name of the note that says that it is done."""
        return f"court-{self.court.number:03d}-{self.product}.json"


@dataclass(frozen=True, slots=True)
class Sorted:
    """The courts in the order of their names, and the numbers of lines that name an earlier line's case again."""

    courts: tuple[Court, ...]
    twice: frozenset[int]


def sort_by_court(path: Path) -> Sorted:
    """Read the input once; a line that cannot be read is of no court."""
    lines: dict[_Key, list[tuple[int, int]]] = {}
    names: dict[_Key, tuple[str, str | None]] = {}
    seen, twice = set[_Key](), set[int]()
    for number, at, (county, court, *case) in _named(path):
        key = _folded(county, court)
        if all(case) and (*key, *case) in seen:
            twice.add(number)
            continue
        seen.add((*key, *case))
        names.setdefault(key, (county, court or None))
        lines.setdefault(key, []).append((number, at))
    courts = (Court(number, *names[key], tuple(lines[key])) for number, key in enumerate(sorted(names), 1))
    return Sorted(tuple(courts), frozenset(twice))


_Key = tuple[str, ...]


def _named(path: Path) -> Iterator[tuple[int, int, list[str]]]:
    """Give of each line its number, where it begins, and the texts by which cases are told apart."""
    at = 0
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            with suppress(NoJson):
                data = json_value(line.strip())
                if isinstance(data, dict):
                    yield number, at, [_text(data.get(key)) for key in _NAMES]
            at += len(line)


_NAMES = ("county", "court", "case_number", "name")


def _text(value: object) -> str:
    return plain_text(value) if isinstance(value, str) else ""


def _folded(county: str, court: str) -> _Key:
    return same_name(county), court.casefold()
