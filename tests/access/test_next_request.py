"""Whoever loses a role, an account or an organization opens nothing more with the very next request, at any address (S6)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.management import call_command
from django.utils import timezone

from petitions.access.organizations.models import Membership
from petitions.access.roles import Action, Role, may
from tests.access.every_route import Route, staff_routes
from tests.access.rows.gathered import STAFF_ROWS
from tests.access.rows.shape import world
from tests.clinic.people import Member

pytestmark = pytest.mark.django_db


def removed(member: Member) -> None:
    Membership.objects.filter(user=member.user).update(ended_at=timezone.now())


def closed(member: Member) -> None:
    call_command("suspend_organization", member.organization.pk)


def disabled(member: Member) -> None:
    member.user.is_active = False
    member.user.save()


def deleted(member: Member) -> None:
    member.user.delete()


def auditor(member: Member) -> None:
    Membership.objects.filter(user=member.user).update(role=Role.AUDITOR)


LOSSES: dict[str, Callable[[Member], None]] = {
    "removed": removed,
    "organization closed": closed,
    "account disabled": disabled,
    "account deleted": deleted,
    "another role": auditor,
}


def opened(routes: list[Route], *, but: set[str]) -> list[tuple[str, str, int]]:
    """Return what still opens."""
    found = []
    for route in routes:
        for method in ("GET", "POST"):
            response = route.client.generic(method, route.path)
            is_shut = response.status_code in (404, 405) or (
                response.status_code == 302 and response.headers["Location"].startswith("/account/login/")
            )
            if not is_shut and route.name not in but:
                found.append((route.name, method, response.status_code))
    return found


@pytest.mark.long
@pytest.mark.parametrize("loss", LOSSES)
def test_the_next_request_opens_nothing(loss: str) -> None:
    where = world()
    routes, members = staff_routes(where), [where.ours.member(role) for role in (Role.ADMIN, Role.COUNTY)]
    members.append(where.ours.keeper())
    assert len(opened([one for one in routes if one.name in ("matters", "county_reviews")], but=set())) >= 2
    for member in members:
        LOSSES[loss](member)
    own = {
        row.name for row in STAFF_ROWS if may(Role.AUDITOR, row.action) or row.action is Action.EDIT_COURTS
    }
    assert opened(routes, but=own if loss == "another role" else set()) == []
