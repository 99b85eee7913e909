"""A private folder of sealed files: only its owner can list it, and nothing in it can be read without its key."""

from __future__ import annotations

import os
import secrets
import shutil
from dataclasses import dataclass, field
from pathlib import Path

from petitions.records.sealed_bytes import Unreadable, seal_bytes, unseal_bytes

KEY_BYTES = 32
_PRIVATE_FOLDER, _PRIVATE_FILE = 0o700, 0o600


class FolderGone(Exception):
    """The folder was destroyed, or what stands in it is not what was put there."""


@dataclass(frozen=True, slots=True)
class Folder:
    """One folder and the key of its files. Names of files are our own words, never typed ones."""

    path: Path
    key: bytes = field(repr=False)

    def make(self) -> None:
        """Make it, for its owner alone."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.parent.chmod(_PRIVATE_FOLDER)
        self.path.mkdir(mode=_PRIVATE_FOLDER)

    @property
    def is_there(self) -> bool:
        """Say whether it was not destroyed."""
        return self.path.is_dir()

    def put(self, name: str, content: bytes) -> None:
        """Seal a file: whoever reads sees the old content or the new, never a part."""
        draft = self.path / f".{secrets.token_hex(8)}"
        try:
            _write(draft, seal_bytes(content, key=self.key, bound_to=self._bound_to(name)))
            draft.replace(self.path / name)
        except OSError:
            raise FolderGone from None

    def get(self, name: str) -> bytes | None:
        """Open a file; None where there is none."""
        try:
            sealed = (self.path / name).read_bytes()
        except FileNotFoundError:
            return None
        try:
            return unseal_bytes(sealed, key=self.key, bound_to=self._bound_to(name))
        except Unreadable:
            raise FolderGone from None

    def has(self, name: str) -> bool:
        """Say whether there is such a file."""
        return (self.path / name).is_file()

    def names(self) -> frozenset[str]:
        """Return the names of its files."""
        try:
            return frozenset(one.name for one in self.path.iterdir() if not one.name.startswith("."))
        except FileNotFoundError:
            return frozenset()

    def remove(self, name: str) -> None:
        """Take a file out; nothing happens where there is none."""
        (self.path / name).unlink(missing_ok=True)

    def sweep(self) -> None:
        """Take away what a process that was killed had half written; only whoever alone writes may do so."""
        for one in self.path.glob(".*"):
            one.unlink(missing_ok=True)

    def destroy(self) -> None:
        """Take the whole folder away."""
        destroy(self.path)

    def _bound_to(self, name: str) -> bytes:
        return f"held sheet\n{self.path.name}\n{name}".encode()


def destroy(path: Path) -> None:
    """Take a folder away, also while another process still writes into it."""
    gone = path.with_name(f".{secrets.token_hex(8)}")
    try:
        path.rename(gone)
    except FileNotFoundError:
        return
    shutil.rmtree(gone, ignore_errors=True)


def _write(path: Path, content: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW
    with os.fdopen(os.open(path, flags, _PRIVATE_FILE), "wb") as file:
        file.write(content)
