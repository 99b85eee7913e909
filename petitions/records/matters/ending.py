"""Closes matters, opens them again, and deletes those whose time is over or whose petitioner asks for it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from django.apps import apps
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from petitions.records.matters.models import ORGANIZATION, ImportDraft, Matter, MatterState, row_of
from petitions.records.matters.writing import delete_matter, state_when_open

DRAFTS_KEPT = timedelta(hours=4)


def close_matter(matter: Matter) -> None:
    """Close a matter; from now on its last days count."""
    row_of(matter).filter(closed_at=None).update(closed_at=timezone.now(), state=MatterState.CLOSED)


def reopen_matter(matter: Matter) -> None:
    """Open a closed matter again, as intake left it or as it was approved."""
    row_of(matter).update(closed_at=None, state=state_when_open(matter), changed_at=timezone.now())


def ending_by(now: datetime) -> QuerySet[Matter]:
    """Return the matters of all organizations whose time is over, by the days of each; days are California's."""
    over = Q(pk__in=[])
    for organization in apps.get_model(ORGANIZATION).objects.all():
        closed, idle = (
            _before(now, days) for days in (organization.days_after_close, organization.days_untouched)
        )
        over |= Q(organization_id=organization.pk) & (
            Q(closed_at__lt=closed) | Q(closed_at=None, changed_at__lt=idle)
        )
    return Matter.objects.filter(over)


def _before(now: datetime, days: int) -> datetime:
    """Return the moment before which something must have been, to be so many whole days ago."""
    midnight = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
    return midnight - timedelta(days=days - 1)


@transaction.atomic
def purge_matters(
    *, now: datetime, note: Callable[[Matter], None], organization_id: str | None = None
) -> int:
    """Delete the matters whose time is over, with everything that hangs on them; return how many.

    ``note`` writes the line of the audit log, while the matter is still there.
    """
    found = ending_by(now)
    if organization_id is not None:
        found = found.filter(organization_id=organization_id)
    matters = list(found.order_by("organization", "number"))
    for matter in matters:
        note(matter)
        delete_matter(matter)
    return len(matters)


def purge_drafts(*, now: datetime) -> int:
    """Delete rows of files that nobody imported, or that were."""
    return ImportDraft.objects.filter(created_at__lte=now - DRAFTS_KEPT).delete()[0]
