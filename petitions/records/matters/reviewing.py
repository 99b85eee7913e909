"""Hands a matter to review, keeps what a reviewer saw, approves exactly that, or sends it back; one transaction each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from petitions.records.matters.models import Look, Matter, MatterState, row_of
from petitions.records.models import Interview
from petitions.records.sealed_rows import opened, sealed_columns
from petitions.records.writing import StaleVersion


def hand_over(matter: Matter) -> None:
    """Put a matter in the queue of the reviewers."""
    row_of(matter).update(state=MatterState.IN_REVIEW, changed_at=timezone.now())


def send_back(matter: Matter) -> None:
    """Give a matter back to intake; an approval is gone."""
    row_of(matter).update(
        state=MatterState.INTAKE,
        approved_hash="",
        approved_courts="",
        approved_version=None,
        approved_at=None,
        approved_by=None,
    )


@transaction.atomic
def approve(matter: Matter, *, version: int, facts_hash: str, user_id: int, courts_hash: str = "") -> None:
    """Approve the facts of this version, with what the directory of courts gives them.

    Raise StaleVersion where that is not the newest version any more.
    """
    newest = Interview.objects.select_for_update().filter(pk=matter.interview_id, version=version)
    if not newest.exists():
        raise StaleVersion
    row_of(matter).update(
        state=MatterState.APPROVED,
        approved_version=version,
        approved_hash=facts_hash,
        approved_courts=courts_hash,
        approved_by_id=user_id,
        approved_at=timezone.now(),
    )


def keep_look(matter: Matter, answers: Mapping[str, Any], *, version: int, user_id: int) -> None:
    """Keep what a reviewer saw, in place of what they saw before."""
    Look.objects.update_or_create(
        matter=matter,
        user_id=user_id,
        organization_id=matter.organization_id,
        defaults={
            "version": version,
            "at": timezone.now(),
            **sealed_columns(answers, row=look_row(matter.pk, user_id), own=matter.interview_id),
        },
    )


def last_look(matter: Matter, *, user_id: int) -> dict[str, Any] | None:
    """Return the answers that a reviewer saw last; None where they saw none that can be read."""
    row = Look.objects.filter(matter=matter, organization_id=matter.organization_id, user_id=user_id).first()
    return opened(row, row=look_row(matter.pk, user_id), own=matter.interview_id) if row else None


def look_row(matter_id: str, user_id: int) -> str:
    """Return the name to which what a reviewer saw is bound."""
    return f"look of {user_id} at {matter_id}"
