"""Gives what one page makes an id of its own, so that pressing twice makes one (S40)."""

from __future__ import annotations

import hashlib

_DIGITS = 24


def key_of(token: str, *about: object) -> str | None:
    """Return the id for the token of one page, for this member and matter only; None without a token."""
    told = "\n".join(map(str, (token, *about)))
    return hashlib.sha256(told.encode()).hexdigest()[:_DIGITS] if token else None
