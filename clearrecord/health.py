"""Tells a load balancer whether the site can keep what it is told: in its database, and on its disks."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

LEAST_ROOM = 64 * 1024 * 1024
"""Bytes that a disk must have left: room for the largest upload of RAP sheets."""
_ROW = "health"
"""Too short for the id of a session, so that no browser can name it."""


@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """Answer 200 when a row can be written and each folder has room; 503 when not."""
    try:
        _write()
    except DatabaseError:
        return _unwell("database offline")
    if not all(_has_room(Path(folder)) for folder in _folders()):
        return _unwell("disk full")
    return HttpResponse("ok\n", content_type="text/plain")


def _unwell(why: str) -> HttpResponse:
    return HttpResponse(f"{why}\n", content_type="text/plain", status=503)


def _write() -> None:
    """Write a row that ended when it began. A question alone is answered by a database that can keep nothing."""
    row = Session(pk=_ROW, session_data="", expire_date=timezone.now())
    Session.objects.bulk_create(
        [row], update_conflicts=True, unique_fields=["session_key"], update_fields=["expire_date"]
    )


def _folders() -> tuple[str, ...]:
    return (settings.ROW_KEYS_DIR, settings.SHEETS_DIR, settings.PRINTS_DIR, settings.REVIEWS_DIR)


def _has_room(folder: Path) -> bool:
    """Say whether a folder can be written to; one that was never made need not be, where its place only reads."""
    place = next(one for one in (folder, *folder.absolute().parents) if one.exists())
    if not os.access(place, os.W_OK):
        return place != folder
    return shutil.disk_usage(place).free >= LEAST_ROOM
