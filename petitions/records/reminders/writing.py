"""Asks for, confirms, stops and purges reminders; one statement each, so that none is half done."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from petitions.records.reminders.models import MailCount, Reminder
from petitions.records.sealed_rows import sealed_columns

LONGEST = timedelta(days=120)
"""After this a reminder is gone, sent or not."""
CONFIRM_WITHIN = timedelta(hours=48)


@dataclass(frozen=True, slots=True)
class Wish:
    """Whether reminders were confirmed, and the language to speak."""

    is_confirmed: bool
    language: str


def ask(address: str, *, days: Sequence[date], language: str, site: str, now: datetime) -> str:
    """Keep reminders that nobody has confirmed yet; return the secret of their link.

    ``site`` is where the link leads, like ``https://host``: mails are written later, when no page is asked for.
    """
    code = secrets.token_urlsafe(24)
    row = _row(code)
    content = {"address": address, "code": code, "site": site}
    Reminder.objects.create(
        id=row,
        **sealed_columns(content, row=sealing_name(row), own=sealing_name(row)),
        language=language,
        days=" ".join(day.isoformat() for day in days),
        next_on=days[0],
        expires_at=now + CONFIRM_WITHIN,
    )
    return code


def confirm(code: str, *, now: datetime) -> None:
    """Let mail be sent from now on; twice is as once, and nothing happens where there are none."""
    waiting = Reminder.objects.filter(pk=_row(code), confirmed_at=None, expires_at__gt=now)
    waiting.update(confirmed_at=now, expires_at=now + LONGEST)


def wish(code: str, *, now: datetime) -> Wish | None:
    """Return what is kept behind a link; None where there is nothing."""
    row = Reminder.objects.filter(pk=_row(code), expires_at__gt=now).first()
    return Wish(is_confirmed=row.confirmed_at is not None, language=row.language) if row else None


def stop(code: str) -> None:
    """Delete the reminders of a link; nothing happens where there are none."""
    Reminder.objects.filter(pk=_row(code)).delete()


def purge_reminders(*, now: datetime) -> int:
    """Delete reminders whose time is over, and old counts; return how many reminders that were."""
    MailCount.objects.filter(day__lt=now.date() - timedelta(days=1)).delete()
    return Reminder.objects.filter(expires_at__lte=now).delete()[0]


def sealing_name(row: str) -> str:
    """Return the name to which the content of a row is bound, which no interview can have."""
    return f"reminder/{row}"


def _row(code: str) -> str:
    """Return the id that belongs to a secret; who reads the table cannot go back from it."""
    return hashlib.sha256(code.encode()).hexdigest()
