"""Seals the secrets of second steps anew with the newest key of the site, while members sign in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from django.conf import settings

from petitions.records.encryption import Unreadable
from petitions.records.rotation import Rotated

LABEL = "mfa.Authenticator"
_ONE, _MANY = ("secret", "seed"), "migrated_codes"
"""Where allauth keeps what it has the adapter seal."""


def secrets_by_key() -> Counter[str]:
    """Return how many second steps each key of the site seals."""
    return Counter(key for row in _rows() for key in {sealed.partition(":")[0] for sealed in _sealed(row)})


def rotate_secrets(*, tell: Callable[[str, int], None]) -> Rotated:
    """Seal anew what the newest key does not seal; a sign-in at the same time wins, and is looked at next time."""
    done = Rotated()
    for row in _rows():
        if all(one.startswith(f"{settings.RECORD_KEYS.current}:") for one in _sealed(row)):
            continue
        done = done.plus(_rotated(row))
        tell(LABEL, done.anew)
    return done


def _rotated(row: Authenticator) -> Rotated:
    try:
        new = {name: _anew(name, value) for name, value in row.data.items()}
    except Unreadable:
        return Rotated(unreadable=1)
    written = Authenticator.objects.filter(pk=row.pk, data=row.data).update(data=new)
    return Rotated(anew=written, changed=1 - written)


def _anew(name: str, value: Any) -> Any:
    adapter = get_adapter()
    if name in _ONE:
        return adapter.encrypt(adapter.decrypt(value))
    if name == _MANY:
        return [adapter.encrypt(adapter.decrypt(one)) for one in value]
    return value


def _sealed(row: Authenticator) -> list[str]:
    return [row.data[name] for name in _ONE if name in row.data] + list(row.data.get(_MANY, ()))


def _rows() -> list[Authenticator]:
    return list(Authenticator.objects.order_by("pk"))
