"""Reads the encryption keys: the first one seals, every one opens."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import re
from collections.abc import Mapping
from dataclasses import dataclass

from django.core.exceptions import ImproperlyConfigured

KEY_BYTES = 32
_KEY_ID = re.compile(r"[A-Za-z0-9_.-]{1,32}")
_HOW = "CLEARRECORD_KEYS: write NAME:KEY, with commas between several; KEY is 32 random bytes in base64."
_TWICE = "CLEARRECORD_KEYS: two keys have the same name. Give each key its own name, for ever."


@dataclass(frozen=True, slots=True)
class KeyRing:
    """Named keys, and the name of the one that seals."""

    current: str
    keys: Mapping[str, bytes]

    def __repr__(self) -> str:
        """Return the names alone, so that no key reaches a log or an error page."""
        return f"KeyRing({', '.join(self.keys)})"


def key_ring(written: str) -> KeyRing:
    """Read ``name:base64,name2:base64``; raise ImproperlyConfigured without repeating what was written."""
    pairs = [_pair(part.strip()) for part in written.split(",") if part.strip()]
    if not pairs:
        raise ImproperlyConfigured(_HOW)
    if len({name for name, _ in pairs}) < len(pairs):
        raise ImproperlyConfigured(_TWICE)
    return KeyRing(current=pairs[0][0], keys=dict(pairs))


def audit_keys(written: str, *, secret: str) -> KeyRing:
    """Read the keys that seal audit logs, written as those of records; without any, one is made from the site's secret.

    It is named after itself, so that another secret is another key, and not a log that was changed.
    """
    if written.strip():
        return key_ring(written)
    key = hmac.digest(secret.encode(), b"clearrecord audit chain, version 1", "sha256")
    name = f"s-{hashlib.sha256(key).hexdigest()[:12]}"
    return KeyRing(current=name, keys={name: key})


def _pair(part: str) -> tuple[str, bytes]:
    name, _, encoded = part.partition(":")
    try:
        key = base64.b64decode(encoded, validate=True)
    except (binascii.Error, ValueError):
        raise ImproperlyConfigured(_HOW) from None
    if not _KEY_ID.fullmatch(name) or len(key) != KEY_BYTES:
        raise ImproperlyConfigured(_HOW)
    return name, key
