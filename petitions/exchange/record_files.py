"""Reads every record of a file, be it one, a list or one a line, or tells every problem in them all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path

from petitions.exchange.json_files import (
    NO_FILE,
    NOTHING,
    STANDARD_INPUT,
    NoJson,
    json_lines,
    json_value,
    read_bytes,
)
from petitions.exchange.reading import ROOT, BadInput, read_record
from petitions.law.facts import Record

EMPTY_LIST = "The list is empty. Give at least one record."
_LINES_SUFFIX = ".ndjson"


@dataclass(frozen=True, slots=True)
class Shape:
    """How records stand in a file, so that the answers can stand alike; ``place`` names one of them."""

    before: str
    between: str
    after: str
    place: str


ONE = Shape(before="", between="", after="", place="{path}")
LIST = Shape(before="[\n", between=",\n", after="\n]", place="[{index}].{path}")
LINES = Shape(before="", between="\n", after="", place="line {number}: {path}")


@dataclass(frozen=True, slots=True)
class Given:
    """The records of one file, in its order."""

    shape: Shape
    records: tuple[Record, ...]


class BadRecords(Exception):
    """Some records cannot be read; one line for each problem, without what was typed."""

    def __init__(self, *lines: str) -> None:
        super().__init__(f"{len(lines)} problem(s) in the records")
        self.lines = lines


def read_records(name: str, *, on: date) -> Given:
    """Read a file of records, or standard input for "-"; raise NoJson or BadRecords, else all can be used.

    A file named ``*.ndjson`` has one record a line, and standard input where it is no single JSON value.
    """
    if name.lower().endswith(_LINES_SUFFIX):
        return _read_lines(name, on=on)
    content = read_bytes(name)
    try:
        value = json_value(content)
    except NoJson:
        if name == STANDARD_INPUT and _has_records_by_line(content):
            return _checked(json_lines(BytesIO(content)), shape=LINES, on=on)
        raise
    if value == []:
        raise NoJson(EMPTY_LIST)
    if isinstance(value, list):
        return _checked(value, shape=LIST, on=on)
    return _checked([value], shape=ONE, on=on)


def _read_lines(name: str, *, on: date) -> Given:
    """Read line by line, so that only the facts of a large file are kept in memory."""
    try:
        file = Path(name).open("rb")  # noqa: SIM115 - closed below; only its opening is guarded
    except (OSError, ValueError):
        raise NoJson(NO_FILE) from None
    with file:
        given = _checked(json_lines(file), shape=LINES, on=on)
    if not given.records:
        raise NoJson(NOTHING)
    return given


def _has_records_by_line(content: bytes) -> bool:
    """Say whether the first line is an object by itself, and other lines follow."""
    first, _, others = content.strip().partition(b"\n")
    return first.startswith(b"{") and first.rstrip().endswith(b"}") and bool(others)


def _checked(values: Iterable[object], *, shape: Shape, on: date) -> Given:
    records: list[Record] = []
    lines: list[str] = []
    for index, value in enumerate(values):
        try:
            records.append(_record(value, on=on))
        except BadInput as bad:
            lines.extend(_line(path, sentence, shape=shape, index=index) for path, sentence in bad.problems)
        except NoJson as unread:
            lines.append(shape.place.format(index=index, number=index + 1, path=unread))
    if lines:
        raise BadRecords(*lines)
    return Given(shape, tuple(records))


def _record(value: object, *, on: date) -> Record:
    if isinstance(value, NoJson):
        raise value
    return read_record(value, on=on)


def _line(path: str, sentence: str, *, shape: Shape, index: int) -> str:
    place = shape.place.format(index=index, number=index + 1, path=path)
    return f"{place.removesuffix(f'.{ROOT}')}: {sentence}"
