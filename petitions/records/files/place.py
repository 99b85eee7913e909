"""What one folder of sealed files can do, wherever it is: on a disk or in a bucket. Free of Django."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import IO, Protocol


class FilesAway(OSError):
    """The file store does not answer, or refuses: nothing can be read or kept there for now."""


class NotYourTurn(Exception):
    """Another process has the turn, or the folder is gone."""


class Growing(Protocol):
    """A file that grows under no name; one that nobody holds any more is gone."""

    def write(self, content: bytes, /) -> int:
        """Take more; raise OSError where there is no room for it."""

    def close(self) -> None:
        """Take no more."""

    def keep(self) -> None:
        """Put it under its name, whole; raise FileNotFoundError where the folder is gone."""

    def drop(self) -> None:
        """Take it away."""


class Place(Protocol):
    """One folder. Names of files are our own words, never typed ones; a name that begins with a dot is hidden."""

    @property
    def name(self) -> str:
        """Return the name of the folder."""

    @property
    def is_there(self) -> bool:
        """Say whether it was made and not destroyed."""

    def make(self) -> None:
        """Make it, for its owner alone; raise FileExistsError where it is there."""

    def put(self, name: str, content: bytes) -> None:
        """Keep a file: whoever reads sees the old or the new, never a part. FileNotFoundError where the folder is gone."""

    def begin(self, name: str) -> Growing:
        """Begin a file of any length; raise FileNotFoundError where the folder is gone."""

    def read(self, name: str) -> bytes:
        """Return a whole file; raise FileNotFoundError where there is none."""

    def open(self, name: str) -> IO[bytes]:
        """Open a file to be read from any place, so that memory does not grow with it; FileNotFoundError as ``read``."""

    def has(self, name: str) -> bool:
        """Say whether there is such a file."""

    def names(self) -> frozenset[str]:
        """Return the names of the files that are not hidden."""

    def remove(self, name: str) -> None:
        """Take a file out; nothing happens where there is none."""

    def sweep(self) -> None:
        """Take away what a process that was killed had half written; only whoever alone writes may do so."""

    def destroy(self) -> None:
        """Take the whole folder away, also while another process still writes into it."""

    def turn(self) -> AbstractContextManager[None]:
        """Hold the turn to work on the folder while the block runs; raise NotYourTurn where another has it."""

    def orders(self) -> Mapping[str, str]:
        """Return the words by which ``petitions.records.files.ordered`` finds it in another process."""


@dataclass(frozen=True, slots=True)
class Sealed:
    """A folder with the key of its files."""

    place: Place
    key: bytes = field(repr=False)

    @property
    def name(self) -> str:
        """Return the name of the folder."""
        return self.place.name

    @property
    def is_there(self) -> bool:
        """Say whether it was not destroyed."""
        return self.place.is_there

    def make(self) -> None:
        """Make it, for its owner alone."""
        self.place.make()

    def sweep(self) -> None:
        """Take away what was half written; only whoever alone writes may do so."""
        self.place.sweep()

    def destroy(self) -> None:
        """Take the whole folder away."""
        self.place.destroy()
