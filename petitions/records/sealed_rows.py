"""Seals what a row keeps with the keys of the site, and opens it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from django.conf import settings

from petitions.records.encryption import Sealed, Unreadable, seal, unseal


class SealedRow(Protocol):
    """A row with these two columns."""

    content: Any
    key_id: str


def sealed_columns(content: Mapping[str, Any], *, row: str) -> dict[str, Any]:
    """Return the columns ``content`` and ``key_id`` of a row, by whose name what they hold is bound to it."""
    sealed = seal(content, row=row, keys=settings.RECORD_KEYS)
    return {"content": sealed.content, "key_id": sealed.key_id}


def opened(found: SealedRow, *, row: str) -> dict[str, Any] | None:
    """Return what a row of this name keeps; None where it cannot be read."""
    try:
        return unseal(Sealed(bytes(found.content), found.key_id), row=row, keys=settings.RECORD_KEYS)
    except Unreadable:
        return None
