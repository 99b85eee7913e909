"""Compressed streams of which most parts are compressed once, and only what differs is put between them."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from typing import Any

LEVEL = 6
_HEADER, _END = b"\x78\x9c", b"\x01\x00\x00\xff\xff"
_MOST_STORED = 0xFFFF
Part = tuple[bytes, bytes]
"""What a part says, and the same as blocks of a deflate stream that look at nothing before them."""


def constant(said: bytes) -> Part:
    """Compress a part that stays."""
    if not said:
        return b"", b""
    packer = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return said, packer.compress(said) + packer.flush(zlib.Z_FULL_FLUSH)


def varying(said: bytes) -> Part:
    """Store a short part as it is; ValueError where it is longer than one block."""
    size = len(said)
    if size > _MOST_STORED:
        raise ValueError("A stored block holds at most 65,535 bytes.")
    return said, b"\x00" + size.to_bytes(2, "little") + (size ^ _MOST_STORED).to_bytes(2, "little") + said


def between(pieces: Iterable[Any]) -> list[Any]:
    """Compress bytes that stay, as one part from one thing that varies to the next; keep these as they are."""
    parts: list[Any] = []
    kept: list[bytes] = []
    for piece in pieces:
        if isinstance(piece, bytes):
            kept.append(piece)
        else:
            parts += [constant(b"".join(kept)), piece]
            kept = []
    return [*parts, constant(b"".join(kept))]


def joined(parts: Sequence[Part]) -> bytes:
    """Return the whole as one stream for FlateDecode."""
    check = 1
    for said, _ in parts:
        check = zlib.adler32(said, check)
    return b"".join([_HEADER, *[packed for _, packed in parts], _END, check.to_bytes(4, "big")])
