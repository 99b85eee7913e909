"""Gives a matter to another organization of the site: offered by the one, accepted or refused by the other."""

from __future__ import annotations

import secrets

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from petitions.records.matters.models import (
    CaseStep,
    CheckoutTick,
    Comment,
    Look,
    Matter,
    MatterName,
    MatterState,
    Told,
    Transfer,
    row_of,
)
from petitions.records.matters.printing import forget_prints
from petitions.records.matters.writing import next_number
from petitions.records.models import Interview

_MOVED: tuple[type[CaseStep | CheckoutTick | Comment | Told], ...] = (CaseStep, CheckoutTick, Comment, Told)
_LEFT: tuple[type[Look | MatterName | Transfer], ...] = (Look, MatterName, Transfer)
"""What the old organization alone saw or asked, and marks that only its key makes."""


def offer(matter: Matter, *, to: str, user_id: int) -> Transfer:
    """Offer a matter to another organization, in place of an earlier offer."""
    offers_from(matter).update(settled_at=timezone.now(), is_accepted=False)
    return Transfer.objects.create(
        id=secrets.token_hex(16),
        matter=matter,
        organization_id=matter.organization_id,
        to_id=to,
        asked_by_id=user_id,
        at=timezone.now(),
    )


def offers_from(matter: Matter) -> QuerySet[Transfer]:
    """Return the open offers of a matter."""
    return Transfer.objects.filter(matter=matter, organization_id=matter.organization_id, settled_at=None)


def offers_to(organization_id: str) -> QuerySet[Transfer]:
    """Return what is offered to an organization; who offers is shown, nothing of the matter."""
    found = Transfer.objects.filter(to_id=organization_id, settled_at=None)
    return found.select_related("organization", "matter").order_by("at")


def take_back(matter: Matter) -> None:
    """End the offers of a matter."""
    offers_from(matter).update(settled_at=timezone.now(), is_accepted=False)


def refuse(transfer: Transfer) -> bool:
    """Refuse an offer; say whether it was still open."""
    return bool(_open(transfer).update(settled_at=timezone.now(), is_accepted=False))


@transaction.atomic
def accept(transfer: Transfer) -> Matter | None:
    """Move the matter, with a new number, to nobody's desk; None where the offer is not open any more."""
    if not _open(transfer).update(settled_at=timezone.now(), is_accepted=True):
        return None
    matter = Matter.objects.filter(pk=transfer.matter_id, organization_id=transfer.organization_id).first()
    if matter is None:
        return None
    forget_prints(matter)
    for model in _LEFT:
        model.objects.filter(matter=matter, organization_id=transfer.organization_id).delete()
    for moved in _MOVED:
        rows = moved.objects.filter(matter=matter, organization_id=transfer.organization_id)
        rows.update(organization_id=transfer.to_id)
    row_of(matter).update(
        organization_id=transfer.to_id,
        number=next_number(transfer.to_id),
        assigned_to=None,
        created_by=None,
        attorney=None,
        state=MatterState.INTAKE,
        approved_hash="",
        approved_version=None,
        approved_by=None,
        approved_at=None,
        changed_at=timezone.now(),
        closed_at=None,
        summary_version=0,
    )
    Interview.objects.filter(pk=matter.interview_id).update(touched_at=timezone.now())
    return Matter.objects.get(pk=matter.pk, organization_id=transfer.to_id)


def _open(transfer: Transfer) -> QuerySet[Transfer]:
    return Transfer.objects.filter(pk=transfer.pk, to_id=transfer.to_id, settled_at=None)
