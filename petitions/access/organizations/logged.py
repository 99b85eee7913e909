"""Has each change of an organization's own rows stand in its log, with what is personal masked."""

from __future__ import annotations

from copy import copy
from typing import Any

from auditlog.diff import model_instance_diff
from auditlog.models import AbstractLogEntry
from auditlog.registry import auditlog
from auditlog.signals import pre_log
from django.db import models

from petitions.access.api_tokens.models import ApiToken
from petitions.access.organizations.entries import MASK
from petitions.access.organizations.models import (
    AttorneyProfile,
    AuditEntry,
    BreakGlass,
    Invitation,
    Membership,
    Organization,
)

_MASKED = "petitions.access.organizations.logged.masked"
_REACHED = ["street", "unit", "city", "state", "zip", "phone", "email"]
_NEVER = ["id", "organization"]


def register() -> None:
    """Begin to log."""
    auditlog.register(
        Organization,
        exclude_fields=["id", "created_at", "last_number"],
        mask_fields=[*_REACHED, "name"],
        mask_callable=_MASKED,
    )
    auditlog.register(Membership, exclude_fields=[*_NEVER, "user", "added_at"])
    auditlog.register(
        Invitation,
        exclude_fields=[*_NEVER, "created_at", "code_hash", "invited_by"],
        mask_fields=["email"],
        mask_callable=_MASKED,
    )
    auditlog.register(
        AttorneyProfile,
        exclude_fields=[*_NEVER, "user"],
        mask_fields=[*_REACHED, "name", "bar_number", "firm"],
        mask_callable=_MASKED,
    )
    auditlog.register(
        BreakGlass, exclude_fields=[*_NEVER, "user", "at"], mask_fields=["reason"], mask_callable=_MASKED
    )
    auditlog.register(
        ApiToken,
        include_fields=["name", "until", "ended_at"],
        mask_fields=["name"],
        mask_callable=_MASKED,
    )
    pre_log.connect(_never_the_end_of_a_row, dispatch_uid="never the end of a row")


def change(row: models.Model, **values: Any) -> None:
    """Change columns of a row by a query that names its organization, and log that as a save would be."""
    before = copy(row)
    for name, value in values.items():
        setattr(row, name, value)
    found = type(row)._default_manager.filter(pk=row.pk)  # noqa: SLF001 - the public way is the name of each model
    if not isinstance(row, Organization):
        found = found.filter(organization_id=row.organization_id)  # type: ignore[attr-defined]
    found.update(**values)
    changes = model_instance_diff(before, row)
    if changes:
        AuditEntry.objects.log_create(row, action=AuditEntry.Action.UPDATE, changes=changes)


def masked(_value: str) -> str:
    """Return what stands in the log for a value; auditlog's own mask would keep half of it."""
    return MASK


def _never_the_end_of_a_row(sender: Any, *, action: int, **_more: Any) -> bool:
    """Log no deletion: a member is removed by an end date, and rows are deleted only with their whole organization."""
    return bool(action != AbstractLogEntry.Action.DELETE)
