"""What every job of a review run has in common, and what each kind of job is told and answers."""

from __future__ import annotations

import gc
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from pkgutil import resolve_name
from typing import IO, Any

from petitions.review.reading.pieces import Piece
from petitions.review.running.places import ReviewPlaces
from petitions.review.running.segments import Segment

_SELDOM = 1_000_000
"""So many things made and not thrown away are looked through, a thousand times as many as usual."""


@dataclass(frozen=True, slots=True)
class Task:
    """The files, the folder of the results, the options as JSON, how many shares the people
    are in, and whether spreadsheets are wanted beside the summary.

    ``decide``, ``tally`` and ``review_from`` name functions as "module:function": a worker loads them when it needs them.
    """

    files: tuple[Path, ...]
    folder: Path
    options: str
    county: str
    on: date
    shares: int
    spreadsheets: bool
    decide: str = "petitions.review.decide:decide"
    tally: str = "petitions.review.decide:tally_alone"
    review_from: str = "petitions.review.options:review_from"
    added: str = "petitions.review.added:added"

    def hold(self) -> IO[bytes]:
        """Tell that a worker of this run lives, until the file is closed."""
        return ReviewPlaces(self.folder).hold()

    def prepare(self) -> None:
        """Seldom look for circles that nobody holds: there are none in rows, and a million rows are a million things to look at."""
        gc.set_threshold(_SELDOM)


@dataclass(frozen=True, slots=True)
class Read:
    """What was read of the piece of this number: its rows and lines, the bytes of both texts, and where each share's rows lie."""

    number: int
    rows: int
    lines: int
    is_plain: bool
    text: int
    condensed: int
    segments: tuple[Segment, ...]
    problems: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Share:
    """One share of the people: for each piece that has some of them its number, its first row, and where they lie."""

    number: int
    parts: tuple[tuple[int, int, Segment], ...]

    @property
    def size(self) -> int:
        """Return how many bytes are read for it."""
        return sum(segment.length for _, _, segment in self.parts)


@dataclass(frozen=True, slots=True)
class Part:
    """The cells that one share adds to rows of one piece: where they lie, how many rows get some, how many bytes."""

    piece: int
    segment: Segment
    rows: int
    length: int


@dataclass(frozen=True, slots=True)
class Decisions:
    """What the share of this number came to: how many rows it had, the cells for each piece, and the tally."""

    number: int
    rows: int
    parts: tuple[Part, ...]
    tally: Any


@dataclass(frozen=True, slots=True)
class Writing:
    """Where one piece is to stand in both spreadsheets, and the cells that are added to it."""

    piece: Piece
    first_row: int
    is_plain: bool
    at: int
    condensed_at: int
    cells: tuple[tuple[int, Segment], ...]


@dataclass(frozen=True, slots=True)
class Done:
    """Tells that the piece of this number is written, with its rows."""

    number: int
    rows: int


@lru_cache(maxsize=4)
def review_of(task: Task) -> Any:
    """Return the review that the options ask for."""
    options = json.loads(task.options)
    return resolve_name(task.review_from)(options, county=task.county, on=task.on)


def glances(task: Task) -> bool:
    """Tell whether most rows need not be read: where only a tally is wanted, and no rule looks at what was not convicted."""
    return not task.spreadsheets and not review_of(task).looks_beside


def added_by(task: Task) -> tuple[str, ...]:
    """Return the names of the columns that the review adds."""
    names: tuple[str, ...] = resolve_name(task.added)(review_of(task).flow)
    return names


def empty_cells(task: Task) -> bytes:
    """Return what is added to a row without any decision."""
    return b"," * len(added_by(task))
