"""Writes one line of an organization's audit log by hand."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib.contenttypes.models import ContentType
from django.db import models

from petitions.access.models import User
from petitions.access.organizations.models import AuditEntry

MASK = "***"
"""What stands in the log for a value."""
REFUSED = "refused "
"""How the note begins of a page that somebody asked for and may not open; its route follows."""


def write_entry(
    row: models.Model,
    *,
    organization_id: str,
    action: int,
    user_id: int | None = None,
    role: str = "",
    what: str = "",
    parts: Iterable[str] = (),
) -> None:
    """Write who did what to a row, and which parts changed, never to what. Nobody: the site itself."""
    AuditEntry.objects.create(
        organization_id=organization_id,
        actor_id=user_id,
        action=action,
        content_type=ContentType.objects.get_for_model(row),
        object_pk=str(row.pk),
        object_repr="user" if isinstance(row, User) else str(row),  # a user name may be an e-mail address
        changes={part: [MASK, MASK] for part in parts},
        additional_data={"role": role, "what": what},
    )
