"""Reads an object from any place, a window at a time, so that memory does not grow with it."""

from __future__ import annotations

import io
from typing import IO, cast

from petitions.records.files.bucket.bucket import Bucket, Found
from petitions.records.read_by_parts import ReadByParts
from petitions.records.sealed_bytes import Unreadable

WINDOW = 4 << 20
"""Bytes that are asked for at a time. Two windows are held: the end of a file is looked at before its beginning is read."""
_HELD = 2


class Reading(ReadByParts):
    """An object as a file. Raise FileNotFoundError where there is none, Unreadable once another has taken its place."""

    def __init__(self, bucket: Bucket, key: str) -> None:
        super().__init__()
        self._bucket, self._key = bucket, key
        first = bucket.part(key, start=0, length=WINDOW)
        self.size, self._mark = first.size, first.mark
        self._windows = [(0, first.content)]

    def _part(self) -> memoryview:
        start, content = self._window()
        return memoryview(content)[self._at - start :]

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
