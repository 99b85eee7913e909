"""A file that is read from any place, of which only parts are held, so that memory does not grow with it."""

from __future__ import annotations

import io
from abc import abstractmethod


class ReadByParts(io.RawIOBase):
    """What such a file has whatever its parts are: its size, and a place in it. Who inherits it sets ``size``."""

    size: int

    def __init__(self) -> None:
        super().__init__()
        self._at = 0

    @abstractmethod
    def _part(self) -> memoryview:
        """Return what is held from the place on: a byte at least, where the place is before the end."""

    def readable(self) -> bool:
        """Say yes."""
        return True

    def seekable(self) -> bool:
        """Say yes."""
        return True

    def tell(self) -> int:
        """Return the place."""
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go to a place."""
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self.size}[whence]
        self._at = max(start + offset, 0)
        return self._at

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Read up to the end of the part."""
        if self._at >= self.size:
            return 0
        part = self._part()[: len(buffer)]
        buffer[: len(part)] = part
        self._at += len(part)
        return len(part)
