"""Reads the sealed files of a review piece by piece, and keeps what decides apart for each share of the people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from petitions.records.reviews.vault import Vault
from petitions.review.kept import names
from petitions.review.kept.sealed_tables import SealedSource, as_path, get_note, put_note
from petitions.review.reading.pieces import Piece, pieces_of, text_of
from petitions.review.reading.rows import rows_of
from petitions.review.reading.table import deciding_table
from petitions.review.running.read_work import in_shares, problems_of
from petitions.review.running.results import first_lines
from petitions.review.running.segments import packed
from petitions.review.running.task import Read

PIECE = 16 * 1024 * 1024
_SHARE = 48 * 1024 * 1024
"""Bytes of a file whose people make one share; a share is decided at once, and one person's is looked through."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The places of the files, in their order, and how they are laid out."""

    places: tuple[str, ...]
    shares: int
    piece: int


def plan_for(places: Sequence[str], *, size: int) -> Plan:
    """Plan for files of that many bytes in all."""
    return Plan(tuple(places), shares=max(1, -(-size // _SHARE)), piece=PIECE)


def pieces_in(vault: Vault, plan: Plan) -> list[Piece]:
    """Cut the files into pieces; the same plan cuts them in the same way."""
    return pieces_of([as_path(SealedSource(vault, place)) for place in plan.places], size=plan.piece)


def text_in(vault: Vault, plan: Plan, piece: Piece) -> bytes:
    """Read a piece as it was handed in, with LF for every line end."""
    with SealedSource(vault, plan.places[piece.file]).open() as file:
        return text_of(piece, file=file)


def read_piece(vault: Vault, plan: Plan, piece: Piece) -> Read:
    """Read a piece, unless an earlier start has."""
    return kept_read(vault, piece) or _read(vault, plan, piece)


def kept_read(vault: Vault, piece: Piece) -> Read | None:
    """Return what reading a piece came to; None where it is not read."""
    if not vault.has(names.read(piece.number)):
        return None
    found: Read = get_note(vault, names.read(piece.number))
    return found


def problems_in(
    vault: Vault, pieces: Sequence[Piece], *, reads: Sequence[Read]
) -> list[tuple[int, int, str]]:
    """Return all problems: the number of the file, the line in it, and the code."""
    return [
        (piece.file, before + line, code)
        for piece, read, before in zip(pieces, reads, first_lines(pieces, reads=reads), strict=True)
        if read.problems
        for line, code in get_note(vault, names.problems(piece.number))
    ]


def _read(vault: Vault, plan: Plan, piece: Piece) -> Read:
    text = text_in(vault, plan, piece)
    rows = rows_of(text)
    table = deciding_table(rows.text)
    content, segments = packed(in_shares(table, shares=plan.shares))
    vault.put(names.rows(piece.number), content)
    problems = problems_of(rows, table=table, lines_before=piece.lines_before)
    put_note(vault, names.problems(piece.number), problems)
    read = Read(
        number=piece.number,
        rows=len(rows.lines),
        lines=piece.lines_before + rows.count,
        is_plain=rows.text is text and len(rows.lines) == rows.count,
        text=len(rows.text),
        condensed=0,
        segments=segments,
        problems=Counter(reason for _, reason in problems),
    )
    put_note(vault, names.read(piece.number), read)
    return read
