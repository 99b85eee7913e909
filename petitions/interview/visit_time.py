"""Tells a page how long the answers of this visit stay, where a page has opened them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

from django.http import HttpRequest
from django.utils import timezone

from petitions.interview.within import within
from petitions.records.reading import Visit
from petitions.records.retention import Keeping, limits

_SHORT = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class VisitTime:
    """What every page shows of a visit. ``seconds`` until its end; short ones are watched on the page."""

    is_shared: bool
    is_kept: bool
    is_short: bool
    seconds: int
    idle_minutes: int


def visit_time(visit: Visit, *, now: datetime) -> VisitTime:
    """Return how long a visit still stays."""
    left = max(visit.ends_at - now, timedelta())
    return VisitTime(
        is_shared=visit.keeping == Keeping.SHARED,
        is_kept=visit.kept_until is not None,
        is_short=left <= _SHORT,
        seconds=int(left.total_seconds()),
        idle_minutes=int(limits(visit.keeping).idle.total_seconds() // 60),
    )


def time_left(visit: Visit) -> dict[str, object]:
    """Return until when the answers stay here and under a code, for the page that tells it."""
    days = ceil((visit.kept_until - timezone.now()) / timedelta(days=1)) if visit.kept_until else 0
    is_shared = visit.keeping == Keeping.SHARED
    return {"here": visit.ends_at, "kept": visit.kept_until, "days": days, "is_shared": is_shared}


def visit(request: HttpRequest) -> dict[str, object]:
    """Give templates ``visit``; a context processor. A matter stays until its office ends it: none is told."""
    opened: Visit | None = None if within(request) else getattr(request, "visit", None)
    return {"visit": visit_time(opened, now=timezone.now()) if opened else None}
