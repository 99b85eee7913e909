"""Bounds what one token may ask in a minute: counted in the database, so that all workers count together."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import F

from petitions.access.api_tokens.models import ApiToken

UNITS_A_MINUTE = 600
"""One unit is one record screened."""
_MINUTE = timedelta(minutes=1)


def take(token: ApiToken, *, units: int, now: datetime) -> timedelta:
    """Take so many units (1 to ``UNITS_A_MINUTE``) of this minute; return how long to wait where there are no more."""
    minute = now.replace(second=0, microsecond=0)
    row = ApiToken.objects.filter(pk=token.pk, organization_id=token.organization_id)
    within = row.filter(minute=minute, units__lte=UNITS_A_MINUTE - units)
    if within.update(units=F("units") + units):
        return timedelta()
    if row.exclude(minute__gte=minute).update(minute=minute, units=units):
        return timedelta()
    if within.update(units=F("units") + units):  # another worker began the minute meanwhile
        return timedelta()
    return minute + _MINUTE - now
