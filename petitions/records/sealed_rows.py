"""Seals what a row keeps with the keys of the site and one of its own, and opens it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from django.conf import settings

from petitions.records.encryption import Sealed, Unreadable, seal, unseal
from petitions.records.own_keys import own_key, own_key_or_new


class SealedRow(Protocol):
    """A row with these two columns."""

    content: Any
    key_id: str


def sealed_columns(content: Mapping[str, Any], *, row: str, own: str) -> dict[str, Any]:
    """Return the columns ``content`` and ``key_id`` of a row, by whose name what they hold is bound to it.

    ``own`` names the row with whose end the content must become unreadable everywhere: this one, or the one it hangs on.
    """
    sealed = sealed_for(content, row=row, own=own)
    return {"content": sealed.content, "key_id": sealed.key_id}


def opened(found: SealedRow, *, row: str, own: str) -> dict[str, Any] | None:
    """Return what a row of this name keeps; None where it cannot be read."""
    try:
        return opened_for(Sealed(bytes(found.content), found.key_id), row=row, own=own)
    except Unreadable:
        return None


def sealed_for(content: Mapping[str, Any], *, row: str, own: str) -> Sealed:
    """Seal with the newest key of the site and the own key, which is made where there is none."""
    return seal(content, row=row, keys=settings.RECORD_KEYS, own=own_key_or_new(own))


def opened_for(sealed: Sealed, *, row: str, own: str) -> dict[str, Any]:
    """Open; raise Unreadable. What was sealed before rows had keys of their own opens with the site's alone."""
    key = own_key(own)
    try:
        return unseal(sealed, row=row, keys=settings.RECORD_KEYS, own=key)
    except Unreadable:
        if key is None:
            raise
        return unseal(sealed, row=row, keys=settings.RECORD_KEYS)
