"""Hands out reminders that are due, each to one process at a time.

A claim is a lease. The process that holds it sends the mail, then says so. Where it is killed between the two, the
lease ends and the next run sends again: a mail that comes twice does less harm than one that never comes. Five
tries at most are made for one day, and none later than three days after it.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import F, Q, QuerySet

from petitions.records.reminders.models import Reminder
from petitions.records.reminders.writing import sealing_name
from petitions.records.sealed_rows import opened

LEASE = timedelta(minutes=15)
MOST_TRIES = 5
_LATEST = timedelta(days=3)
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Claimed:
    """One mail to send now; ``version`` is that of the claim."""

    row: str
    version: int
    due_on: date
    language: str
    address: str
    code: str
    site: str


def claims(*, on: date, now: datetime) -> Iterator[Claimed]:
    """Claim one due reminder after the other, until none is left that no other process holds."""
    for row in [*_due(on=on, now=now).values_list("pk", flat=True)]:
        claimed = _claim(row, on=on, now=now)
        if claimed is not None:
            yield claimed


def sent(claimed: Claimed, *, on: date) -> None:
    """Note that a mail went out; the row is deleted with its last day. A claim that was lost changes nothing."""
    _go_on(claimed.row, claimed.version, on=on)


def _due(*, on: date, now: datetime) -> QuerySet[Reminder]:
    free = Q(leased_until=None) | Q(leased_until__lte=now)
    return Reminder.objects.filter(free, confirmed_at__isnull=False, next_on__lte=on, expires_at__gt=now)


def _claim(row: str, *, on: date, now: datetime) -> Claimed | None:
    found = _due(on=on, now=now).filter(pk=row).first()
    if found is None or not _take(found, now=now):
        return None
    version = found.version + 1
    if found.tries >= MOST_TRIES or found.next_on < on - _LATEST:
        _log.warning("reminder_given_up")
        _go_on(row, version, on=on)
        return None
    return _opened(found, version=version)


def _take(found: Reminder, *, now: datetime) -> bool:
    """Put a lease on a row; False where another process was faster."""
    same = Reminder.objects.filter(pk=found.pk, version=found.version)
    return bool(same.update(version=F("version") + 1, tries=F("tries") + 1, leased_until=now + LEASE))


def _opened(found: Reminder, *, version: int) -> Claimed | None:
    content = opened(found, row=sealing_name(found.pk), own=sealing_name(found.pk))
    if content is None:
        _log.error("reminder_unreadable")
        Reminder.objects.filter(pk=found.pk).delete()
        return None
    return Claimed(found.pk, version, found.next_on, found.language, **content)


def _go_on(row: str, version: int, *, on: date) -> None:
    """Wait for the next day, or delete the row where there is none."""
    held = Reminder.objects.filter(pk=row, version=version)
    days = (held.values_list("days", flat=True).first() or "").split()
    following = next((day for day in days if day > on.isoformat()), None)
    if following is None:
        held.delete()
    else:
        held.update(
            next_on=date.fromisoformat(following), tries=0, leased_until=None, version=F("version") + 1
        )
