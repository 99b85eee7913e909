"""Decides one share of the people, and keeps the cells that this adds to their rows, apart for each piece."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pkgutil import resolve_name

import polars as pl

from petitions.review.columns import ROW
from petitions.review.reading.kept_bytes import CARRIED, put_back
from petitions.review.running.places import ReviewPlaces, Step
from petitions.review.running.segments import packed, unpacked
from petitions.review.running.task import Decisions, Part, Share, Task, added_by, review_of

CELLS, JUDGED = "cells", "judged"
_NEEDS_QUOTES = r'[",\r\n]|^ '


def decide_share(share: Share, *, task: Task) -> Decisions:
    """Decide a share and note it; keep the cells where spreadsheets are wanted."""
    places = ReviewPlaces(task.folder)
    given = _rows(share, places=places)
    done = (_with_cells if task.spreadsheets else _tallied)(given, share=share, task=task)
    places.note(Step.DECIDED, share.number, done)
    return done


def _tallied(given: pl.DataFrame, *, share: Share, task: Task) -> Decisions:
    """Count alone: without spreadsheets nobody sees the cells."""
    tally = resolve_name(task.tally)(given, review=review_of(task))
    return Decisions(share.number, given.height, (), tally)


def _with_cells(given: pl.DataFrame, *, share: Share, task: Task) -> Decisions:
    places = ReviewPlaces(task.folder)
    decided = resolve_name(task.decide)(given, review=review_of(task))
    rows = as_it_was(decided.rows.select(ROW, JUDGED, cells_of(added_by(task))).sort(ROW))
    pieces = list(by_piece(rows, share=share))
    content, segments = packed(cells for _, cells in pieces)
    places.put(places.cells(share.number), [content])
    parts = tuple(
        Part(piece, segment, cells.height, int(cells[CELLS].bin.size().sum()))
        for (piece, cells), segment in zip(pieces, segments, strict=True)
    )
    return Decisions(share.number, given.height, parts, decided.tally)


def _rows(share: Share, *, places: ReviewPlaces) -> pl.DataFrame:
    """Put together the share's rows from all pieces, numbered over all files."""
    tables = [
        unpacked(places.rows(piece), segment).with_columns(pl.col(ROW).cast(pl.UInt64) + first)
        for piece, first, segment in share.parts
    ]
    return pl.concat(tables).with_columns(pl.col(pl.String).fill_null(""))


def cells_of(added: tuple[str, ...]) -> pl.Expr:
    """Write the added cells as they stand behind the row's own: a comma before each, quotes where needed."""
    return pl.concat_str([pl.lit(""), *map(_quoted, added)], separator=",").alias(CELLS)


def _quoted(name: str) -> pl.Expr:
    cell = pl.col(name).fill_null("")
    quoted = pl.concat_str(pl.lit('"'), cell.str.replace_all('"', '""', literal=True), pl.lit('"'))
    return pl.when(cell.str.contains(_NEEDS_QUOTES)).then(quoted).otherwise(cell)


def as_it_was(rows: pl.DataFrame) -> pl.DataFrame:
    """Make bytes of the cells, those that are no UTF-8 as the file has them."""
    cells = rows[CELLS]
    if cells.str.contains(CARRIED).any():
        cells = pl.Series([put_back(text.encode()) for text in cells], dtype=pl.Binary)
    return rows.with_columns(cells.cast(pl.Binary).alias(CELLS))


def by_piece(rows: pl.DataFrame, *, share: Share) -> Iterator[tuple[int, pl.DataFrame]]:
    """Yield the rows of each piece that has some, numbered within it."""
    firsts = [first for _, first, _ in share.parts]
    bounds = [*rows[ROW].search_sorted(pl.Series(firsts, dtype=pl.UInt64)).to_list(), rows.height]
    for (piece, first, _), (begin, end) in zip(share.parts, pairwise(bounds), strict=True):
        if end > begin:
            yield piece, rows.slice(begin, end - begin).with_columns(pl.col(ROW) - first)
