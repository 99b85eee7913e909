"""Where a run keeps what it needs to continue: beside the papers, in a folder of its own."""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

MANIFEST = "manifest.jsonl"
PROBLEMS = "problems.jsonl"
_OWN = ".packets"
_STATE = "run.json"
_INPUT = "input.ndjson"
_FINISHED = "finished"
_MAY_DIFFER = ("on", _FINISHED)
"""What a later start of the same run may have otherwise."""


class OtherRun(Exception):
    """The folder holds another run's papers."""


class AtWork(Exception):
    """Another start of the command writes in the folder at this moment."""


class FolderNotEmpty(Exception):
    """The folder holds other files, or is none."""


@dataclass(frozen=True, slots=True)
class Places:
    """The folders and files of one run."""

    folder: Path

    @property
    def own(self) -> Path:
        """Return the run's own folder."""
        return self.folder / _OWN

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep other runs out; raise FolderNotEmpty or AtWork. Where no run begins, the folder stays as it was."""
        self._check()
        is_new = not self.folder.exists()
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.own.mkdir(mode=0o700, exist_ok=True)
        with self._alone():
            self._lock("workers", kind=fcntl.LOCK_EX).close()  # those of a killed run may still be ending
            self._sweep()
            try:
                yield
            finally:
                self._leave(is_new=is_new)

    def hold(self) -> IO[bytes]:
        """Tell that a worker lives, until the file is closed: the next run waits for that."""
        return self._lock("workers", kind=fcntl.LOCK_SH)

    def keep_input(self, stream: IO[bytes]) -> Path:
        """Keep what can be read only once, until the run ends."""
        with (self.own / _INPUT).open("wb") as file:
            shutil.copyfileobj(stream, file)
        return self.own / _INPUT

    def begin(self, run: dict[str, Any]) -> dict[str, Any]:
        """Note what is run, or return what an earlier start of the same run noted; raise OtherRun for another."""
        if not self._state.exists():
            self.put(self._state, [_json(run)])
        noted = self._noted_run()
        if _lasting(noted) != _lasting(run):
            raise OtherRun
        return noted

    def new_stage(self) -> Path:
        """Make a folder for what is not yet whole."""
        return Path(tempfile.mkdtemp(prefix="stage-", dir=self.own))

    def put(self, path: Path, parts: Iterable[bytes]) -> None:
        """Write a file so that it is there whole or not at all."""
        aside = self.own / f"{path.name}.{os.getpid()}.part"
        with aside.open("wb") as file:
            file.writelines(parts)
        aside.replace(path)

    def note(self, lot: int, *, rows: list[str], problems: list[str]) -> None:
        """Note that a lot is done, with its lines of the manifest and of the problems."""
        self.put(self._lot(lot), [_json([rows, problems])])

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
        self.put(self._state, [_json({**self._noted_run(), _FINISHED: total})])

    def finished(self) -> tuple[int, int] | None:
        """Return how many records a finished run printed, and how many had problems; None before its end."""
        counts = self._noted_run().get(_FINISHED)
        return (counts[0], counts[1]) if counts else None

    def _check(self) -> None:
        if self.folder.is_symlink() or (self.folder.exists() and not self.folder.is_dir()):
            raise FolderNotEmpty
        if self.folder.is_dir() and not self.own.is_dir() and any(self.folder.iterdir()):
            raise FolderNotEmpty

    def _alone(self) -> IO[bytes]:
        try:
            return self._lock("lock", kind=fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AtWork from None

    def _lock(self, name: str, *, kind: int) -> IO[bytes]:
        file = (self.own / name).open("ab")
        try:
            fcntl.flock(file, kind)
        except OSError:
            file.close()
            raise
        return file

    def _sweep(self) -> None:
        """Remove what a stopped start left half done, and what a finished run needs no more."""
        for stage in self.own.glob("stage-*"):
            shutil.rmtree(stage, ignore_errors=True)
        spent = ["*.part", _INPUT]
        if self._state.exists() and self.finished():
            spent.append("lot-*.json")
        for pattern in spent:
            for file in self.own.glob(pattern):
                file.unlink()

    def _leave(self, *, is_new: bool) -> None:
        if self._state.exists():
            self._sweep()
            return
        shutil.rmtree(self.own)
        if is_new:
            self.folder.rmdir()

    @property
    def _state(self) -> Path:
        return self.own / _STATE

    def _noted_run(self) -> dict[str, Any]:
        try:
            noted: dict[str, Any] = json.loads(self._state.read_bytes())
        except ValueError:
            raise OtherRun from None
        return noted

    def _lot(self, number: int) -> Path:
        return self.own / f"lot-{number:07d}.json"

    def _noted(self, lot: int) -> tuple[list[str], list[str]]:
        rows, problems = json.loads(self._lot(lot).read_bytes())
        return rows, problems

    def _lines(self, lots: int, *, index: int) -> Iterator[bytes]:
        for lot in range(lots):
            yield from [line.encode() for line in self._noted(lot)[index]]


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


def _lasting(run: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in run.items() if key not in _MAY_DIFFER}
