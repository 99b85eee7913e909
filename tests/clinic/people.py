"""Made-up organizations, members and matters for the tests of the staff pages."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from itertools import count
from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from auditlog.context import disable_auditlog
from django.test import Client

from petitions.access.models import User
from petitions.access.organizations.models import AttorneyProfile, Membership, Organization
from petitions.access.roles import Role
from petitions.interview.answers import new_answers
from petitions.records.matters.models import Matter
from petitions.records.matters.writing import open_matter
from petitions.records.reading import open_interview
from tests.interview.visitors import after, filed
from tests.interview.walk import Walk

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
_numbers = count(1)


@dataclass
class Member:
    """One person who works for an organization, with a browser in which they are signed in."""

    user: User
    organization: Organization

    @cached_property
    def client(self) -> Client:
        """Return a browser in which this member is signed in with a second factor."""
        return signed_in(self.user)


@dataclass
class Office:
    """One organization; members are made when they are first asked for."""

    organization: Organization
    members: dict[str, Member] = field(default_factory=dict)

    def member(self, role: Role | str, *, other: str = "") -> Member:
        """Return the member with this role; ``other`` names a second one with the same role."""
        key = f"{role}{other}"
        if key not in self.members:
            self.members[key] = new_member(self.organization, role)
        return self.members[key]

    @disable_auditlog()
    def keeper(self) -> Member:
        """Return a volunteer who may change the directory of courts."""
        member = self.member(Role.VOLUNTEER, other=" who keeps the courts")
        Membership.objects.filter(user=member.user).update(edits_courts=True)
        return member


@disable_auditlog()
def office(name: str = "Example Legal Aid") -> Office:
    """Make an organization with one attorney's profile; its log begins after that."""
    organization = Organization.objects.create(
        name=name, street="100 Sample Street", city="Oakland", zip="94601", phone="510-555-0100"
    )
    AttorneyProfile.objects.create(
        organization=organization, name="Testa Advocate", bar_number="999999", is_usual=True
    )
    return Office(organization)


def new_user(*, name: str = "", second_factor: bool = True, **more: Any) -> User:
    """Make a person who can sign in; the password is their user name."""
    username = name or f"member-{next(_numbers)}"
    user = User.objects.create_user(username, f"{username}@example.org", password=username, **more)
    if second_factor:
        Authenticator.objects.create(
            user=user, type=Authenticator.Type.TOTP, data={"secret": get_adapter().encrypt(SECRET)}
        )
    return user


@disable_auditlog()
def new_member(organization: Organization, role: Role | str, **more: Any) -> Member:
    """Make a member."""
    user = new_user(**more)
    Membership.objects.create(organization=organization, user=user, role=role)
    return Member(user, organization)


def signed_in(user: User) -> Client:
    """Return a browser in which somebody is signed in."""
    client = Client()
    client.force_login(user)
    return client


def matter_of(member: Member, *, answers: dict[str, Any] | None = None, language: str = "en") -> Matter:
    """Open a matter as a member does; without answers it is an empty one."""
    return open_matter(
        answers or new_answers(),
        organization_id=member.organization.pk,
        user_id=member.user.pk,
        language=language,
    )


def answered(visitor: Any = filed) -> dict[str, Any]:
    """Return the answers that a walk through the public interview leaves; as it comes, papers can be made of them."""
    walk: Walk = after(visitor)
    opened = open_interview(walk.client.session["interview"])
    assert opened is not None
    return opened.answers
