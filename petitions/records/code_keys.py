"""Locks kept answers so that only the code opens them, while a visit that holds no code can still add to them."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from petitions.records.sealed_bytes import Unreadable, seal_bytes, unseal_bytes

_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
_SALT = b"clearrecord return code, version 1"
"""One for all: a row must be found by its code alone, and codes are random, so no table of them can be made."""
_COST, _BLOCK, _MEMORY = 2**15, 8, 2**26


@dataclass(frozen=True, slots=True)
class CodeKeys:
    """What a code gives after a slow hash: the name of its row, and the key that opens the row's own key."""

    row: str
    key: bytes

    def __repr__(self) -> str:
        """Return nothing of either, so that none reaches a log."""
        return "CodeKeys()"


@dataclass(frozen=True, slots=True)
class Lock:
    """The two halves of a row's own key: ``public`` closes, and ``private`` opens; that one is itself locked."""

    public: bytes
    private: bytes


def keys_of(code: str) -> CodeKeys:
    """Hash a code slowly: scrypt, 32 MB, about a fifth of a second."""
    made = hashlib.scrypt(code.encode("ascii"), salt=_SALT, n=_COST, r=_BLOCK, p=1, maxmem=_MEMORY, dklen=64)
    return CodeKeys(row=hashlib.sha256(made[:32]).hexdigest(), key=made[32:])


def new_lock(code: CodeKeys, *, own: bytes) -> Lock:
    """Make a row's two keys, and lock the half that opens with the code and the key that ends with the row."""
    private = X25519PrivateKey.generate()
    locked = seal_bytes(private.private_bytes_raw(), key=_both(code, own), bound_to=_bound_to(code.row))
    return Lock(private.public_key().public_bytes_raw(), locked)


def close(content: Mapping[str, Any], *, public: bytes, row: str) -> bytes:
    """Encrypt a JSON object for one row; whoever does this cannot open it again. HPKE, RFC 9180."""
    plain = json.dumps(content, separators=(",", ":")).encode("ascii")
    return _SUITE.encrypt(plain, X25519PublicKey.from_public_bytes(public), _bound_to(row))


def reopen(closed: bytes, *, lock: Lock, code: CodeKeys, own: bytes | None) -> dict[str, Any]:
    """Decrypt what was closed for the row of this code; raise Unreadable where it was changed or moved."""
    private = unseal_bytes(lock.private, key=_both(code, own), bound_to=_bound_to(code.row))
    try:
        plain = _SUITE.decrypt(closed, X25519PrivateKey.from_private_bytes(private), _bound_to(code.row))
    except (InvalidTag, ValueError):
        raise Unreadable from None
    content: dict[str, Any] = json.loads(plain)
    return content


def _both(code: CodeKeys, own: bytes | None) -> bytes:
    """Return what the code's key and the row's make together; what was kept before rows had keys has the code's alone."""
    return code.key if own is None else hmac.digest(own, code.key, "sha256")


def _bound_to(row: str) -> bytes:
    return f"kept answers\n{row}".encode()
