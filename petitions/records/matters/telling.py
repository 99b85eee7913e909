"""Keeps which messages went to a petitioner and whether they were sent, never what they say or to which address."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from petitions.records.matters.models import Matter, Told


@transaction.atomic
def claim_message(matter: Matter, *, key: str, place: str, status: str, by: str) -> bool:
    """Keep that a message is about to go out; say no where this very one was claimed before."""
    _row, is_new = Told.objects.get_or_create(
        id=key,
        matter=matter,
        organization_id=matter.organization_id,
        defaults={"place": place, "status": status, "by": by, "at": timezone.now()},
    )
    return is_new


@transaction.atomic
def claim_again(matter: Matter, key: str, *, tried_at: str) -> Told | None:
    """Return a message that failed, so that one request alone tries it again; None where another was faster."""
    rows = Told.objects.filter(pk=key, matter=matter, organization_id=matter.organization_id, is_sent=False)
    row = rows.select_for_update().first()
    if row is None or row.at.isoformat() != tried_at or not rows.filter(at=row.at).update(at=timezone.now()):
        return None
    return row


def note_sent(matter: Matter, key: str) -> None:
    """Note that a message was sent."""
    rows = Told.objects.filter(pk=key, matter=matter, organization_id=matter.organization_id)
    rows.update(is_sent=True, at=timezone.now())


def messages_of(matter: Matter, *, place: str) -> list[Told]:
    """Return the messages about one case, the newest first."""
    rows = Told.objects.filter(matter=matter, organization_id=matter.organization_id, place=place)
    return list(rows.order_by("-at"))
