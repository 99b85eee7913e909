"""Counts mails that were asked for, in the database, so that all workers share one limit."""

from __future__ import annotations

from datetime import date

from django.db.models import F
from django.utils.crypto import salted_hmac

from petitions.records.reminders.models import MailCount

MOST_TO_AN_ADDRESS = 3
MOST_FROM_A_SESSION = 5
MOST_IN_ALL = 300


def may_write(kind: str, value: str, *, on: date, most: int) -> bool:
    """Count one mail for this day; say whether it is within the limit."""
    key = _key(kind, value, on=on)
    MailCount.objects.get_or_create(key=key, defaults={"day": on})
    return bool(MailCount.objects.filter(pk=key, count__lt=most).update(count=F("count") + 1))


def _key(kind: str, value: str, *, on: date) -> str:
    """Return a key from which nobody without the site's secret learns anything, and another one each day."""
    return salted_hmac("reminders.count", f"{on}/{kind}/{value.casefold()}", algorithm="sha256").hexdigest()
