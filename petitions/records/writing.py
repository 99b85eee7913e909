"""Starts, saves, deletes and purges what people answered; one transaction each."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db.models import F
from django.utils import timezone

from petitions.records.encryption import seal
from petitions.records.models import Interview

IDLE = timedelta(hours=72)


class StaleVersion(Exception):
    """The answers were changed or deleted since they were read; nothing was saved."""


def start_interview(answers: Mapping[str, Any] | None = None) -> str:
    """Make an interview with the answers it begins with, or none; return its id, which cannot be guessed."""
    key, now = secrets.token_urlsafe(24), timezone.now()
    sealed = seal(answers or {}, row=key, keys=settings.RECORD_KEYS)
    Interview.objects.create(
        id=key, content=sealed.content, key_id=sealed.key_id, created_at=now, touched_at=now
    )
    return key


def save_answers(key: str, *, answers: Mapping[str, Any], version: int) -> None:
    """Put these answers in place of those of ``version``; raise StaleVersion where that is not the newest."""
    sealed = seal(answers, row=key, keys=settings.RECORD_KEYS)
    saved = Interview.objects.filter(pk=key, version=version).update(
        content=sealed.content, key_id=sealed.key_id, version=F("version") + 1, touched_at=timezone.now()
    )
    if not saved:
        raise StaleVersion


def delete_interview(key: str) -> None:
    """Delete the answers; nothing happens where there are none."""
    Interview.objects.filter(pk=key).delete()


def purge_idle(*, now: datetime, idle: timedelta = IDLE) -> int:
    """Delete all answers that nobody saved for ``idle``; return how many interviews that were."""
    return Interview.objects.filter(touched_at__lte=now - idle).delete()[0]
