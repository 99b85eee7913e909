"""Reads the width and height of a JPEG or PNG picture from its head, without opening the picture."""

from __future__ import annotations

import struct

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def picture_size(picture: bytes) -> tuple[int, int] | None:
    """Return width and height in pixels; None where they do not stand there."""
    try:
        return _size(picture)
    except (struct.error, IndexError):
        return None


def _size(picture: bytes) -> tuple[int, int] | None:
    if picture.startswith(_PNG):
        width, height = struct.unpack(">II", picture[16:24])
        return width, height
    return _jpeg_size(picture) if picture.startswith(_JPEG) else None


def _jpeg_size(picture: bytes) -> tuple[int, int] | None:
    at = len(_JPEG)
    while picture[at] == 0xFF:
        marker = picture[at + 1]
        if marker in _FRAMES:
            height, width = struct.unpack(">HH", picture[at + 5 : at + 9])
            return width, height
        at += 2 + int(struct.unpack(">H", picture[at + 2 : at + 4])[0])
    return None
