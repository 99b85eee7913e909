"""Lets whoever runs the site look into an organization for an hour, with a reason that its admins see."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from petitions.access.organizations.entries import write_entry
from petitions.access.organizations.logged import change
from petitions.access.organizations.models import AuditEntry, BreakGlass, Organization
from petitions.access.organizations.writers import Writer, writing
from petitions.access.roles import GLASS

FOR = timedelta(hours=1)
KEPT = timedelta(days=3 * 365)
"""As long as the audit log."""


def break_glass(organization: Organization, *, user_id: int, reason: str) -> BreakGlass:
    """Open an organization for a while."""
    with writing(Writer(user_id, GLASS)):
        return BreakGlass.objects.create(
            organization=organization, user_id=user_id, reason=reason, until=timezone.now() + FOR
        )


def opened_by(user_id: int) -> BreakGlass | None:
    """Return what somebody has opened now."""
    found = BreakGlass.objects.filter(user_id=user_id, until__gt=timezone.now(), user__is_superuser=True)
    found = found.filter(organization__suspended_at=None)
    return found.filter(user__is_active=True).select_related("organization", "user").order_by("-at").first()


def end_glass(user_id: int) -> None:
    """End it early."""
    with writing(Writer(user_id, GLASS)):
        for glass in BreakGlass.objects.filter(user_id=user_id, until__gt=timezone.now()):
            change(glass, until=timezone.now())


def looks_into(organization_id: str) -> QuerySet[BreakGlass]:
    """Return who looked into an organization, the newest first."""
    return (
        BreakGlass.objects.filter(organization_id=organization_id).select_related("user").order_by("-at")[:20]
    )


def purge_glass(*, now: datetime) -> int:
    """Delete looks that are older than the audit log goes back."""
    return BreakGlass.objects.filter(at__lte=now - KEPT).delete()[0]


def every_organization() -> QuerySet[Organization]:
    """Return the organizations that are open, for whoever runs the site."""
    return Organization.objects.filter(suspended_at=None).order_by("name")


def note_opened(glass: BreakGlass, *, page: str) -> None:
    """Note in the log of the organization which page was opened; ``page`` is the name of its route."""
    write_entry(
        glass,
        organization_id=glass.organization_id,
        action=AuditEntry.Action.ACCESS,
        user_id=glass.user_id,
        role=GLASS,
        what=f"page {page}",
    )
