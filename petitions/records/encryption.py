"""Seals and opens what people answered: AES-256-GCM, bound to the row it belongs to.

A row that has a key of its own needs that one and the site's together: without the one or the other it is never read.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from petitions.records.keys import KEY_BYTES, KeyRing
from petitions.records.sealed_bytes import Unreadable, seal_bytes, unseal_bytes

__all__ = ["Sealed", "Unreadable", "seal", "unseal"]


@dataclass(frozen=True, slots=True)
class Sealed:
    """A nonce with the encrypted content, and the name of the key that opens it."""

    content: bytes
    key_id: str


def seal(content: Mapping[str, Any], *, row: str, keys: KeyRing, own: bytes | None = None) -> Sealed:
    """Encrypt a JSON object with the current key and the row's own, where it has one, for one row only."""
    plain = json.dumps(content, separators=(",", ":")).encode("ascii")
    key = _both(keys.keys[keys.current], own)
    sealed = seal_bytes(plain, key=key, bound_to=_bound_to(row, keys.current))
    return Sealed(sealed, keys.current)


def unseal(sealed: Sealed, *, row: str, keys: KeyRing, own: bytes | None = None) -> dict[str, Any]:
    """Decrypt the content of a row; raise Unreadable where it is not exactly what was sealed there."""
    key = keys.keys.get(sealed.key_id)
    if key is None:
        raise Unreadable
    plain = unseal_bytes(sealed.content, key=_both(key, own), bound_to=_bound_to(row, sealed.key_id))
    content: dict[str, Any] = json.loads(plain)
    return content


def _both(key: bytes, own: bytes | None) -> bytes:
    """Return what the key of the site and that of a row make together."""
    if own is None:
        return key
    return HKDF(SHA256(), length=KEY_BYTES, salt=own, info=b"clearrecord row").derive(key)


def _bound_to(row: str, key_id: str) -> bytes:
    return f"interview\n{row}\n{key_id}".encode()
