"""Reads one piece: keeps what decides, apart for each share of the people, and the condensed rows.

Where only a tally is wanted, most rows are only glanced at.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator

import numpy as np
import polars as pl

from petitions.review.columns import DECIDING, ROW
from petitions.review.reading.cells import doubtful_rows
from petitions.review.reading.needed import needed_rows
from petitions.review.reading.pieces import Piece, text_of
from petitions.review.reading.reasons import Reason
from petitions.review.reading.rows import Picked, Rows, picked_rows, rows_of
from petitions.review.reading.table import condensed_text, deciding_table, full_table, tallying_table
from petitions.review.running.places import ReviewPlaces, Step
from petitions.review.running.segments import Segment, packed
from petitions.review.running.task import Read, Task, glances

_SEED = 64


def read_piece(piece: Piece, *, task: Task) -> Read:
    """Read a piece and note it; raise OSError where the file cannot be read or the folder is full."""
    with task.files[piece.file].open("rb") as file:
        text = text_of(piece, file=file)
    read = (_glanced if glances(task) else _whole)(text, piece=piece, task=task)
    ReviewPlaces(task.folder).note(Step.READ, piece.number, read)
    return read


def _whole(text: bytes, *, piece: Piece, task: Task) -> Read:
    """Read all rows."""
    rows = rows_of(text)
    table = (full_table if task.spreadsheets else deciding_table)(rows.text)
    places = ReviewPlaces(task.folder)
    condensed = condensed_text(table) if task.spreadsheets else b""
    places.put(places.condensed(piece.number), [condensed])
    problems = problems_of(rows, table=table, lines_before=piece.lines_before)
    return Read(
        number=piece.number,
        rows=len(rows.lines),
        lines=piece.lines_before + rows.count,
        is_plain=rows.text is text and len(rows.lines) == rows.count,
        text=len(rows.text),
        condensed=len(condensed),
        segments=_kept(in_shares(table, shares=task.shares), piece=piece, places=places),
        problems=_listed(problems, piece=piece, places=places),
    )


def _glanced(text: bytes, *, piece: Piece, task: Task) -> Read:
    """Read the rows that may bear on a tally."""
    rows = picked_rows(text)
    table = tallying_table(rows.text)
    places = ReviewPlaces(task.folder)
    numbered = table.with_columns(pl.Series(ROW, rows.numbers.astype(np.uint32)))
    has_all = numbered["SUBJECT_ID"].null_count() == 0
    kept = numbered if has_all else numbered.filter(pl.col("SUBJECT_ID").is_not_null())
    problems = problems_of(rows, table=table, lines_before=piece.lines_before)
    return Read(
        number=piece.number,
        rows=rows.rows,
        lines=piece.lines_before + rows.count,
        is_plain=False,
        text=0,
        condensed=0,
        segments=_kept(_parted(kept, shares=task.shares), piece=piece, places=places),
        problems=_listed(problems, piece=piece, places=places),
    )


def _kept(shares: Iterable[pl.DataFrame], *, piece: Piece, places: ReviewPlaces) -> tuple[Segment, ...]:
    content, segments = packed(shares)
    places.put(places.rows(piece.number), [content])
    return segments


def _listed(problems: list[tuple[int, str]], *, piece: Piece, places: ReviewPlaces) -> Counter[str]:
    if problems:
        places.put(places.problems(piece.number), [json.dumps(problems).encode()])
    return Counter(reason for _, reason in problems)


def in_shares(table: pl.DataFrame, *, shares: int) -> Iterator[pl.DataFrame]:
    """Yield what decides of each share, in the order of the rows."""
    return _parted(needed_rows(table.select(DECIDING).with_row_index(ROW)), shares=shares)


def _parted(rows: pl.DataFrame, *, shares: int) -> Iterator[pl.DataFrame]:
    """Yield the rows of each share; a person's rows are all in one share, whatever the piece."""
    share_of = (rows["SUBJECT_ID"].hash(_SEED) % shares).to_numpy().astype(np.uint16)
    together = rows[np.argsort(share_of, kind="stable")]
    first = 0
    for height in np.bincount(share_of, minlength=shares).tolist():
        yield together.slice(first, height)
        first += height


def problems_of(rows: Rows | Picked, *, table: pl.DataFrame, lines_before: int) -> list[tuple[int, str]]:
    """Return all problems by line of the piece, from 1."""
    found: Iterable[tuple[int, Reason]] = [
        *rows.set_aside,
        *((int(rows.lines[row]), reason) for row, reason in doubtful_rows(table)),
    ]
    return sorted((line + lines_before + 1, reason.value) for line, reason in found)
