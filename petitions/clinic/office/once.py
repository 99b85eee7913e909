"""Gives what one page makes an id of its own, so that pressing twice makes one (S40)."""

from __future__ import annotations

import hashlib

from petitions.access.actors import Actor


def key_of(token: str, actor: Actor) -> str | None:
    """Return the id for the token of one page, for this member only; None without a token."""
    about = f"{token}\n{actor.organization_id}\n{actor.user_id}"
    return hashlib.sha256(about.encode()).hexdigest()[:24] if token else None
