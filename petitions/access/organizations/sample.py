"""Makes an office to try the clinic with on one's own computer, with members who enrol at their first sign-in."""

from __future__ import annotations

import base64
import hmac
from dataclasses import dataclass

from django.conf import settings
from django.db import transaction

from petitions.access.models import User
from petitions.access.organizations.models import AttorneyProfile, Membership, Organization
from petitions.access.roles import Role

NAME = "Example Legal Aid"
MEMBERS = (
    ("volunteer", "Vera Volunteer", Role.VOLUNTEER),
    ("attorney", "Testa Advocate", Role.REVIEWER),
    ("admin", "Ada Admin", Role.ADMIN),
    ("county", "Cora Reviewer", Role.COUNTY),
)
_GROUP, _GROUPS = 4, 4


@dataclass(frozen=True, slots=True)
class Sample:
    """Who may sign in; the password is that of the first start, the same for all."""

    organization: str
    names: tuple[str, ...]
    password: str


def sample_clinic() -> Sample:
    """Make the office once; later calls change nothing, so that a changed password or name stays."""
    password = _password()
    if not User.objects.filter(username=MEMBERS[0][0]).exists():
        _make(password)
    return Sample(NAME, tuple(name for name, _full, _role in MEMBERS), password)


@transaction.atomic
def _make(password: str) -> None:
    organization = Organization.objects.create(
        name=NAME, street="100 Sample Street", city="Oakland", zip="94601", phone="510-555-0100"
    )
    for name, full, role in MEMBERS:
        first, _space, last = full.partition(" ")
        user = User.objects.create_user(
            name, f"{name}@example.org", password, first_name=first, last_name=last
        )
        Membership.objects.create(organization=organization, user=user, role=role)
        if role == Role.REVIEWER:
            AttorneyProfile.objects.create(
                organization=organization, user=user, name=full, bar_number="999999", is_usual=True
            )


def _password() -> str:
    """Return the password of this computer, made from its secret."""
    made = hmac.digest(settings.SECRET_KEY.encode(), b"sample clinic", "sha256")
    letters = base64.b32encode(made).decode("ascii").lower()
    return "-".join(letters[start : start + _GROUP] for start in range(0, _GROUP * _GROUPS, _GROUP))
