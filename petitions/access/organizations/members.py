"""Lists and changes the members of an organization, which always keeps an admin."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from petitions.access.models import User
from petitions.access.organizations.logged import change
from petitions.access.organizations.models import Membership, Organization
from petitions.access.roles import Role
from petitions.access.signing_in.reset import forget_second_factor


class LastAdmin(Exception):
    """The organization would have no admin any more; nothing was changed."""


class OtherRole(Exception):
    """The role is not the one that was shown; it is ``role``."""

    def __init__(self, role: str) -> None:
        super().__init__("other role")
        self.role = role


def members_of(organization_id: str) -> QuerySet[Membership]:
    """Return the members of now, by name."""
    found = Membership.objects.filter(organization_id=organization_id, ended_at=None)
    return found.select_related("user").order_by("user__last_name", "user__first_name", "user__username")


def member_of(membership_id: int, *, organization_id: str) -> Membership | None:
    """Return one member."""
    return members_of(organization_id).filter(pk=membership_id).first()


@transaction.atomic
def change_role(member: Membership, role: str, *, shown: str = "") -> None:
    """Give a member another role from the next request on.

    Raise LastAdmin where no admin would be left, OtherRole where the role is by now not the one that was ``shown``.
    """
    now = Membership.objects.select_for_update().get(pk=member.pk, organization_id=member.organization_id)
    if shown and now.role != shown:
        raise OtherRole(now.role)
    change(member, role=Role(role).value)
    _keep_an_admin(member.organization_id)


@transaction.atomic
def end_membership(member: Membership) -> None:
    """Remove a member from the next request on; raise LastAdmin where no admin would be left."""
    change(member, ended_at=timezone.now(), edits_courts=False)
    _keep_an_admin(member.organization_id)


def forget_device(member: Membership) -> None:
    """Take the member's second step away; they are signed out and set up a new one."""
    forget_second_factor(User.objects.get(pk=member.user_id))


def let_edit_courts(member: Membership, *, may_edit: bool) -> None:
    """Give a member the right to change the directory of courts, or take it, from the next request on."""
    change(member, edits_courts=may_edit)


def memberships_named(name: str) -> QuerySet[Membership]:
    """Return the memberships of now of the person with this user name or e-mail."""
    found = Membership.objects.filter(ended_at=None, user__is_active=True, organization__suspended_at=None)
    found = found.filter(Q(user__username=name) | Q(user__email__iexact=name))
    return found.select_related("user", "organization").order_by("organization__name")


def who_edit_courts() -> QuerySet[Membership]:
    """Return who may change the directory of courts now, by office and name."""
    found = Membership.objects.filter(edits_courts=True, ended_at=None, user__is_active=True)
    found = found.select_related("user", "organization")
    return found.order_by("organization__name", "user__username")


def names_by_membership(organization_id: str) -> dict[str, str]:
    """Return who is meant by each membership, those that ended too: the log keeps no names."""
    rows = Membership.objects.filter(organization_id=organization_id).select_related("user")
    return {str(row.pk): row.user.shown_name for row in rows}


def organizations_of(user_id: int) -> list[Organization]:
    """Return the organizations that a person works for."""
    rows = Membership.objects.filter(user_id=user_id, ended_at=None, organization__suspended_at=None)
    return [row.organization for row in rows.select_related("organization").order_by("organization__name")]


def suspend(organization: Organization, *, is_suspended: bool) -> None:
    """Close an organization to all of its members from the next request on, or open it again."""
    change(organization, suspended_at=timezone.now() if is_suspended else None)


def organization_named(name: str) -> Organization | None:
    """Return the organization with this id or exact name, where there is exactly one."""
    found = Organization.objects.filter(pk=name) or Organization.objects.filter(name=name)
    return found[0] if len(found) == 1 else None


def _keep_an_admin(organization_id: str) -> None:
    """Raise LastAdmin, which takes the change back, where no admin who may sign in is left."""
    admins = Membership.objects.select_for_update().filter(
        organization_id=organization_id, role=Role.ADMIN, ended_at=None, user__is_active=True
    )
    if not list(admins):
        raise LastAdmin
