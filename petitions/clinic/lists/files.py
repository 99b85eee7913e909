"""Opens a list that somebody hands in, CSV or XLSX, as a table of texts; nothing in it is run, and it may be hostile."""

from __future__ import annotations

import csv
import io
import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _
from openpyxl import load_workbook

from petitions.clinic.lists.columns import column_named
from petitions.exchange.safe_cells import plain_cell
from petitions.interview.wording.outcomes import Text

LARGEST = 5 * 1024 * 1024
MOST_ROWS, MOST_COLUMNS, LONGEST_CELL = 2_000, 60, 500
_MOST_UNPACKED, _MOST_PARTS, _MOST_TAGS, _MOST_LINES = 25 * 1024 * 1024, 400, 400_000, 20_000
"""Far beyond 2,000 rows of 60 columns; a reader that is given more takes minutes and gigabytes."""
_DELIMITERS = "\t;,|"
_CHUNK = 1 << 20
_FEWEST_HEADS = 2
_HEAD_WITHIN = 10
"""The line of heads stands among the first so many."""

NOT_A_LIST = _("We could not read this file. Save it as CSV or XLSX, and hand it in again")
TOO_LARGE = _("This file is too large. Hand in at most 5 MB at a time")
TOO_MANY = _("This file has too many rows. Hand in at most 2,000 at a time")
NO_HEADS = _("We found no line of heads. Use the heads of the template, such as Name and Code")
EMPTY = _("This file has no rows under its heads")
MACROS = _("This file carries programs (macros). Save it as a plain XLSX file, and hand it in again")


class BadFile(Exception):
    """A file that cannot be used; ``sentence`` says what to do."""

    def __init__(self, sentence: Text) -> None:
        super().__init__("a list cannot be used")
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class Table:
    """The heads as they stand in the file, and the rows under them, all texts."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def table_of(content: bytes) -> Table:
    """Read a file by what it is, not by its name; raise BadFile."""
    if len(content) > LARGEST:
        raise BadFile(TOO_LARGE)
    lines = _sheet(content) if content.startswith(b"PK") else _text(content)
    return _under_heads([_trimmed([_cell(one) for one in line[:MOST_COLUMNS]]) for line in lines])


def _trimmed(line: list[str]) -> list[str]:
    """Return the line without the blank cells at its end."""
    while line and not line[-1]:
        line.pop()
    return line


def _cell(value: Any) -> str:
    text = "" if value is None else _written(value)
    return " ".join(plain_cell(text).replace("\0", "").split())[:LONGEST_CELL]


def _written(value: Any) -> str:
    """Return what a spreadsheet program shows for a value: a day without its midnight, a whole number without its point."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _text(content: bytes) -> list[list[str]]:
    if b"\0" in content[:4096] and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise BadFile(NOT_A_LIST)
    text = _decoded(content)
    try:
        return _limited(csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text)))
    except csv.Error:
        raise BadFile(NOT_A_LIST) from None


def _delimiter(text: str) -> str:
    """Return the sign that splits some line into the most heads that we know; an address may be full of commas."""
    lines = text[:20_000].splitlines()[:_HEAD_WITHIN]

    def heads(sign: str) -> int:
        return max((_heads_in(line.replace('"', "").split(sign)) for line in lines), default=0)

    return max(_DELIMITERS, key=heads)


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _sheet(content: bytes) -> list[list[Any]]:
    """Read the first sheet; formulas come as they are written and are never computed."""
    _look_inside(content)
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=False, keep_links=False)
        return _limited(
            list(row) for row in book.worksheets[0].iter_rows(values_only=True, max_col=MOST_COLUMNS)
        )
    except BadFile:
        raise
    except Exception:  # noqa: BLE001 - whatever a hostile file brings about, it is not a list
        raise BadFile(NOT_A_LIST) from None


def _look_inside(content: bytes) -> None:
    """Refuse an archive that would fill the memory, or that carries programs, before it is opened."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            is_large = len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_UNPACKED
            tags = 0 if is_large else sum(_tags(archive, part) for part in parts)
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError, NotImplementedError):
        raise BadFile(NOT_A_LIST) from None
    if is_large:
        raise BadFile(TOO_LARGE)
    if tags > _MOST_TAGS:
        raise BadFile(TOO_MANY)
    names = {part.filename.lower() for part in parts}
    if any(name.endswith(("vbaproject.bin", ".exe", ".dll")) for name in names):
        raise BadFile(MACROS)


def _tags(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> int:
    """Return how many tags a part can have at most; the reader of the archive ends at the size that was declared."""
    with archive.open(part) as stream:
        return sum(chunk.count(b"<") for chunk in iter(lambda: stream.read(_CHUNK), b""))


def _limited(lines: Any) -> list[list[Any]]:
    found: list[list[Any]] = []
    for number, line in enumerate(lines):
        if any(cell not in (None, "") for cell in line):
            found.append(list(line))
        if len(found) > MOST_ROWS + _HEAD_WITHIN or number > _MOST_LINES:
            raise BadFile(TOO_MANY)
    return found


def _under_heads(lines: Sequence[Sequence[str]]) -> Table:
    """Find the line of heads, and take the rows below it."""
    for number, line in enumerate(lines[:_HEAD_WITHIN]):
        if _heads_in(line) >= _FEWEST_HEADS:
            blank = [""] * len(line)
            rows = [tuple([*row, *blank][: len(line)]) for row in lines[number + 1 :] if any(row)]
            if not rows:
                raise BadFile(EMPTY)
            if len(rows) > MOST_ROWS:
                raise BadFile(TOO_MANY)
            return Table(tuple(line), tuple(rows))
    raise BadFile(NO_HEADS)


def _heads_in(line: Sequence[str]) -> int:
    return sum(column_named(cell) is not None for cell in line)
