"""A folder of this machine that only its owner can list; what is written first stands under a hidden name. Free of Django."""

from __future__ import annotations

import fcntl
import os
import secrets
import shutil
import time
import weakref
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from petitions.records.files.place import NotYourTurn

KEY_BYTES = 32
PRIVATE_FOLDER, _PRIVATE_FILE = 0o700, 0o600
_TURN = "turn"
_MOST_SWEEPS, _BETWEEN_SWEEPS = 100, 0.01
"""Who was about to make a file when a folder was taken away may make it while it is emptied; then it is emptied again."""


@dataclass(frozen=True, slots=True)
class PrivateFolder:
    """One folder: a ``petitions.records.files.place.Place`` on a disk."""

    path: Path

    @property
    def name(self) -> str:
        """Return the name of the folder."""
        return self.path.name

    @property
    def is_there(self) -> bool:
        """Say whether it was made and not destroyed."""
        return self.path.is_dir()

    def make(self) -> None:
        """Make it, for its owner alone."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.parent.chmod(PRIVATE_FOLDER)
        self.path.mkdir(mode=PRIVATE_FOLDER)

    def put(self, name: str, content: bytes) -> None:
        """Keep a file under its name once it is whole."""
        draft = self._new_draft()
        try:
            with new_file(draft) as file:
                file.write(content)
            draft.replace(self.path / name)
        except FileNotFoundError:
            raise
        except OSError:
            draft.unlink(missing_ok=True)
            raise

    def begin(self, name: str) -> Draft:
        """Begin a file of any length."""
        return Draft(self._new_draft(), target=self.path / name)

    def read(self, name: str) -> bytes:
        """Return a whole file."""
        return (self.path / name).read_bytes()

    def open(self, name: str) -> IO[bytes]:
        """Open a file."""
        return (self.path / name).open("rb")

    def has(self, name: str) -> bool:
        """Say whether there is such a file."""
        return (self.path / name).is_file()

    def names(self) -> frozenset[str]:
        """Return the names of the files that are not hidden."""
        try:
            with os.scandir(self.path) as found:
                return frozenset(one.name for one in found if not one.name.startswith(".") and one.is_file())
        except FileNotFoundError:
            return frozenset()

    def remove(self, name: str) -> None:
        """Take a file out."""
        (self.path / name).unlink(missing_ok=True)

    def sweep(self) -> None:
        """Take away what a process that was killed had half written; only whoever alone writes may do so."""
        for one in self.path.glob(".*"):
            if not one.is_dir():
                one.unlink(missing_ok=True)

    def destroy(self) -> None:
        """Take the folder away, also while another process still writes into it."""
        gone = self.path.with_name(f".{secrets.token_hex(8)}")
        try:
            self.path.rename(gone)
        except FileNotFoundError:
            return
        for _time in range(_MOST_SWEEPS):
            shutil.rmtree(gone, ignore_errors=True)
            if not gone.exists():
                return
            time.sleep(_BETWEEN_SWEEPS)

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Hold the turn while the block runs; it is free again when the process that had it has died."""
        try:
            file = os.open(self.path / _TURN, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, _PRIVATE_FILE)
        except OSError:
            raise NotYourTurn from None
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            yield
        except BlockingIOError:
            raise NotYourTurn from None
        finally:
            os.close(file)

    def orders(self) -> Mapping[str, str]:
        """Return the words by which another process finds it."""
        return {"path": str(self.path)}

    def _new_draft(self) -> Path:
        """Return the hidden name of a file that is still to be written."""
        return self.path / f".{secrets.token_hex(8)}"


class Draft:
    """A file that grows under a hidden name; one that nobody holds any more is gone."""

    def __init__(self, path: Path, *, target: Path) -> None:
        self._path, self._target, self._file = path, target, new_file(path)
        self.write = self._file.write
        weakref.finalize(self, path.unlink, missing_ok=True)

    def close(self) -> None:
        """Take no more."""
        self._file.close()

    def keep(self) -> None:
        """Put it under its name."""
        self._path.replace(self._target)

    def drop(self) -> None:
        """Take it away."""
        self._path.unlink(missing_ok=True)


def new_file(path: Path) -> IO[bytes]:
    """Open a file that was not there before, for its owner alone; raise OSError where that cannot be."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW
    return os.fdopen(os.open(path, flags, _PRIVATE_FILE), "wb")
