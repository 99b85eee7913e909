"""Finds lines of an organization's audit log."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from petitions.access.chain.purging import purge_chains
from petitions.access.organizations.models import AuditEntry

KEPT = timedelta(days=3 * 365)


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for; empty parts do not matter."""

    member: int | None = None
    action: int | None = None
    about: str = ""
    """A file number, or a word of ours for what was done."""
    first: date | None = None
    last: date | None = None


def entries_of(organization_id: str, sought: Sought) -> QuerySet[AuditEntry]:
    """Return the lines, the newest first."""
    found = AuditEntry.objects.filter(organization_id=organization_id).select_related("actor", "content_type")
    if sought.member is not None:
        found = found.filter(actor_id=sought.member)
    if sought.action is not None:
        found = found.filter(action=sought.action)
    if sought.about:
        number = Q(object_repr=f"matter {sought.about}")
        found = found.filter(number | Q(additional_data__what__icontains=sought.about))
    if sought.first:
        found = found.filter(timestamp__gte=_start(sought.first))
    if sought.last:
        found = found.filter(timestamp__lt=_start(sought.last + timedelta(days=1)))
    return found.order_by("-timestamp", "-pk")


def purge_audit(*, now: datetime) -> int:
    """Delete lines that are older than three years, from the oldest end of each organization's log."""
    return purge_chains(limit=now - KEPT, now=now)


def _start(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
