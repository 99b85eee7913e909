"""Carries bytes that are no UTF-8 through text and back: what a file holds comes out as it went in.

Each such byte becomes one character of Unicode's private use area. A file that uses these characters itself has
their bytes carried in the same way, so that nothing is mixed up.
"""

from __future__ import annotations

import re

CARRIED = "[\uf780-\uf7ff]"
_PRIVATE = re.compile(CARRIED)
_LEADS = (b"\xef\x9e", b"\xef\x9f")
_OUT = {0xDC00 + byte: 0xF700 + byte for byte in range(0x80, 0x100)}
_BACK = {0xF700 + byte: 0xDC00 + byte for byte in range(0x80, 0x100)}


def carried(raw: bytes) -> bytes:
    """Return the bytes as UTF-8; the same object where nothing needs to be carried."""
    if raw.isascii() or (_is_utf8(raw) and not may_carry(raw)):
        return raw
    text = raw.decode("utf-8", "surrogateescape")
    return _PRIVATE.sub(_byte_by_byte, text).translate(_OUT).encode("utf-8")


def put_back(text: bytes) -> bytes:
    """Return what was carried as it was."""
    if not may_carry(text):
        return text
    return text.decode("utf-8").translate(_BACK).encode("utf-8", "surrogateescape")


def may_carry(text: bytes) -> bool:
    """Tell whether something may be carried in the text."""
    return any(lead in text for lead in _LEADS)


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _byte_by_byte(found: re.Match[str]) -> str:
    return "".join(chr(0xF700 + byte) for byte in found[0].encode("utf-8"))
