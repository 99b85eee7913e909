"""Writes the spreadsheets of a finished review while they are sent: nothing of them is ever kept on the disk."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import polars as pl

from petitions.exchange.safe_cells import safe_row
from petitions.records.reviews.vault import Vault
from petitions.review.added import added
from petitions.review.columns import COLUMNS, CONDENSED, ROW
from petitions.review.kept import names
from petitions.review.kept.reading import Plan, pieces_in, text_in
from petitions.review.kept.results import problems_of
from petitions.review.kept.sealed_tables import get_note, get_part
from petitions.review.reading.lines import record_ends
from petitions.review.reading.pieces import Piece
from petitions.review.reading.reasons import Reason
from petitions.review.reading.rows import rows_of
from petitions.review.reading.table import condensed_text, full_table
from petitions.review.running.decide_work import CELLS, JUDGED
from petitions.review.running.segments import Segment
from petitions.review.running.task import Decisions, Read
from petitions.review.running.write_work import filled, records_with


@dataclass(frozen=True, slots=True)
class _Kept:
    """All that the spreadsheets are put together from."""

    vault: Vault
    plan: Plan
    pieces: Sequence[Piece]
    reads: Sequence[Read]
    parts: dict[int, list[tuple[int, Segment]]]
    added: tuple[str, ...]

    def text(self, number: int) -> bytes:
        """Return the whole rows of a piece as they stand in the file."""
        text = text_in(self.vault, self.plan, self.pieces[number])
        return text if self.reads[number].is_plain else rows_of(text).text

    def cells(self, number: int) -> pl.DataFrame:
        """Return the cells that are added to rows of a piece."""
        tables = [get_part(self.vault, names.cells(share), segment) for share, segment in self.parts[number]]
        empty = pl.DataFrame(schema={ROW: pl.UInt64, JUDGED: pl.Boolean, CELLS: pl.Binary})
        return pl.concat(tables).sort(ROW) if tables else empty

    def pairs(self, cells: pl.DataFrame) -> list[tuple[int, bytes]]:
        """Return them as the writer wants them."""
        return list(zip(cells[ROW].to_list(), cells[CELLS].to_list(), strict=True))


def all_results(vault: Vault, *, flow: str) -> Iterator[bytes]:
    """Give every row with all its columns and what is added."""
    kept = _kept(vault, flow=flow)
    yield _line([*COLUMNS, *kept.added])
    for number in range(len(kept.pieces)):
        text = kept.text(number)
        yield _filled(text, kept, number)


def condensed_results(vault: Vault, *, flow: str) -> Iterator[bytes]:
    """Give every row with fewer columns and what is added."""
    kept = _kept(vault, flow=flow)
    yield _line([*CONDENSED, *kept.added])
    for number in range(len(kept.pieces)):
        yield _filled(condensed_text(full_table(kept.text(number))), kept, number)


def judged_results(vault: Vault, *, flow: str) -> Iterator[bytes]:
    """Give the judged convictions with all their columns and what is added."""
    kept = _kept(vault, flow=flow)
    yield _line([*COLUMNS, *kept.added])
    for number in range(len(kept.pieces)):
        cells = kept.cells(number).filter(JUDGED)
        if cells.height:
            text = kept.text(number)
            yield b"".join(records_with(text, ends=record_ends(text), cells=kept.pairs(cells)))


def problem_lines(vault: Vault, *, files: Sequence[str]) -> Iterator[bytes]:
    """Give the rows with a problem: in which file and line, and what it is."""
    yield _line(["File", "Line", "Code", "Reason"])
    for one in problems_of(vault):
        yield _line(safe_row([files[one.file], str(one.line), one.code, Reason(one.code).sentence]))


def _kept(vault: Vault, *, flow: str) -> _Kept:
    plan: Plan = get_note(vault, names.PLAN)
    decided: list[Decisions] = get_note(vault, names.DECISIONS)
    parts: dict[int, list[tuple[int, Segment]]] = defaultdict(list)
    for one in decided:
        for part in one.parts:
            parts[part.piece].append((one.number, part.segment))
    return _Kept(vault, plan, pieces_in(vault, plan), get_note(vault, names.READS), parts, added(flow))


def _filled(text: bytes, kept: _Kept, number: int) -> bytes:
    cells = kept.pairs(kept.cells(number))
    return filled(text, ends=record_ends(text), cells=cells, empty=b"," * len(kept.added))


def _line(cells: Sequence[str]) -> bytes:
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerow(cells)
    return written.getvalue().encode()
