"""Keeps one key for each row whose end must reach every copy of it: in a folder apart, which no backup of the site holds.

What such a row seals opens only with its own key and a key of the site together. Once the row is deleted, its own key is
destroyed, and with that the copies of the row in old backups cannot be read any more.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from pathlib import Path

from django.conf import settings

from petitions.records.private_folder import KEY_BYTES, PRIVATE_FOLDER, new_file

_unsynced: ContextVar[list[Path] | None] = ContextVar("unsynced", default=None)


def place_of(name: str) -> str:
    """Return the name of a key's file, from which nobody learns the name of its row."""
    return hashlib.sha256(f"own key\n{name}".encode()).hexdigest()[:40]


def own_key(name: str) -> bytes | None:
    """Return the key of a row; None where it was destroyed, or never made."""
    try:
        found = (folder() / place_of(name)).read_bytes()
    except FileNotFoundError:
        return None
    return found if len(found) == KEY_BYTES else None


def own_key_or_new(name: str) -> bytes:
    """Return the key of a row; where there is none make one, which outlasts a loss of power."""
    return own_key(name) or _made(name)


@contextmanager
def written_together() -> Iterator[None]:
    """Have the keys that the block makes put on the disk at its end, which costs less; commit their rows only then."""
    token = _unsynced.set([])
    try:
        yield
        made = _unsynced.get() or []
        for one in made:
            _sync(one)
        if made:
            _sync(folder())
    finally:
        _unsynced.reset(token)


def destroy_key(place: str) -> None:
    """Write over a key and take its file away; nothing happens where there is none."""
    path = folder() / place
    with suppress(FileNotFoundError):
        with path.open("r+b") as file:
            file.write(bytes(KEY_BYTES))
            file.flush()
            os.fsync(file.fileno())
        path.unlink()


def sweep_drafts(*, before: float) -> None:
    """Take away what a process that was killed had half written before that moment, in seconds of the clock."""
    for one in folder().glob(".*"):
        with suppress(FileNotFoundError):
            if one.stat().st_mtime < before:
                one.unlink()


def folder() -> Path:
    """Return the folder of the keys."""
    return Path(settings.ROW_KEYS_DIR)


def _made(name: str) -> bytes:
    """Make a key; where another process was faster, take that one's; raise OSError where the disk has no room."""
    key, draft = secrets.token_bytes(KEY_BYTES), folder() / f".{secrets.token_hex(8)}"
    folder().mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    try:
        with new_file(draft) as file:
            file.write(key)
        found = _named(draft, name)
    finally:
        draft.unlink(missing_ok=True)
    if found is not None:
        return found
    path, waiting = folder() / place_of(name), _unsynced.get()
    if waiting is None:
        _sync(path)
        _sync(folder())
    else:
        waiting.append(path)
    return key


def _named(draft: Path, name: str) -> bytes | None:
    """Give a draft the name of the key; return the key that stands there already, where one does."""
    path = folder() / place_of(name)
    with suppress(FileExistsError):
        os.link(draft, path)
        return None
    with _alone():
        found = own_key(name)
        if found is None:  # a loss of power left half a key, before anything that it sealed was committed
            draft.replace(path)
    return found


@contextmanager
def _alone() -> Iterator[None]:
    """Hold the folder, so that of two processes the second sees what the first has put there."""
    descriptor = os.open(folder(), os.O_RDONLY)
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
