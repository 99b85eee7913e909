"""Seals and opens what people answered: AES-256-GCM, bound to the row it belongs to."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from petitions.records.keys import KeyRing
from petitions.records.sealed_bytes import Unreadable, seal_bytes, unseal_bytes

__all__ = ["Sealed", "Unreadable", "seal", "unseal"]


@dataclass(frozen=True, slots=True)
class Sealed:
    """A nonce with the encrypted content, and the name of the key that opens it."""

    content: bytes
    key_id: str


def seal(content: Mapping[str, Any], *, row: str, keys: KeyRing) -> Sealed:
    """Encrypt a JSON object with the current key, for one row only."""
    plain = json.dumps(content, separators=(",", ":")).encode("ascii")
    sealed = seal_bytes(plain, key=keys.keys[keys.current], bound_to=_bound_to(row, keys.current))
    return Sealed(sealed, keys.current)


def unseal(sealed: Sealed, *, row: str, keys: KeyRing) -> dict[str, Any]:
    """Decrypt the content of a row; raise Unreadable where it is not exactly what was sealed there."""
    key = keys.keys.get(sealed.key_id)
    if key is None:
        raise Unreadable
    plain = unseal_bytes(sealed.content, key=key, bound_to=_bound_to(row, sealed.key_id))
    content: dict[str, Any] = json.loads(plain)
    return content


def _bound_to(row: str, key_id: str) -> bytes:
    return f"interview\n{row}\n{key_id}".encode()
