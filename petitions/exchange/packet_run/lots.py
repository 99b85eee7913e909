"""Cuts the input into lots of lines, and finds what only the whole can show: an id that stands twice."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from petitions.exchange.json_files import NoJson, json_value

LOT = 50
_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")


def _(text: str) -> str:
    return text


NO_ID = _("Give the record an id: 1 to 64 letters, digits, dashes or underscores.")
SAME_ID = _("An earlier line has the same id. Give each record its own.")


@dataclass(frozen=True, slots=True)
class Lot:
    """Some lines of the input: where they begin, and the number of the first. ``twice`` are lines not to print."""

    number: int
    start: int
    first_line: int
    lines: int
    twice: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Cut:
    """The whole input in lots. ``digest`` tells whether a later run has the same input."""

    lots: tuple[Lot, ...]
    records: int
    digest: str


def cut(path: Path) -> Cut:
    """Read the input once, a line at a time."""
    digest, seen = hashlib.sha256(), set[str]()
    lots: list[Lot] = []
    start = at = lines = total = 0
    twice: list[int] = []
    with path.open("rb") as file:
        for total, line in enumerate(file, start=1):
            digest.update(line)
            name = (record_id(line) or "").casefold()
            if name and name in seen:
                twice.append(total)
            seen.add(name)
            at, lines = at + len(line), lines + 1
            if lines == LOT:
                lots.append(Lot(len(lots), start, total - lines + 1, lines, tuple(twice)))
                start, lines, twice = at, 0, []
    if lines:
        lots.append(Lot(len(lots), start, total - lines + 1, lines, tuple(twice)))
    return Cut(tuple(lots), total, digest.hexdigest())


def lines_of(lot: Lot, *, path: Path) -> Iterator[tuple[int, bytes]]:
    """Read the lines of a lot, each with its number."""
    with path.open("rb") as file:
        file.seek(lot.start)
        for number in range(lot.first_line, lot.first_line + lot.lines):
            yield number, file.readline()


def record_id(line: bytes) -> str | None:
    """Return the id that a line states, where it may be the name of a folder."""
    try:
        return id_of(json_value(line.strip()))
    except NoJson:
        return None


def id_of(data: object) -> str | None:
    """Return the id of a record, where it may be the name of a folder."""
    name = data.get("id") if isinstance(data, dict) else None
    return name if isinstance(name, str) and _ID.fullmatch(name) else None
