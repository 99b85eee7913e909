"""Says how long answers are kept: while nobody does anything, and in all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Q, TextChoices

KEPT_DAYS = (7, 30, 90)
"""How many days a person may have answers kept under a code; each return begins them anew."""


class Keeping(TextChoices):
    """How long the answers of a visit stay."""

    OWN = "own"
    """On a phone or computer of one's own: as long as the setting RETENTION_HOURS says."""
    VISIT = "visit"
    """This visit only; also where a code keeps the answers, so that nothing is lost by an early end."""
    SHARED = "shared"
    """On a computer that others use."""
    MATTER = "matter"
    """A clinic's matter: until the matter itself is closed and purged; no idle time ends it."""


_FOR_EVER = timedelta(days=36500)
"""As far as a visit goes; the matter has its own end."""
_ENDING = tuple(one for one in Keeping if one is not Keeping.MATTER)


def short_of(keeping: str) -> str:
    """Return how a visit is kept that is to end early; on a computer that others use it stays as short as it is."""
    return Keeping.SHARED if keeping == Keeping.SHARED else Keeping.VISIT


@dataclass(frozen=True, slots=True)
class Limits:
    """After how long without a sign of the person answers are gone, and after how long in any case."""

    idle: timedelta
    whole: timedelta


def limits(keeping: str) -> Limits:
    """Return the limits of one way to keep."""
    return {
        Keeping.OWN: Limits(timedelta(hours=settings.RETENTION_HOURS), _week_or(settings.RETENTION_HOURS)),
        Keeping.VISIT: Limits(timedelta(minutes=30), timedelta(hours=8)),
        Keeping.SHARED: Limits(timedelta(minutes=15), timedelta(hours=8)),
        Keeping.MATTER: Limits(_FOR_EVER, _FOR_EVER),
    }[Keeping(keeping)]


def ends_at(keeping: str, *, created_at: datetime, touched_at: datetime) -> datetime:
    """Return when the answers of a visit are gone if the person does nothing more."""
    found = limits(keeping)
    return min(touched_at + found.idle, created_at + found.whole)


def gone_by(now: datetime) -> Q:
    """Return the condition of every visit whose answers have been kept for too long; each part of it has its index."""
    found = Q(pk__in=[])
    for keeping in _ENDING:
        found |= Q(keeping=keeping, touched_at__lte=now - limits(keeping).idle)
        found |= Q(keeping=keeping, created_at__lte=now - limits(keeping).whole)
    return found


def _week_or(hours: int) -> timedelta:
    return max(timedelta(days=7), timedelta(hours=hours))
