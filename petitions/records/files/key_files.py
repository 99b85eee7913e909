"""The keys of rows as files of one folder of this machine: linked under their names, put on the disk, written over in the end."""

from __future__ import annotations

import fcntl
import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from datetime import datetime
from pathlib import Path

from petitions.records.files.folders import FolderStorage
from petitions.records.private_folder import KEY_BYTES, PRIVATE_FOLDER, new_file

_unsynced: ContextVar[list[Path] | None] = ContextVar("unsynced", default=None)


class KeyFiles(FolderStorage):
    """A ``petitions.records.files.stores.KeyStore``."""

    def key(self, place: str) -> bytes | None:
        """Return a whole key."""
        try:
            found = (self.place / place).read_bytes()
        except FileNotFoundError:
            return None
        return found if len(found) == KEY_BYTES else None

    def key_or(self, place: str, new: Callable[[], bytes]) -> bytes:
        """Return the key; where there is none make one, which outlasts a loss of power."""
        return self.key(place) or self._made(place, new())

    @contextmanager
    def together(self) -> Iterator[None]:
        """Have the keys that the block makes put on the disk at its end."""
        token = _unsynced.set([])
        try:
            yield
            made = _unsynced.get() or []
            for one in made:
                _sync(one)
            if made:
                _sync(self.place)
        finally:
            _unsynced.reset(token)

    def destroy_key(self, place: str) -> None:
        """Write over a key and take its file away."""
        path = self.place / place
        with suppress(FileNotFoundError):
            with path.open("r+b") as file:
                file.write(bytes(KEY_BYTES))
                file.flush()
                os.fsync(file.fileno())
            path.unlink()

    def sweep(self, *, before: datetime) -> None:
        """Take away what a process that was killed had half written before that moment."""
        for one in self.place.glob(".*"):
            with suppress(FileNotFoundError):
                if one.stat().st_mtime < before.timestamp():
                    one.unlink()

    def is_empty(self) -> bool:
        """Say whether there is no key, or no folder."""
        try:
            with os.scandir(self.place) as found:
                return next(found, None) is None
        except OSError:
            return True

    def faults(self) -> list[str]:
        """Return nothing: a disk destroys what it is told to, and links a name once."""
        return []

    def every_key(self) -> Iterator[tuple[str, bytes]]:
        """Return each place with its key; one that is destroyed meanwhile is left out."""
        for one in sorted(self.place.glob("[!.]*")):
            with suppress(FileNotFoundError):
                if one.is_file():
                    yield one.name, one.read_bytes()

    def _made(self, place: str, key: bytes) -> bytes:
        """Keep a key; where another process was faster, take that one's; raise OSError where the disk has no room."""
        draft = self.place / f".{secrets.token_hex(8)}"
        self.place.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
        try:
            with new_file(draft) as file:
                file.write(key)
            found = self._named(draft, place)
        finally:
            draft.unlink(missing_ok=True)
        if found is not None:
            return found
        path, waiting = self.place / place, _unsynced.get()
        if waiting is None:
            _sync(path)
            _sync(self.place)
        else:
            waiting.append(path)
        return key

    def _named(self, draft: Path, place: str) -> bytes | None:
        """Give a draft the name of the key; return the key that stands there already, where one does."""
        path = self.place / place
        with suppress(FileExistsError):
            os.link(draft, path)
            return None
        with self._alone():
            found = self.key(place)
            if found is None:  # a loss of power left half a key, before anything that it sealed was committed
                draft.replace(path)
        return found

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Hold the folder, so that of two processes the second sees what the first has put there."""
        descriptor = os.open(self.place, os.O_RDONLY)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            yield
        finally:
            os.close(descriptor)


def _sync(path: Path) -> None:
    """Put a file, or the names in a folder, on the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
