"""Makes the seals of a chain: HMAC-SHA-256 with a key that is not in the database."""

from __future__ import annotations

import hmac
import json
from collections.abc import Mapping
from typing import Any

from django.conf import settings

from petitions.access.chain.models import AuditChain, AuditLink
from petitions.access.organizations.models import AuditEntry
from petitions.records.keys import KeyRing

_NOT_SEALED = frozenset({"id", "actor_id"})
"""What stands in the link itself."""


class KeyMissing(Exception):
    """The key that made a seal is not among those of this site."""


def current_key() -> str:
    """Return the name of the key that seals now."""
    return _ring().current


def link_seal(link: AuditLink, content: Mapping[str, Any]) -> str:
    """Return the seal of a link over the entry's content (its columns by name); raise KeyMissing."""
    entry = {name: value for name, value in content.items() if name not in _NOT_SEALED}
    return _seal(link.key_id, ["link", link.chain, link.place, link.before, link.entry, link.who, entry])


def chain_seal(chain: AuditChain) -> str:
    """Return the seal of what a chain says about itself; raise KeyMissing."""
    told = ["chain", chain.pk, chain.length, chain.head, chain.purged, chain.anchor, chain.ended_at]
    return _seal(chain.key_id, told)


def columns() -> list[str]:
    """Return the names of an entry's columns, for ``values``."""
    return [field.attname for field in AuditEntry._meta.concrete_fields]  # noqa: SLF001 - Django's public way to the columns


def _seal(key_id: str, told: list[Any]) -> str:
    key = _ring().keys.get(key_id)
    if key is None:
        raise KeyMissing(key_id)
    plain = json.dumps(told, sort_keys=True, default=_written, ensure_ascii=True).encode("ascii")
    return hmac.digest(key, plain, "sha256").hex()


def _written(value: Any) -> str:
    """Write a time so that both databases give the same words."""
    return str(value.isoformat() if hasattr(value, "isoformat") else value)


def _ring() -> KeyRing:
    ring: KeyRing = settings.AUDIT_KEYS
    return ring
