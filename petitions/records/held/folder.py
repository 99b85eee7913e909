"""A private folder of sealed files: only its owner can list it, and nothing in it can be read without its key."""

from __future__ import annotations

from dataclasses import dataclass

from petitions.records.files.place import Sealed
from petitions.records.sealed_bytes import Unreadable, seal_bytes, unseal_bytes


class FolderGone(Exception):
    """The folder was destroyed, or what stands in it is not what was put there."""


@dataclass(frozen=True, slots=True)
class Folder(Sealed):
    """One folder of a sheet or a print job."""

    def put(self, name: str, content: bytes) -> None:
        """Seal a file: whoever reads sees the old content or the new, never a part.

        Raise FolderGone where there is no folder any more, OSError where there is no room, or a store does not answer;
        then nothing stays.
        """
        sealed = seal_bytes(content, key=self.key, bound_to=self._bound_to(name))
        try:
            self.place.put(name, sealed)
        except FileNotFoundError:
            raise FolderGone from None

    def get(self, name: str) -> bytes | None:
        """Open a file; None where there is none."""
        try:
            sealed = self.place.read(name)
        except FileNotFoundError:
            return None
        try:
            return unseal_bytes(sealed, key=self.key, bound_to=self._bound_to(name))
        except Unreadable:
            raise FolderGone from None

    def has(self, name: str) -> bool:
        """Say whether there is such a file."""
        return self.place.has(name)

    def names(self) -> frozenset[str]:
        """Return the names of its files."""
        return self.place.names()

    def remove(self, name: str) -> None:
        """Take a file out; nothing happens where there is none."""
        self.place.remove(name)

    def _bound_to(self, name: str) -> bytes:
        return f"held sheet\n{self.name}\n{name}".encode()
