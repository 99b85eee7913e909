"""The sealed files of one review: nobody can read one, or tell by its name what it is, without the review's key."""

from __future__ import annotations

import hashlib
import hmac
import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO

from petitions.records.files.place import FilesAway, Growing, Sealed
from petitions.records.reviews.sealed_stream import CHUNK, SealingWriter, UnsealingReader
from petitions.records.sealed_bytes import Unreadable


class VaultGone(Exception):
    """The files were destroyed, or are not what was put there."""


class Draft:
    """A file that grows, and stands under its name only when it is whole; one that nobody holds any more is gone."""

    def __init__(self, file: Growing, *, key: bytes, name: str) -> None:
        self._file, self._writer = file, SealingWriter(file, key=key, bound_to=name.encode())

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
        self._file.keep()

    def drop(self) -> None:
        """Take it away."""
        self._file.drop()


@dataclass(frozen=True, slots=True)
class Vault(Sealed):
    """The folder of one review; a file stands under a name that only the key tells."""

    def draft(self, name: str) -> Draft:
        """Begin a file."""
        try:
            return Draft(self.place.begin(self._hidden(name)), key=self.key, name=name)
        except FileNotFoundError:
            raise VaultGone from None

    def put(self, name: str, content: bytes) -> None:
        """Seal a file in one go: whoever reads sees the old content or the new, never a part.

        Raise VaultGone where there is no vault any more, OSError where there is no room, or a store
        does not answer; then nothing stays.
        """
        draft = self.draft(name)
        try:
            draft.write(content)
            draft.keep()
        except FileNotFoundError:
            raise VaultGone from None
        except OSError:
            draft.drop()
            raise

    def open(self, name: str) -> IO[bytes]:
        """Open a file; raise VaultGone where there is none. Reading raises Unreadable where it was changed."""
        try:
            raw = UnsealingReader(self.place.open(self._hidden(name)), key=self.key, bound_to=name.encode())
        except FilesAway:
            raise
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
        self.place.remove(self._hidden(name))

    def _hidden(self, name: str) -> str:
        return hmac.new(self.key, name.encode(), hashlib.sha256).hexdigest()[:32]
