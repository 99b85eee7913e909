"""What is asked of a review run, and how its work is cut."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl

from petitions.law.determine import LAW_VERSION
from petitions.review.running.task import Task

EDITION = "2026-11-29.2"
"""Changes whenever the rules of the review or the look of its results do: a run goes on under the same one alone."""
_SMALLEST_PIECE, _USUAL_PIECE = 1 << 20, 8 << 20
_LARGEST_PIECE, _LARGEST_OF_TALLY = 16 << 20, 32 << 20
_MANY, _MANY_OF_TALLY = 128, 72
"""Pieces from which on they grow with the files: each is kept apart for each share, and small tables cost time."""
_SHARE, _SHARE_OF_TALLY = 300 << 20, 600 << 20
"""Bytes of the files for which there is one share of the people; memory follows the share, not the file. Without spreadsheets less is kept."""
_IN_ONE_SHARE = 8 << 20


@dataclass(frozen=True, slots=True)
class Order:
    """The files, the folder for the results, the options as JSON, whose convictions and on which day they are judged."""

    files: tuple[Path, ...]
    folder: Path
    options: str
    county: str
    on: date
    workers: int
    strict: bool
    spreadsheets: bool
    resume: bool
    engine: Mapping[str, str] = field(default_factory=dict)
    """Other functions than the usual ones of Task, by name."""

    def task(self, *, shares: int) -> Task:
        """Return what the jobs have in common."""
        return Task(
            self.files,
            self.folder,
            self.options,
            self.county,
            self.on,
            shares,
            self.spreadsheets,
            **self.engine,
        )

    def noted(self, about: list[dict[str, Any]], *, boot: str) -> dict[str, Any]:
        """Return what the results rest on, and how the work is cut, ready for JSON."""
        size = sum(file["size"] for file in about)
        return {
            "files": about,
            "options": self.options,
            "county": self.county,
            "on": self.on.isoformat(),
            "spreadsheets": self.spreadsheets,
            "versions": [EDITION, LAW_VERSION, pl.__version__],
            "boot": boot,
            "piece": self._piece(size),
            "shares": 1 if size < _IN_ONE_SHARE else self._shares(size),
        }

    def _shares(self, size: int) -> int:
        """Return how many shares there are: as many for one worker as for another."""
        one = _SHARE if self.spreadsheets else _SHARE_OF_TALLY
        return -(-size // (one * self.workers)) * self.workers

    def _piece(self, size: int) -> int:
        """Return the size of a piece: small enough that all workers have some."""
        usual = max(_SMALLEST_PIECE, min(_USUAL_PIECE, size // (4 * self.workers)))
        largest = _LARGEST_PIECE if self.spreadsheets else _LARGEST_OF_TALLY
        many = _MANY if self.spreadsheets else _MANY_OF_TALLY
        return max(usual, min(largest, size // many))
