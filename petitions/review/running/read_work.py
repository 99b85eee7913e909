"""Reads one piece: keeps what decides, apart for each share of the people, and the condensed rows."""

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
from petitions.review.reading.rows import Rows, rows_of
from petitions.review.reading.table import condensed_text, deciding_table, full_table
from petitions.review.running.places import ReviewPlaces, Step
from petitions.review.running.segments import packed
from petitions.review.running.task import Read, Task

_SEED = 64


def read_piece(piece: Piece, *, task: Task) -> Read:
    """Read a piece and note it; raise OSError where the file cannot be read or the folder is full."""
    with task.files[piece.file].open("rb") as file:
        text = text_of(piece, file=file)
    rows = rows_of(text)
    table = (full_table if task.spreadsheets else deciding_table)(rows.text)
    places = ReviewPlaces(task.folder)
    condensed = condensed_text(table) if task.spreadsheets else b""
    places.put(places.condensed(piece.number), [condensed])
    content, segments = packed(in_shares(table, shares=task.shares))
    places.put(places.rows(piece.number), [content])
    problems = problems_of(rows, table=table, lines_before=piece.lines_before)
    if problems:
        places.put(places.problems(piece.number), [json.dumps(problems).encode()])
    read = Read(
        number=piece.number,
        rows=len(rows.lines),
        lines=piece.lines_before + rows.count,
        is_plain=rows.text is text and len(rows.lines) == rows.count,
        text=len(rows.text),
        condensed=len(condensed),
        segments=segments,
        problems=Counter(reason for _, reason in problems),
    )
    places.note(Step.READ, piece.number, read)
    return read


def in_shares(table: pl.DataFrame, *, shares: int) -> Iterator[pl.DataFrame]:
    """Yield the rows of each share, in their order; a person's rows are all in one share, whatever the piece."""
    deciding = needed_rows(table.select(DECIDING).with_row_index(ROW))
    share_of = (deciding["SUBJECT_ID"].hash(_SEED) % shares).to_numpy().astype(np.uint16)
    together = deciding[np.argsort(share_of, kind="stable")]
    first = 0
    for rows in np.bincount(share_of, minlength=shares).tolist():
        yield together.slice(first, rows)
        first += rows


def problems_of(rows: Rows, *, table: pl.DataFrame, lines_before: int) -> list[tuple[int, str]]:
    """Return all problems by line of the piece, from 1."""
    found: Iterable[tuple[int, Reason]] = [
        *rows.set_aside,
        *((int(rows.lines[row]), reason) for row, reason in doubtful_rows(table)),
    ]
    return sorted((line + lines_before + 1, reason.value) for line, reason in found)
