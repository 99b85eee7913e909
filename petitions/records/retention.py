"""Says how long idle answers are kept."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings


def idle_limit() -> timedelta:
    """Return the time after the last saved answer at which answers are gone."""
    return timedelta(hours=settings.RETENTION_HOURS)
