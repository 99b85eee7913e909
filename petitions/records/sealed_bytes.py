"""Seals bytes with one key and opens them: AES-256-GCM, bound to the place where they stand."""

from __future__ import annotations

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_NONCE_BYTES = 12


class Unreadable(Exception):
    """The content was changed, belongs elsewhere, or its key is gone."""


def seal_bytes(plain: bytes, *, key: bytes, bound_to: bytes) -> bytes:
    """Encrypt bytes, a nonce before them."""
    nonce = os.urandom(_NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, plain, bound_to)


def unseal_bytes(sealed: bytes, *, key: bytes, bound_to: bytes) -> bytes:
    """Decrypt bytes; raise Unreadable where they are not exactly what was sealed with this key for this place."""
    try:
        return AESGCM(key).decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], bound_to)
    except (InvalidTag, ValueError):
        raise Unreadable from None
