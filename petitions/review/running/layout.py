"""Tells, when all is decided, where each piece stands in the spreadsheets, so that pieces are written in any order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import accumulate

from petitions.review.reading.pieces import Piece
from petitions.review.running.segments import Segment
from petitions.review.running.task import Decisions, Part, Read, Share, Writing


def shares_of(reads: Sequence[Read]) -> list[Share]:
    """Return the shares that have people, each with where its rows lie."""
    firsts = first_rows(reads)
    found: dict[int, list[tuple[int, int, Segment]]] = defaultdict(list)
    for read, first in zip(reads, firsts, strict=True):
        for share, segment in enumerate(read.segments):
            if segment.length:
                found[share].append((read.number, first, segment))
    return [Share(number, tuple(found[number])) for number in sorted(found)]


def first_rows(reads: Sequence[Read]) -> list[int]:
    """Return the number of the first row of each piece."""
    return [0, *accumulate(read.rows for read in reads)][:-1]


def layout(
    pieces: Sequence[Piece],
    *,
    reads: Sequence[Read],
    decided: Iterable[Decisions],
    empty: int,
    headers: tuple[int, int],
) -> list[Writing]:
    """Return where each piece goes; ``empty`` and ``headers`` are lengths in bytes."""
    parts: dict[int, list[tuple[int, Part]]] = defaultdict(list)
    for decisions in decided:
        for part in decisions.parts:
            parts[part.piece].append((decisions.number, part))
    at, condensed_at = headers
    laid = []
    for piece, read, first in zip(pieces, reads, first_rows(reads), strict=True):
        cells = tuple((share, part.segment) for share, part in parts[read.number])
        laid.append(Writing(piece, first, read.is_plain, at, condensed_at, cells))
        added = _added(read, parts=[part for _, part in parts[read.number]], empty=empty)
        at, condensed_at = at + read.text + added, condensed_at + read.condensed + added
    return laid


def _added(read: Read, *, parts: Sequence[Part], empty: int) -> int:
    """Return how many bytes the added cells of a piece take."""
    with_cells = sum(part.rows for part in parts)
    return sum(part.length for part in parts) + (read.rows - with_cells) * empty
