"""Keeps the rows of a list between its dry run and the yes, sealed, and takes them in once."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from petitions.records.matters.ending import DRAFTS_KEPT
from petitions.records.matters.models import ImportDraft
from petitions.records.own_keys import written_together
from petitions.records.sealed_rows import opened, sealed_columns


def keep_draft(content: Mapping[str, Any], *, organization_id: str, user_id: int) -> ImportDraft:
    """Keep rows for the yes of whoever handed them in."""
    key = secrets.token_hex(16)
    return ImportDraft.objects.create(
        id=key,
        organization_id=organization_id,
        user_id=user_id,
        created_at=timezone.now(),
        **sealed_columns(content, row=draft_row(key), own=draft_row(key)),
    )


def draft_for(draft_id: str, *, organization_id: str, user_id: int) -> ImportDraft | None:
    """Return rows that this member handed in; None where they are not there, or too old."""
    rows = ImportDraft.objects.filter(organization_id=organization_id, user_id=user_id)
    return rows.filter(pk=draft_id, created_at__gt=timezone.now() - DRAFTS_KEPT).first()


def content_of(draft: ImportDraft) -> dict[str, Any] | None:
    """Open the rows."""
    return opened(draft, row=draft_row(draft.pk), own=draft_row(draft.pk))


@transaction.atomic
def take_in(draft: ImportDraft, make: Callable[[], None]) -> bool:
    """Do what ``make`` does, once for these rows, whole or not at all; say whether this was the time."""
    rows = ImportDraft.objects.filter(pk=draft.pk, organization_id=draft.organization_id, done_at=None)
    if not rows.update(done_at=timezone.now()):
        return False
    with written_together():
        make()
    return True


def draft_row(draft_id: str) -> str:
    """Return the name to which the rows of a file are bound."""
    return f"import draft {draft_id}"
