"""Keeps answers under a return code, opens them with it, and deletes them with their key."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from petitions.records.code_keys import Lock, close, keys_of, new_lock, reopen
from petitions.records.encryption import Unreadable
from petitions.records.models import Interview, KeptAnswers
from petitions.records.own_keys import own_key, own_key_or_new
from petitions.records.reading import open_interview
from petitions.records.retention import KEPT_DAYS, short_of
from petitions.records.writing import StaleVersion, start_interview


class CodeInUse(Exception):
    """This code keeps the answers of another visit; make another one."""


_log = logging.getLogger(__name__)


def keep(key: str, *, code: str, days: int) -> datetime:
    """Keep the answers of a visit under a code, in place of an earlier code; return until when.

    The visit itself then ends early, for nothing is lost with it. ValueError for other numbers of days;
    StaleVersion where the visit is gone; CodeInUse where the code keeps other answers.
    """
    if days not in KEPT_DAYS:
        raise ValueError("days")
    keys, until = keys_of(code), timezone.now() + timedelta(days=days)
    with transaction.atomic():
        visit = Interview.objects.select_for_update().filter(pk=key).first()
        opened = open_interview(key)
        if visit is None or opened is None:
            raise StaleVersion
        if visit.kept_id != keys.row:
            if KeptAnswers.objects.filter(pk=keys.row).exists():
                raise CodeInUse
            _forget_kept(visit)
            lock = new_lock(keys, own=own_key_or_new(kept_row(keys.row)))
            visit.kept = KeptAnswers.objects.create(
                id=keys.row,
                content=close(opened.answers, public=lock.public, row=keys.row),
                public_key=lock.public,
                locked_key=lock.private,
                days=days,
                until=until,
            )
        keeping = short_of(visit.keeping)
        Interview.objects.filter(pk=key).update(kept=visit.kept, keeping=keeping, touched_at=timezone.now())
        KeptAnswers.objects.filter(pk=keys.row).update(days=days, until=until)
    return until


def kept_until(code: str, *, now: datetime) -> datetime | None:
    """Return until when a code keeps answers; None where it keeps none."""
    kept = KeptAnswers.objects.filter(pk=keys_of(code).row, until__gt=now)
    return kept.values_list("until", flat=True).first()


def keep_for(key: str, *, days: int) -> None:
    """Change for how many days the answers stay under the code that they have."""
    if days not in KEPT_DAYS:
        raise ValueError("days")
    until = timezone.now() + timedelta(days=days)
    KeptAnswers.objects.filter(interview=key).update(days=days, until=until)


def come_back(code: str, *, keeping: str) -> str | None:
    """Open the answers of a code as a new visit, and end any other that has them open; return the visit's id.

    None where the code keeps nothing: wrong, over, or deleted, which nobody can tell apart.
    """
    keys = keys_of(code)
    with transaction.atomic():
        row = KeptAnswers.objects.select_for_update().filter(pk=keys.row, until__gt=timezone.now()).first()
        if row is None:
            return None
        try:
            lock = Lock(bytes(row.public_key), bytes(row.locked_key))
            answers = reopen(bytes(row.content), lock=lock, code=keys, own=own_key(kept_row(keys.row)))
        except Unreadable:
            _log.error("kept_answers_unreadable")
            return None
        Interview.objects.filter(kept=row).delete()
        row.until = timezone.now() + timedelta(days=row.days)
        row.save(update_fields=["until"])
        return start_interview(answers, keeping=keeping, kept=row)


def delete_kept(key: str) -> None:
    """Delete what a code keeps of this visit, its key with it; the visit itself stays."""
    KeptAnswers.objects.filter(interview=key).delete()


def purge_kept(*, now: datetime) -> int:
    """Delete what codes have kept for as long as they should; return how many that were."""
    return KeptAnswers.objects.filter(until__lte=now).delete()[0]


def kept_row(row: str) -> str:
    """Return the name of the key that ends with what a code keeps."""
    return f"kept answers {row}"


def _forget_kept(visit: Interview) -> None:
    if visit.kept_id is not None:
        KeptAnswers.objects.filter(pk=visit.kept_id).delete()
