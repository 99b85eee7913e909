"""Reads an object from any place, a window at a time, so that memory does not grow with it."""

from __future__ import annotations

import io
from typing import IO, cast

from petitions.records.files.bucket.bucket import Bucket, Found
from petitions.records.sealed_bytes import Unreadable

WINDOW = 4 << 20
"""Bytes that are asked for at a time. Two windows are held: the end of a file is looked at before its beginning is read."""
_HELD = 2


class Reading(io.RawIOBase):
    """An object as a file. Raise FileNotFoundError where there is none, Unreadable once another has taken its place."""

    def __init__(self, bucket: Bucket, key: str) -> None:
        super().__init__()
        self._bucket, self._key, self._at = bucket, key, 0
        first = bucket.part(key, start=0, length=WINDOW)
        self.size, self._mark = first.size, first.mark
        self._windows = [(0, first.content)]

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
        """Read up to the end of the window."""
        if self._at >= self.size:
            return 0
        start, content = self._window()
        part = memoryview(content)[self._at - start :][: len(buffer)]
        buffer[: len(part)] = part
        self._at += len(part)
        return len(part)

    def _window(self) -> tuple[int, bytes]:
        for start, content in self._windows:
            if start <= self._at < start + len(content):
                return start, content
        found = (self._at, self._asked().content)
        self._windows = [*self._windows[1 - _HELD :], found]
        return found

    def _asked(self) -> Found:
        try:
            return self._bucket.part(self._key, start=self._at, length=WINDOW, mark=self._mark)
        except (FileExistsError, FileNotFoundError):
            raise Unreadable from None


def reading(bucket: Bucket, key: str) -> IO[bytes]:
    """Open an object; as many bytes are read as are asked for, but at the end."""
    return cast("IO[bytes]", io.BufferedReader(Reading(bucket, key)))
