"""Holds one sheet for a visit, opens it for that visit alone, and takes it away with its row."""

from __future__ import annotations

import base64
import logging
import os
import secrets
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.db.models.signals import post_delete
from django.dispatch import receiver
from django.utils import timezone

from petitions.records.files.place import Place
from petitions.records.files.stores import SHEETS, store
from petitions.records.held.folder import Folder
from petitions.records.held.models import HeldSheet
from petitions.records.private_folder import KEY_BYTES
from petitions.records.sealed_rows import opened, sealed_columns

_log = logging.getLogger(__name__)
_YOUNG = timedelta(minutes=10)
"""A folder without a row is left alone for so long: its row may be on its way."""


def hold(visit: str) -> Folder:
    """Make an empty folder for the sheet of a visit, in place of the one it may have."""
    let_go(visit)
    row, key = secrets.token_hex(16), os.urandom(KEY_BYTES)
    folder = Folder(_place(row), key)
    folder.make()
    sealed = sealed_columns({"key": base64.b64encode(key).decode()}, row=named(row), own=named(row))
    HeldSheet.objects.create(
        id=row,
        interview_id=visit,
        created_at=timezone.now(),
        **sealed,
    )
    return folder


def held_by(visit: str) -> Folder | None:
    """Return the folder of a visit's sheet; None where it has none, or had it for too long."""
    return _folder(HeldSheet.objects.filter(interview=visit).first())


def sheet_to_read(row: str) -> Folder | None:
    """Return the folder of a sheet for the worker that was told to read it, whoever's it is."""
    return _folder(HeldSheet.objects.filter(pk=row).first())


def row_of_folder(folder: Folder) -> QuerySet[HeldSheet]:
    """Return the query of the row that a folder belongs to."""
    return HeldSheet.objects.filter(pk=folder.name)


def note_asked(folder: Folder) -> None:
    """Note that a sheet waits for a worker from now on, unless it does already."""
    row_of_folder(folder).filter(asked_at=None).update(asked_at=timezone.now())


def note_taken(folder: Folder) -> None:
    """Note that a worker has come for a sheet."""
    row_of_folder(folder).update(asked_at=None)


def _folder(row: HeldSheet | None) -> Folder | None:
    if row is None or row.created_at <= _oldest(timezone.now()):
        return None
    content = opened(row, row=named(row.pk), own=named(row.pk))
    if content is None:
        _log.error("held_sheet_unreadable")
        return None
    folder = Folder(_place(row.pk), base64.b64decode(content["key"]))
    return folder if folder.is_there else None


def let_go(visit: str) -> None:
    """Destroy the sheet of a visit; nothing happens where it has none."""
    HeldSheet.objects.filter(interview=visit).delete()


def purge_held(*, now: datetime) -> int:
    """Destroy what was held for too long, and folders that belong to no row; return how many sheets that were."""
    over = HeldSheet.objects.filter(created_at__lte=_oldest(now)).delete()[0]
    rows = set(HeldSheet.objects.values_list("pk", flat=True))
    sheets = store(SHEETS)
    for name in sheets.folders():
        if name not in rows and sheets.changed(name) < now - _YOUNG:
            sheets.folder(name).destroy()
    return over


@receiver(post_delete, sender=HeldSheet)
def _destroy_files(instance: HeldSheet, **_: Any) -> None:
    """Take the files away with the row, also where a visit takes the row with it."""
    _place(instance.pk).destroy()


def _oldest(now: datetime) -> datetime:
    return now - timedelta(hours=settings.SHEET_HOURS)


def _place(row: str) -> Place:
    return store(SHEETS).folder(row)


def named(row: str) -> str:
    """Return the name to which the key of a sheet is bound."""
    return f"held sheet {row}"
