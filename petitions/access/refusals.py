"""Notes refused pages in the log of a member's office: the first of an hour one by one, the rest as one line that counts them.

Else whoever is signed in could fill the log, which nobody can shorten. What is not told yet stands in a row of its own:
the next hour, the purge, and whoever opens the log have it told.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from petitions.access.organizations.entries import REFUSED, write_entry
from petitions.access.organizations.models import AuditEntry, Organization, Refusals

SINGLY = 20
"""So many of one member stand in the log one by one, within this time."""
WITHIN = timedelta(hours=1)
COUNTED = f"{REFUSED}+"
"""How the note begins of a line that counts; the number of pages follows."""


@transaction.atomic
def note_refused(organization: Organization, *, user_id: int, role: str, page: str, now: datetime) -> None:
    """Note one page, by the name of its route; or count it, where the member was refused many within the hour."""
    own = Refusals.objects.filter(organization_id=organization.pk, user_id=user_id)
    Refusals.objects.get_or_create(
        organization_id=organization.pk, user_id=user_id, defaults={"role": role, "since": now}
    )
    row = own.select_for_update().get()
    if row.since <= now - WITHIN:
        _tell(row)
        row.since, row.count = now, 0
    own.update(since=row.since, count=row.count + 1, role=role)
    if row.count < SINGLY:
        _write(row, what=f"{REFUSED}{page}")


@transaction.atomic
def tell_counted(organization_id: str) -> None:
    """Have the log of an organization tell what was only counted so far."""
    for row in Refusals.objects.filter(organization_id=organization_id, count__gt=SINGLY).select_for_update():
        _tell(row)


def purge_refusals(*, now: datetime) -> int:
    """Have the logs tell what was counted in hours that are over, and forget those; return how many of a member."""
    over = Refusals.objects.filter(since__lte=now - WITHIN)
    with transaction.atomic():
        for row in over.select_for_update():
            _tell(row)
        return over.delete()[0]


def _tell(row: Refusals) -> None:
    if row.count > SINGLY:
        _write(row, what=f"{COUNTED}{row.count - SINGLY}")
        Refusals.objects.filter(pk=row.pk, organization_id=row.organization_id).update(count=SINGLY)


def _write(row: Refusals, *, what: str) -> None:
    write_entry(
        row.organization,
        organization_id=row.organization_id,
        action=AuditEntry.Action.ACCESS,
        user_id=row.user_id,
        role=row.role,
        what=what,
    )
