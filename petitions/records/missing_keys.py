"""Says whether the keys are not there with which what is kept was sealed: a disk that was not mounted, or another site's key."""

from __future__ import annotations

from django.conf import settings

from petitions.records.files.stores import row_keys
from petitions.records.models import Interview
from petitions.records.sealed_kinds import OWNERS


def keys_are_missing() -> bool:
    """Ask cheaply: for the key of the site that the newest answers name, and for any key of a row where rows have some."""
    return _names_another_key() or (row_keys().is_empty() and _some_row_needs_one())


def _names_another_key() -> bool:
    newest = Interview.objects.order_by("-touched_at").values_list("key_id", flat=True).first()
    return newest is not None and newest not in settings.RECORD_KEYS.keys


def _some_row_needs_one() -> bool:
    return any(model._default_manager.exists() for model in OWNERS)  # noqa: SLF001 - Django's own name for it
