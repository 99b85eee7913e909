"""Where a review run keeps what it needs to continue: beside the results, in a folder of its own."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from contextlib import suppress
from enum import Enum
from pathlib import Path
from typing import Any

from petitions.exchange.runs.folder import RunFolder, as_json

ALL_RESULTS = "All_Results.csv"
CONDENSED_RESULTS = "All_Results_Condensed.csv"
PROP64_RESULTS = "Prop64_Results.csv"
SUMMARY = "summary.json"
REPORT, REPORT_PAGE = "report.pdf", "report.html"
PROBLEMS = "problems.csv"
_BOOT, _FINISHED = "boot", "finished"


class Step(Enum):
    """A step that a run goes over all pieces or shares with."""

    READ = "read"
    DECIDED = "decided"
    WRITTEN = "written"


class ReviewPlaces(RunFolder):
    """The folders and files of one run."""

    __slots__ = ()
    OWN = ".review"
    MAY_DIFFER = (_BOOT, _FINISHED)

    def rows(self, piece: int) -> Path:
        """Return the file of what decides, of the rows of a piece."""
        return self.own / f"rows-{piece:06d}.tables"

    def condensed(self, piece: int) -> Path:
        """Return the file of the condensed rows of a piece."""
        return self.own / f"condensed-{piece:06d}.csv"

    def problems(self, piece: int) -> Path:
        """Return the file of the problems of a piece."""
        return self.own / f"problems-{piece:06d}.json"

    def cells(self, share: int) -> Path:
        """Return the file of the cells that a share of the people adds."""
        return self.own / f"cells-{share:06d}.tables"

    def judged(self, piece: int) -> Path:
        """Return the file of the rows of a piece that were judged."""
        return self.own / f"judged-{piece:06d}.csv"

    def aside(self, name: str) -> Path:
        """Return where a result grows until it is whole."""
        return self.own / f"growing-{name}"

    def note(self, step: Step, number: int, done: Any) -> None:
        """Note that a step is done with a piece or a share."""
        self.put(self._note(step, number), [pickle.dumps(done)])

    def noted(self, step: Step) -> Iterator[Any]:
        """Yield what was noted of a step, in order."""
        for path in sorted(self.own.glob(f"{step.value}-*.done")):
            with suppress(EOFError, pickle.UnpicklingError):
                yield pickle.loads(path.read_bytes())  # noqa: S301 - this user's own file, in a folder closed to others

    def start_again(self, boot: str) -> None:
        """Forget all that was done; the computer may have stopped before it stood on the disk."""
        for path in self.own.glob("*.done"):
            path.unlink()
        self.put(self.state, [as_json({**self.noted_run(), _BOOT: boot})])

    def forget(self) -> None:
        """Forget the run itself: nothing of it is left when the folder is let go."""
        self.state.unlink()

    def finish(self, totals: dict[str, Any]) -> None:
        """Note the end, and remove what was needed only to get there."""
        self.put(self.state, [as_json({**self.noted_run(), _FINISHED: totals})])
        self.sweep()

    def finished(self) -> dict[str, Any] | None:
        """Return what a finished run came to; None before its end."""
        found: dict[str, Any] | None = self.noted_run().get(_FINISHED)
        return found

    def sweep(self) -> None:
        """Remove what a stopped start left half done, and what a finished run needs no more."""
        super().sweep()
        if self.state.exists() and self.finished():
            for pattern in ("*.done", "*.tables", "*.csv", "*-*.json"):
                for path in self.own.glob(pattern):
                    path.unlink()

    def _note(self, step: Step, number: int) -> Path:
        return self.own / f"{step.value}-{number:06d}.done"
