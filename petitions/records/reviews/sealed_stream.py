"""Seals a file of any length chunk by chunk, and reads it from any place, so that memory does not grow with it.

Each file has a key of its own, made from the key of the review, the file's name and a random number. A chunk is bound
to its place, and the last one says that it is the last: what was cut off, swapped or left out is noticed.
"""

from __future__ import annotations

import io
import os
from typing import IO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from petitions.records.files.place import Growing
from petitions.records.read_by_parts import ReadByParts
from petitions.records.sealed_bytes import Unreadable

CHUNK = 1 << 20
_SALT, _TAG, _PLACE = 16, 16, 11
_WHOLE = CHUNK + _TAG


class SealingWriter:
    """Seals what is written; without ``close`` the file cannot be read."""

    def __init__(self, file: Growing, *, key: bytes, bound_to: bytes) -> None:
        salt = os.urandom(_SALT)
        self._file, self._cipher = file, _cipher(key, salt=salt, bound_to=bound_to)
        self._rest, self._place = bytearray(), 0
        self.size = 0
        file.write(salt)

    def write(self, content: bytes) -> int:
        """Take more; the last chunk waits for the end, which it has to name."""
        self._rest += content
        self.size += len(content)
        while len(self._rest) > CHUNK:
            self._seal(bytes(self._rest[:CHUNK]), is_last=False)
            del self._rest[:CHUNK]
        return len(content)

    def close(self) -> None:
        """Seal the end."""
        self._seal(bytes(self._rest), is_last=True)
        self._file.close()

    def _seal(self, chunk: bytes, *, is_last: bool) -> None:
        self._file.write(self._cipher.encrypt(_nonce(self._place, is_last=is_last), chunk, None))
        self._place += 1


class UnsealingReader(ReadByParts):
    """Reads a sealed file from any place; raises Unreadable where it is not exactly what was sealed."""

    def __init__(self, file: IO[bytes], *, key: bytes, bound_to: bytes) -> None:
        super().__init__()
        self._file = file
        self._cipher = _cipher(key, salt=file.read(_SALT), bound_to=bound_to)
        sealed = file.seek(0, io.SEEK_END) - _SALT
        self._chunks = -(-sealed // _WHOLE)
        self.size = sealed - self._chunks * _TAG
        self._open, self._chunk = -1, b""
        self._opened(max(self._chunks - 1, 0))

    def _part(self) -> memoryview:
        place, start = divmod(self._at, CHUNK)
        return memoryview(self._opened(place))[start:]

    def close(self) -> None:
        """Close the file, too."""
        self._file.close()
        super().close()

    def _opened(self, place: int) -> bytes:
        if place != self._open:
            self._file.seek(_SALT + place * _WHOLE)
            nonce = _nonce(place, is_last=place == self._chunks - 1)
            try:
                self._chunk = self._cipher.decrypt(nonce, self._file.read(_WHOLE), None)
            except (InvalidTag, ValueError):
                raise Unreadable from None
            self._open = place
        return self._chunk


def _nonce(place: int, *, is_last: bool) -> bytes:
    return place.to_bytes(_PLACE, "big") + bytes([is_last])


def _cipher(key: bytes, *, salt: bytes, bound_to: bytes) -> AESGCM:
    return AESGCM(HKDF(SHA256(), length=32, salt=salt, info=b"review file\n" + bound_to).derive(key))
