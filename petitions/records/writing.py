"""Starts, saves, deletes and purges what people answered; one transaction each."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from petitions.records.code_keys import close
from petitions.records.models import Interview, KeptAnswers
from petitions.records.retention import Keeping, gone_by
from petitions.records.sealed_rows import sealed_for


class StaleVersion(Exception):
    """The answers were changed or deleted since they were read; nothing was saved."""


def start_interview(
    answers: Mapping[str, Any] | None = None, *, keeping: str = Keeping.OWN, kept: KeptAnswers | None = None
) -> str:
    """Make an interview with the answers it begins with, or none; return its id, which cannot be guessed."""
    key, now = secrets.token_urlsafe(24), timezone.now()
    sealed = sealed_for(answers or {}, row=key, own=key)
    Interview.objects.create(
        id=key,
        content=sealed.content,
        key_id=sealed.key_id,
        keeping=keeping,
        kept=kept,
        created_at=now,
        touched_at=now,
    )
    return key


@transaction.atomic
def save_answers(key: str, *, answers: Mapping[str, Any], version: int) -> None:
    """Put these answers in place of those of ``version``, also where a code keeps them.

    Raise StaleVersion where that is not the newest version.
    """
    sealed = sealed_for(answers, row=key, own=key)
    saved = Interview.objects.filter(pk=key, version=version).update(
        content=sealed.content, key_id=sealed.key_id, version=F("version") + 1, touched_at=timezone.now()
    )
    if not saved:
        raise StaleVersion
    for kept in KeptAnswers.objects.filter(interview=key).only("pk", "public_key"):
        content = close(answers, public=bytes(kept.public_key), row=kept.pk)
        KeptAnswers.objects.filter(pk=kept.pk).update(content=content)


def touch(key: str) -> None:
    """Note that the person is still there."""
    Interview.objects.filter(pk=key).update(touched_at=timezone.now())


def keep_only_for(key: str, *, keeping: str) -> None:
    """Change how long the answers of a visit stay."""
    Interview.objects.filter(pk=key).update(keeping=keeping, touched_at=timezone.now())


def delete_interview(key: str) -> None:
    """Delete the answers of a visit; nothing happens where there are none, nor to what a code keeps."""
    Interview.objects.filter(pk=key).delete()


def purge_visits(*, now: datetime) -> int:
    """Delete the answers of all visits that ended; return how many those were."""
    return Interview.objects.filter(gone_by(now)).delete()[1].get("petitions.Interview", 0)
