"""A file that grows in a bucket: sent in parts, under its name only when it is complete, forgotten when nobody holds it."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from contextlib import suppress

from petitions.records.files.bucket.bucket import Bucket, Upload

PART = 8 << 20
"""Bytes that are sent at a time, and all that is held in memory; a store takes ten thousand parts of a file."""


class Draft:
    """A ``petitions.records.files.place.Growing``; ``kept`` looks, once the file stands, whether its folder still does."""

    def __init__(self, bucket: Bucket, key: str, *, kept: Callable[[], None]) -> None:
        self._bucket, self._key, self._kept = bucket, key, kept
        self._rest, self._marks = bytearray(), list[str]()
        self._upload: list[Upload] = []
        self._forget = weakref.finalize(self, _abort, bucket, self._upload)

    def write(self, content: bytes) -> int:
        """Take more; what makes a part is sent."""
        self._rest += content
        while len(self._rest) > PART:
            self._send(PART)
        return len(content)

    def close(self) -> None:
        """Take no more."""

    def keep(self) -> None:
        """Put it under its name: a short file at once, a long one by its parts."""
        if not self._upload:
            self._bucket.put(self._key, bytes(self._rest))
        else:
            self._send(len(self._rest))
            self._bucket.complete(self._upload[0], self._marks)
            self._upload.clear()
        self._kept()

    def drop(self) -> None:
        """Take it away."""
        self._rest.clear()
        self._forget()

    def _send(self, size: int) -> None:
        if not self._upload:
            self._upload.append(self._bucket.begin(self._key))
        content = bytes(self._rest[:size])
        self._marks.append(self._bucket.send(self._upload[0], number=len(self._marks) + 1, content=content))
        del self._rest[:size]


def _abort(bucket: Bucket, uploads: list[Upload]) -> None:
    """Forget what was sent; where the store does not answer the purge, or a rule of the bucket, does so later."""
    while uploads:
        with suppress(OSError):
            bucket.abort(uploads[-1])
        uploads.pop()
