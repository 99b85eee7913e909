"""Gives a matter to a member, who then sees it."""

from __future__ import annotations

from dataclasses import dataclass

from petitions.access.organizations.models import Membership
from petitions.access.roles import Action, Role, may
from petitions.records.matters.models import Matter, row_of


@dataclass(frozen=True, slots=True)
class Colleague:
    """A member to whom a matter can be given."""

    user_id: int
    name: str
    role: str


def colleagues(organization_id: str) -> list[Colleague]:
    """Return the members who may work on matters, by name."""
    rows = Membership.objects.filter(
        organization_id=organization_id, ended_at=None, user__is_active=True
    ).select_related("user")
    found = [
        Colleague(row.user_id, row.user.shown_name, str(Role(row.role).label))
        for row in rows
        if may(row.role, Action.EDIT_MATTERS)
    ]
    return sorted(found, key=lambda one: one.name.casefold())


def assign(matter: Matter, user_id: int | None) -> bool:
    """Give a matter to a member of its organization, or to nobody; say whether that could be done."""
    if user_id is not None and user_id not in {one.user_id for one in colleagues(matter.organization_id)}:
        return False
    row_of(matter).update(assigned_to_id=user_id)
    return True
