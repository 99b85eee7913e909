"""A private folder of sealed files: only its owner can list it, and nothing in it can be read without its key."""

from __future__ import annotations

from dataclasses import dataclass

from petitions.records.private_folder import PrivateFolder, new_file
from petitions.records.sealed_bytes import Unreadable, seal_bytes, unseal_bytes


class FolderGone(Exception):
    """The folder was destroyed, or what stands in it is not what was put there."""


@dataclass(frozen=True, slots=True)
class Folder(PrivateFolder):
    """One folder of a sheet or a print job."""

    def put(self, name: str, content: bytes) -> None:
        """Seal a file: whoever reads sees the old content or the new, never a part.

        Raise FolderGone where there is no folder any more, OSError where the disk takes nothing; then nothing stays.
        """
        draft, sealed = self.new_draft(), seal_bytes(content, key=self.key, bound_to=self._bound_to(name))
        try:
            with new_file(draft) as file:
                file.write(sealed)
            draft.replace(self.path / name)
        except FileNotFoundError:
            raise FolderGone from None
        except OSError:
            draft.unlink(missing_ok=True)
            raise

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

    def _bound_to(self, name: str) -> bytes:
        return f"held sheet\n{self.path.name}\n{name}".encode()
