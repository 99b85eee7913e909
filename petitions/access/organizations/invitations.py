"""Invites people to an organization: by a code of which only a hash is kept, for a week, used once."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from petitions.access.models import User
from petitions.access.organizations.logged import change
from petitions.access.organizations.models import Invitation, Membership, Organization, new_id
from petitions.access.organizations.writers import Writer, writing

LONGEST_ADDRESS = 150
"""It becomes the user name."""
VALID_FOR = timedelta(days=7)


class NoSuchInvitation(Exception):
    """The code is wrong, used, withdrawn or too old; nobody can tell which."""


@transaction.atomic
def invite(
    email: str, *, role: str, organization_id: str, invited_by: int | None, key: str | None = None
) -> tuple[Invitation, str] | None:
    """Make an invitation, in place of an open one to the same address; return it and the code of its link.

    None where one with ``key``, the id that one page gives, was made already: somebody pressed twice.
    """
    Organization.objects.select_for_update().get(pk=organization_id)
    if key and Invitation.objects.filter(pk=key).exists():
        return None
    for old in open_invitations(organization_id).filter(email__iexact=email):
        change(old, withdrawn_at=timezone.now())
    code = secrets.token_urlsafe(24)
    made = Invitation.objects.create(
        id=key or new_id(),
        organization_id=organization_id,
        email=email,
        role=role,
        code_hash=_hash(code),
        invited_by_id=invited_by,
        until=timezone.now() + VALID_FOR,
    )
    return made, code


def open_invitations(organization_id: str) -> QuerySet[Invitation]:
    """Return the invitations that wait for an answer."""
    found = Invitation.objects.filter(organization_id=organization_id, accepted_at=None, withdrawn_at=None)
    return found.filter(until__gt=timezone.now()).order_by("created_at")


def withdraw(invitation_id: str, *, organization_id: str) -> bool:
    """Take an invitation back; say whether there was one."""
    found = open_invitations(organization_id).filter(pk=invitation_id).first()
    if found:
        change(found, withdrawn_at=timezone.now())
    return found is not None


def invitation_for(code: str) -> Invitation:
    """Return the invitation of a code; raise NoSuchInvitation where it opens none."""
    found = Invitation.objects.filter(
        code_hash=_hash(code), accepted_at=None, withdrawn_at=None, until__gt=timezone.now()
    ).select_related("organization")
    invitation = found.filter(organization__suspended_at=None).first()
    if invitation is None:
        raise NoSuchInvitation
    return invitation


@transaction.atomic
def accept(invitation: Invitation, user: User) -> Membership:
    """Make the person a member; raise NoSuchInvitation where somebody was faster.

    A member of before is one again, with the role of the invitation. For a member of now it changes nothing: else it
    could take away the last admin.
    """
    open_ones = Invitation.objects.filter(pk=invitation.pk, accepted_at=None, withdrawn_at=None)
    if not open_ones.update(accepted_at=timezone.now()):
        raise NoSuchInvitation
    with writing(Writer(user.pk, invitation.role)):
        found, is_new = Membership.objects.get_or_create(
            organization_id=invitation.organization_id, user=user, defaults={"role": invitation.role}
        )
        if not is_new and found.ended_at:
            change(found, role=invitation.role, ended_at=None, added_at=timezone.now())
    return found


@transaction.atomic
def accept_as_new(invitation: Invitation, *, first_name: str, last_name: str, password: str) -> User:
    """Make an account with the address that was invited, and make it a member."""
    user = User.objects.create_user(
        username=invitation.email.lower(),
        email=invitation.email,
        password=password,
        first_name=first_name,
        last_name=last_name,
    )
    accept(invitation, user)
    return user


def account_of(email: str) -> User | None:
    """Return the account that has this address."""
    return User.objects.filter(email__iexact=email).first()


def purge_invitations(*, now: datetime) -> int:
    """Delete invitations a month after they ended."""
    return Invitation.objects.filter(until__lte=now - timedelta(days=30)).delete()[0]


def _hash(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()
