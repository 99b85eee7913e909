"""Where a run keeps what it needs to continue: beside what it makes, in a folder of its own."""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, ClassVar

_STATE = "run.json"


class OtherRun(Exception):
    """The folder holds what another run made."""


class AtWork(Exception):
    """Another start of the command writes in the folder at this moment."""


class FolderNotEmpty(Exception):
    """The folder holds other files, or is none."""


@dataclass(frozen=True, slots=True)
class RunFolder:
    """The folder of one run, and within it the run's own."""

    folder: Path

    OWN: ClassVar[str]
    """The name of the run's own folder."""
    MAY_DIFFER: ClassVar[tuple[str, ...]]
    """What a later start of the same run may have noted otherwise."""

    @property
    def own(self) -> Path:
        """Return the run's own folder."""
        return self.folder / self.OWN

    @property
    def state(self) -> Path:
        """Return the note of what is run."""
        return self.own / _STATE

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep other runs out; raise FolderNotEmpty or AtWork. Where no run begins, the folder stays as it was."""
        self._check()
        is_new = not self.folder.exists()
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.own.mkdir(mode=0o700, exist_ok=True)
        with self._alone():
            self._lock("workers", kind=fcntl.LOCK_EX).close()  # those of a killed run may still be ending
            self.sweep()
            try:
                yield
            finally:
                self._leave(is_new=is_new)

    def hold(self) -> IO[bytes]:
        """Tell that a worker lives, until the file is closed: the next run waits for that."""
        return self._lock("workers", kind=fcntl.LOCK_SH)

    def begin(self, run: dict[str, Any]) -> dict[str, Any]:
        """Note what is run, or return what an earlier start of the same run noted; raise OtherRun for another."""
        if not self.state.exists():
            self.put(self.state, [as_json(run)])
        noted = self.noted_run()
        if self._lasting(noted) != self._lasting(run):
            raise OtherRun
        return noted

    def noted_run(self) -> dict[str, Any]:
        """Return what was noted of the run; raise OtherRun where that is no note of ours."""
        try:
            noted: dict[str, Any] = json.loads(self.state.read_bytes())
        except ValueError:
            raise OtherRun from None
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

    def sweep(self) -> None:
        """Remove what a stopped start left half done; a kind of run adds what it needs no more."""
        for stage in self.own.glob("stage-*"):
            shutil.rmtree(stage, ignore_errors=True)
        for file in self.own.glob("*.part"):
            file.unlink()

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

    def _leave(self, *, is_new: bool) -> None:
        if self.state.exists():
            self.sweep()
            return
        shutil.rmtree(self.own)
        if is_new:
            self.folder.rmdir()

    def _lasting(self, run: dict[str, Any]) -> dict[str, Any]:
        return {key: value for key, value in run.items() if key not in self.MAY_DIFFER}


def as_json(value: object) -> bytes:
    """Write a value as a run notes it."""
    return json.dumps(value, ensure_ascii=False).encode()
