"""The sealed files of one review: nobody can read one, or tell by its name what it is, without the review's key."""

from __future__ import annotations

import hashlib
import hmac
import io
import os
import secrets
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from petitions.records.held.folder import destroy
from petitions.records.reviews.sealed_stream import CHUNK, SealingWriter, UnsealingReader
from petitions.records.sealed_bytes import Unreadable

KEY_BYTES = 32
_PRIVATE_FOLDER, _PRIVATE_FILE = 0o700, 0o600


class VaultGone(Exception):
    """The files were destroyed, or are not what was put there."""


class Draft:
    """A file that grows, and stands under its name only when it is whole; one that nobody holds any more is gone."""

    def __init__(self, path: Path, *, target: Path, writer: SealingWriter) -> None:
        self._path, self._target, self._writer = path, target, writer
        weakref.finalize(self, path.unlink, missing_ok=True)

    @property
    def size(self) -> int:
        """Return how many bytes were written."""
        return self._writer.size

    def write(self, content: bytes) -> None:
        """Take more."""
        self._writer.write(content)

    def keep(self) -> None:
        """Seal the end, and put the file in its place."""
        self._writer.close()
        self._path.replace(self._target)

    def drop(self) -> None:
        """Take it away."""
        self._path.unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class Vault:
    """One folder and the key of its files. Names are our own words, never typed ones."""

    path: Path
    key: bytes = field(repr=False)

    def make(self) -> None:
        """Make the folder, for its owner alone."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.parent.chmod(_PRIVATE_FOLDER)
        self.path.mkdir(mode=_PRIVATE_FOLDER)

    @property
    def is_there(self) -> bool:
        """Say whether it was not destroyed."""
        return self.path.is_dir()

    def draft(self, name: str) -> Draft:
        """Begin a file."""
        path = self.path / f".{secrets.token_hex(8)}"
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW
        try:
            file = os.fdopen(os.open(path, flags, _PRIVATE_FILE), "wb")
        except OSError:
            raise VaultGone from None
        writer = SealingWriter(file, key=self.key, bound_to=name.encode())
        return Draft(path, target=self._place(name), writer=writer)

    def put(self, name: str, content: bytes) -> None:
        """Seal a file in one go: whoever reads sees the old content or the new, never a part."""
        draft = self.draft(name)
        try:
            draft.write(content)
            draft.keep()
        except OSError:
            draft.drop()
            raise VaultGone from None

    def open(self, name: str) -> IO[bytes]:
        """Open a file; raise VaultGone where there is none. Reading raises Unreadable where it was changed."""
        try:
            raw = UnsealingReader(self._place(name).open("rb"), key=self.key, bound_to=name.encode())
        except (OSError, Unreadable):
            raise VaultGone from None
        return io.BufferedReader(raw, CHUNK)

    @contextmanager
    def reading(self, name: str) -> Iterator[IO[bytes]]:
        """Open a file; raise VaultGone where there is none, or it is not what was put there."""
        with self.open(name) as file:
            try:
                yield file
            except Unreadable:
                raise VaultGone from None

    def get(self, name: str) -> bytes:
        """Read a whole file; raise VaultGone as ``reading``."""
        with self.reading(name) as file:
            return file.read()

    def has(self, name: str) -> bool:
        """Say whether there is such a file, whole."""
        try:
            with self.reading(name):
                return True
        except VaultGone:
            return False

    def remove(self, name: str) -> None:
        """Take a file out; nothing happens where there is none."""
        self._place(name).unlink(missing_ok=True)

    def sweep(self) -> None:
        """Take away what a process that was killed had half written; only whoever alone writes may do so."""
        for one in self.path.glob(".*"):
            one.unlink(missing_ok=True)

    def destroy(self) -> None:
        """Take the whole folder away."""
        destroy(self.path)

    def _place(self, name: str) -> Path:
        return self.path / hmac.new(self.key, name.encode(), hashlib.sha256).hexdigest()[:32]
