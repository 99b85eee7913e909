"""Writes one piece of the spreadsheets: its rows as they stand in the file, each with the cells that are added."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import polars as pl

from petitions.review.columns import ROW
from petitions.review.reading.bits import Numbers
from petitions.review.reading.lines import line_ends, record_ends
from petitions.review.reading.pieces import text_of
from petitions.review.reading.rows import rows_of
from petitions.review.running.decide_work import CELLS, JUDGED
from petitions.review.running.places import ALL_RESULTS, CONDENSED_RESULTS, ReviewPlaces, Step
from petitions.review.running.segments import unpacked
from petitions.review.running.task import Done, Task, Writing, empty_cells

_LINE_END = b"\n"
Cells = Sequence[tuple[int, bytes]]


def write_piece(writing: Writing, *, task: Task) -> Done:
    """Write a piece and note it."""
    places = ReviewPlaces(task.folder)
    table = _cells_of(writing, places=places)
    ends_of = line_ends if writing.is_plain else record_ends
    text, condensed = _text(writing, task=task), places.condensed(writing.piece.number).read_bytes()
    ends, cells, empty = ends_of(text), pairs_of(table), empty_cells(task)
    whole = filled(text, ends=ends, cells=cells, empty=empty)
    _write(places.aside(ALL_RESULTS), at=writing.at, content=whole)
    short = filled(condensed, ends=ends_of(condensed), cells=cells, empty=empty)
    _write(places.aside(CONDENSED_RESULTS), at=writing.condensed_at, content=short)
    judged = records_with(text, ends=ends, cells=pairs_of(table.filter(JUDGED)))
    places.put(places.judged(writing.piece.number), judged)
    done = Done(writing.piece.number, len(ends))
    places.note(Step.WRITTEN, done.number, done)
    return done


def filled(text: bytes, *, ends: Numbers, cells: Cells, empty: bytes) -> bytes:
    """Add its cells to each record, or the empty ones to one that has none."""
    return b"".join(_filled(text, ends=ends, cells=cells, empty=empty))


def _filled(text: bytes, *, ends: Numbers, cells: Cells, empty: bytes) -> Iterator[bytes]:
    last = 0
    for record, added in cells:
        yield _with_empty(text, ends=ends[last:record], empty=empty, begin=_begin(last, ends=ends))
        yield text[_begin(record, ends=ends) : ends[record]]
        yield added
        yield _LINE_END
        last = record + 1
    yield _with_empty(text, ends=ends[last:], empty=empty, begin=_begin(last, ends=ends))


def _with_empty(text: bytes, *, ends: Numbers, empty: bytes, begin: int) -> bytes:
    """Add the empty cells to a stretch of records. Only a record of several lines needs to be looked at alone."""
    if not len(ends):
        return b""
    stretch = text[begin : ends[-1] + 1]
    if stretch.count(_LINE_END) == len(ends):
        return stretch.replace(_LINE_END, empty + _LINE_END)
    begins = [begin, *(ends[:-1] + 1).tolist()]
    return b"".join(
        text[first:end] + empty + _LINE_END for first, end in zip(begins, ends.tolist(), strict=True)
    )


def records_with(text: bytes, *, ends: Numbers, cells: Cells) -> Iterator[bytes]:
    for record, added in cells:
        yield text[_begin(record, ends=ends) : ends[record]] + added + _LINE_END


def _begin(record: int, *, ends: Numbers) -> int:
    return int(ends[record - 1]) + 1 if record else 0


def _cells_of(writing: Writing, *, places: ReviewPlaces) -> pl.DataFrame:
    tables = [unpacked(places.cells(share), segment) for share, segment in writing.cells]
    if not tables:
        return pl.DataFrame(schema={ROW: pl.UInt64, JUDGED: pl.Boolean, CELLS: pl.Binary})
    return pl.concat(tables).sort(ROW)


def pairs_of(table: pl.DataFrame) -> Cells:
    return list(zip(table[ROW].to_list(), table[CELLS].to_list(), strict=True))


def _text(writing: Writing, *, task: Task) -> bytes:
    with task.files[writing.piece.file].open("rb") as file:
        text = text_of(writing.piece, file=file)
    return text if writing.is_plain else rows_of(text).text


def _write(path: Path, *, at: int, content: bytes) -> None:
    file = os.open(path, os.O_WRONLY | os.O_CREAT, 0o600)
    try:
        left = memoryview(content)
        while left:
            done = os.pwrite(file, left, at)
            left, at = left[done:], at + done
    finally:
        os.close(file)
