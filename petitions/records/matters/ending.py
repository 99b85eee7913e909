"""Closes matters, opens them again, and deletes those whose time is over or whose petitioner asks for it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

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


def ending_by(now: datetime, *, organization: Any) -> QuerySet[Matter]:
    """Return the matters of an organization whose time is over, by its days; days are California's."""
    closed, idle = (
        _before(now, days) for days in (organization.days_after_close, organization.days_untouched)
    )
    over = Q(closed_at__lt=closed) | Q(closed_at=None, changed_at__lt=idle)
    return Matter.objects.filter(over, organization_id=organization.pk)


def next_to_end(matters: QuerySet[Matter], *, most: int) -> tuple[QuerySet[Matter], QuerySet[Matter]]:
    """Return so many of the closed matters and so many of the open ones, of each those that end first."""
    closed, still_open = matters.exclude(closed_at=None), matters.filter(closed_at=None)
    return closed.order_by("closed_at", "pk")[:most], still_open.order_by("changed_at", "pk")[:most]


def _before(now: datetime, days: int) -> datetime:
    """Return the moment before which something must have been, to be so many whole days ago."""
    midnight = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
    return midnight - timedelta(days=days - 1)


def purge_matters(
    *, now: datetime, note: Callable[[Matter], None], organization_id: str | None = None
) -> int:
    """Delete the matters whose time is over, with everything that hangs on them; return how many.

    ``note`` writes the line of the audit log, while the matter is still there. One office is asked after the other, and
    each matter ends in a transaction of its own: after the first busy months thousands are due in the same night.
    """
    organizations = apps.get_model(ORGANIZATION).objects.order_by("pk")
    if organization_id is not None:
        organizations = organizations.filter(pk=organization_id)
    return sum(_purge_office(one, now=now, note=note) for one in organizations)


def _purge_office(organization: Any, *, now: datetime, note: Callable[[Matter], None]) -> int:
    over = ending_by(now, organization=organization)
    due = over.order_by("number").values_list("pk", flat=True)
    return sum(_end(over.filter(pk=one), note=note) for one in [*due])


@transaction.atomic
def _end(row: QuerySet[Matter], *, note: Callable[[Matter], None]) -> bool:
    """End one matter, unless somebody changed it meanwhile, so that its time is not over any more; say whether it ended."""
    matter = row.select_for_update().first()
    if matter is None:
        return False
    note(matter)
    delete_matter(matter)
    return True


def purge_drafts(*, now: datetime) -> int:
    """Delete rows of files that nobody imported, or that were."""
    return ImportDraft.objects.filter(created_at__lte=now - DRAFTS_KEPT).delete()[0]
