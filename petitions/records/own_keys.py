"""Keeps one key for each row whose end must reach every copy of it: in a store apart, which no backup of the site holds.

What such a row seals opens only with its own key and a key of the site together. Once the row is deleted, its own key is
destroyed, and with that the copies of the row in old backups cannot be read any more.
"""

from __future__ import annotations

import hashlib
import secrets
from contextlib import AbstractContextManager
from datetime import datetime
from functools import partial

from petitions.records.files.stores import row_keys
from petitions.records.private_folder import KEY_BYTES


def place_of(name: str) -> str:
    """Return the name of a key's file, from which nobody learns the name of its row."""
    return hashlib.sha256(f"own key\n{name}".encode()).hexdigest()[:40]


def own_key(name: str) -> bytes | None:
    """Return the key of a row; None where it was destroyed, or never made."""
    return row_keys().key(place_of(name))


def own_key_or_new(name: str) -> bytes:
    """Return the key of a row; where there is none make one, which outlasts a loss of power."""
    return row_keys().key_or(place_of(name), partial(secrets.token_bytes, KEY_BYTES))


def written_together() -> AbstractContextManager[None]:
    """Have the keys that the block makes last at its end, which costs less; commit their rows only then."""
    return row_keys().together()


def destroy_key(place: str) -> None:
    """Destroy a key for good; nothing happens where there is none."""
    row_keys().destroy_key(place)


def sweep_drafts(*, before: datetime) -> None:
    """Take away what a process that was killed had half written before that moment."""
    row_keys().sweep(before=before)
