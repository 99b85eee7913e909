"""Puts the results of a run in their places, each whole and all at the end."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

from petitions.review.columns import COLUMNS, CONDENSED
from petitions.review.reading.pieces import Piece
from petitions.review.reading.reasons import Reason
from petitions.review.running.places import (
    ALL_RESULTS,
    CONDENSED_RESULTS,
    PROBLEMS,
    PROP64_RESULTS,
    ReviewPlaces,
)
from petitions.review.running.task import Read, Task, added_by

_PROBLEM_COLUMNS = ("File", "Line", "Code", "Reason")
_COPIED_AT_ONCE = 1 << 20


def headers(task: Task) -> tuple[bytes, bytes]:
    """Return the first line of the spreadsheet of all columns, and of the condensed one."""
    added = added_by(task)
    return _line([*COLUMNS, *added]), _line([*CONDENSED, *added])


def put_results(
    task: Task, *, pieces: Sequence[Piece], reads: Sequence[Read], papers: Mapping[str, bytes]
) -> None:
    """Put every result in its place; nothing has its final name before all are whole on the disk."""
    places = ReviewPlaces(task.folder)
    names = [PROBLEMS, *papers]
    if task.spreadsheets:
        _end_spreadsheets(task, pieces=pieces)
        names = [ALL_RESULTS, CONDENSED_RESULTS, PROP64_RESULTS, *names]
    _write(places.aside(PROBLEMS), _problems(task, pieces=pieces, reads=reads))
    for name, content in papers.items():
        _write(places.aside(name), [content])
    for name in names:
        if places.aside(name).exists():
            places.aside(name).replace(task.folder / name)


def _end_spreadsheets(task: Task, *, pieces: Sequence[Piece]) -> None:
    places = ReviewPlaces(task.folder)
    whole, condensed = headers(task)
    for name, header in ((ALL_RESULTS, whole), (CONDENSED_RESULTS, condensed)):
        _begin_with(places.aside(name), header)
    _write(places.aside(PROP64_RESULTS), chain([whole], _judged(pieces, places=places)))


def _begin_with(path: Path, header: bytes) -> None:
    """Write the header before the rows; a file that an earlier start has put in its place is whole."""
    if not path.exists():
        return
    with path.open("r+b") as file:
        file.write(header)
        file.flush()
        os.fsync(file.fileno())


def _write(path: Path, parts: Iterable[bytes]) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.writelines(parts)
        file.flush()
        os.fsync(file.fileno())


def _judged(pieces: Sequence[Piece], *, places: ReviewPlaces) -> Iterator[bytes]:
    for piece in pieces:
        with places.judged(piece.number).open("rb") as file:
            while part := file.read(_COPIED_AT_ONCE):
                yield part


def _problems(task: Task, *, pieces: Sequence[Piece], reads: Sequence[Read]) -> Iterator[bytes]:
    """Yield the lines of problems.csv. They hold no text of a row, which may be about a person."""
    yield _line(_PROBLEM_COLUMNS)
    for piece, first, read in zip(pieces, first_lines(pieces, reads=reads), reads, strict=True):
        if read.problems:
            for line, code in json.loads(ReviewPlaces(task.folder).problems(piece.number).read_bytes()):
                yield _line([str(task.files[piece.file]), str(first + line), code, Reason(code).sentence])


def first_lines(pieces: Sequence[Piece], *, reads: Sequence[Read]) -> Iterator[int]:
    """Yield how many lines of its file stand before each piece."""
    file = before = 0
    for piece, read in zip(pieces, reads, strict=False):
        if piece.file != file:
            file, before = piece.file, 0
        yield before
        before += read.lines


def _line(cells: Iterable[str]) -> bytes:
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerow(cells)
    return written.getvalue().encode("utf-8", "surrogateescape")
