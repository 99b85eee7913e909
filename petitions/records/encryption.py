"""Seals and opens what people answered: AES-256-GCM, bound to the row it belongs to."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from petitions.records.keys import KeyRing

_NONCE_BYTES = 12


class Unreadable(Exception):
    """The content was changed, belongs to another row, or its key is gone."""


@dataclass(frozen=True, slots=True)
class Sealed:
    """A nonce with the encrypted content, and the name of the key that opens it."""

    content: bytes
    key_id: str


def seal(content: Mapping[str, Any], *, row: str, keys: KeyRing) -> Sealed:
    """Encrypt a JSON object with the current key, for one row only."""
    nonce = os.urandom(_NONCE_BYTES)
    plain = json.dumps(content, separators=(",", ":")).encode("ascii")
    encrypted = AESGCM(keys.keys[keys.current]).encrypt(nonce, plain, _bound_to(row, keys.current))
    return Sealed(nonce + encrypted, keys.current)


def unseal(sealed: Sealed, *, row: str, keys: KeyRing) -> dict[str, Any]:
    """Decrypt the content of a row; raise Unreadable where it is not exactly what was sealed there."""
    key = keys.keys.get(sealed.key_id)
    if key is None:
        raise Unreadable
    nonce, encrypted = sealed.content[:_NONCE_BYTES], sealed.content[_NONCE_BYTES:]
    try:
        plain = AESGCM(key).decrypt(nonce, encrypted, _bound_to(row, sealed.key_id))
    except (InvalidTag, ValueError):
        raise Unreadable from None
    content: dict[str, Any] = json.loads(plain)
    return content


def _bound_to(row: str, key_id: str) -> bytes:
    return f"interview\n{row}\n{key_id}".encode()
