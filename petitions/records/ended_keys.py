"""Ends the key of a row with the row: noted in the same transaction, destroyed once that is committed, at the latest by the purge."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from django.db import models, transaction
from django.db.models.signals import post_delete
from django.utils import timezone

from petitions.records.files.place import FilesAway
from petitions.records.models import EndedKey
from petitions.records.own_keys import destroy_key, place_of, sweep_drafts

_DRAFTS = timedelta(hours=1)
_log = logging.getLogger(__name__)


def end_key(name: str) -> None:
    """Have the key of a row destroyed; where the transaction does not come to its end, the key stays."""
    place = place_of(name)
    EndedKey.objects.get_or_create(pk=place, defaults={"at": timezone.now()})
    transaction.on_commit(partial(_finish_now, place))


def purge_ended_keys(*, now: datetime) -> int:
    """Destroy the keys that a process which was killed left over; return how many."""
    left = list(EndedKey.objects.values_list("pk", flat=True))
    for place in left:
        _finish(place)
    sweep_drafts(before=now - _DRAFTS)
    return len(left)


def end_with(owners: Mapping[type[models.Model], Callable[[Any], str]]) -> None:
    """End the key that each model's row owns, whenever and by whatever way the row is deleted."""
    for model, name in owners.items():
        post_delete.connect(
            partial(_end, name), sender=model, weak=False, dispatch_uid=f"key of {model.__name__}"
        )


def _end(name: Callable[[Any], str], instance: models.Model, **_: Any) -> None:
    end_key(name(instance))


def _finish_now(place: str) -> None:
    """Destroy a key whose row is gone; where the store does not answer the purge does so, and nobody is told a fault."""
    try:
        _finish(place)
    except FilesAway:
        _log.warning("row_key_waits_for_the_purge")


def _finish(place: str) -> None:
    destroy_key(place)
    EndedKey.objects.filter(pk=place).delete()
