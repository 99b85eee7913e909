"""Opens matters, saves their answers and deletes them; one transaction each."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import Any

from django.apps import apps
from django.db import transaction
from django.db.models import F, QuerySet
from django.db.models.signals import post_delete
from django.dispatch import receiver
from django.utils import timezone

from petitions.records.matters.models import ORGANIZATION, Matter, MatterState, row_of
from petitions.records.matters.printing import forget_prints
from petitions.records.models import Interview
from petitions.records.retention import Keeping
from petitions.records.sealed_rows import sealed_for
from petitions.records.writing import delete_interview, save_answers, start_interview


@transaction.atomic
def open_matter(
    answers: Mapping[str, Any],
    *,
    organization_id: str,
    user_id: int | None,
    language: str,
    agreed_text: str = "",
    attorney_id: str | None = None,
    matter_id: str | None = None,
) -> Matter:
    """Make a matter with the answers it begins with and the next file number of its organization.

    Raise IntegrityError where a matter with ``matter_id`` is there already.
    """
    now = timezone.now()
    return Matter.objects.create(
        id=matter_id or secrets.token_hex(16),
        attorney_id=attorney_id,
        organization_id=organization_id,
        number=next_number(organization_id),
        interview_id=start_interview(answers, keeping=Keeping.MATTER),
        language=language,
        created_by_id=user_id,
        agreed_text=agreed_text,
        agreed_at=now if agreed_text else None,
        opened_at=now,
        changed_at=now,
    )


@transaction.atomic
def save_matter_answers(matter: Matter, *, answers: Mapping[str, Any], version: int) -> None:
    """Put these answers in place of those of ``version``; raise StaleVersion where that is not the newest."""
    save_answers(matter.interview_id, answers=answers, version=version)
    note_change(matter)


def keep_summary(matter: Matter, summary: Mapping[str, Any], *, version: int) -> None:
    """Keep what lists show of the answers of a version, sealed; an older one never replaces a newer one."""
    sealed = sealed_for(summary, row=summary_row(matter.pk), own=matter.interview_id)
    row_of(matter).filter(summary_version__lte=version).update(
        summary=sealed.content, summary_key_id=sealed.key_id, summary_version=version
    )


@transaction.atomic
def delete_matter(matter: Matter) -> None:
    """Delete a matter with its answers, everything that hangs on it, and the files that hold its papers."""
    forget_prints(matter)
    delete_interview(matter.interview_id)


@receiver(post_delete, sender=Matter)
def _end_answers(instance: Matter, origin: Any, **_: Any) -> None:
    """Take the answers away, with their key, where a matter goes with its organization; else the matter goes with them."""
    if (origin.model if isinstance(origin, QuerySet) else type(origin)) is not Interview:
        delete_interview(instance.interview_id)


def summary_row(matter_id: str) -> str:
    """Return the name to which a summary is bound."""
    return f"summary of {matter_id}"


def next_number(organization_id: str) -> int:
    """Count on; the row is locked by the update until the transaction ends, so no number is given twice."""
    organizations = apps.get_model(ORGANIZATION).objects.filter(pk=organization_id)
    organizations.update(last_number=F("last_number") + 1)
    number: int = organizations.values_list("last_number", flat=True).get()
    return number


def note_change(matter: Matter) -> None:
    """Note that the answers of a matter were changed, here or by a page of the interview; that opens a closed one again."""
    opened = {"closed_at": None, "state": state_when_open(matter)} if matter.closed_at else {}
    row_of(matter).update(changed_at=timezone.now(), **opened)


def state_when_open(matter: Matter) -> MatterState:
    """Return the state of a closed matter that is opened again: as intake left it, or as it was approved."""
    return MatterState.APPROVED if matter.approved_hash else MatterState.INTAKE
