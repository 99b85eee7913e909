"""Where a run keeps what it needs to continue: beside the papers, in a folder of its own."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO

from petitions.exchange.runs.folder import RunFolder, as_json

MANIFEST = "manifest.jsonl"
PROBLEMS = "problems.jsonl"
_INPUT = "input.ndjson"
_FINISHED = "finished"


class Places(RunFolder):
    """The folders and files of one run."""

    __slots__ = ()
    OWN = ".packets"
    MAY_DIFFER = ("on", _FINISHED)

    def keep_input(self, stream: IO[bytes]) -> Path:
        """Keep what can be read only once, until the run ends."""
        with (self.own / _INPUT).open("wb") as file:
            shutil.copyfileobj(stream, file)
        return self.own / _INPUT

    def note(self, lot: int, *, rows: list[str], problems: list[str]) -> None:
        """Note that a lot is done, with its lines of the manifest and of the problems."""
        self.put(self._lot(lot), [as_json([rows, problems])])

    def done(self, lots: int) -> dict[int, tuple[int, int]]:
        """Return, by lot, how many records were printed and how many had problems; a damaged note counts for nothing."""
        found = {}
        for lot in range(lots):
            with suppress(FileNotFoundError, ValueError):
                rows, problems = self._noted(lot)
                found[lot] = (len(rows), len(problems))
        return found

    def finish(self, lots: int) -> None:
        """Write the manifest and the problems of the whole run, in the order of the input, and note the end."""
        counts = self.done(lots).values()
        for index, name in enumerate((MANIFEST, PROBLEMS)):
            self.put(self.folder / name, self._lines(lots, index=index))
        total = [sum(printed for printed, _ in counts), sum(problems for _, problems in counts)]
        self.put(self.state, [as_json({**self.noted_run(), _FINISHED: total})])

    def finished(self) -> tuple[int, int] | None:
        """Return how many records a finished run printed, and how many had problems; None before its end."""
        counts = self.noted_run().get(_FINISHED)
        return (counts[0], counts[1]) if counts else None

    def sweep(self) -> None:
        """Remove what a stopped start left half done, and what a finished run needs no more."""
        super().sweep()
        spent = [_INPUT]
        if self.state.exists() and self.finished():
            spent.append("lot-*.json")
        for pattern in spent:
            for file in self.own.glob(pattern):
                file.unlink()

    def _lot(self, number: int) -> Path:
        return self.own / f"lot-{number:07d}.json"

    def _noted(self, lot: int) -> tuple[list[str], list[str]]:
        rows, problems = json.loads(self._lot(lot).read_bytes())
        return rows, problems

    def _lines(self, lots: int, *, index: int) -> Iterator[bytes]:
        for lot in range(lots):
            yield from [line.encode() for line in self._noted(lot)[index]]
