"""Every route of the matrix at an address, for the tests of what all of them have in common."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.test import Client
from django.urls import reverse

from tests.access.rows.gathered import STAFF_ROWS
from tests.access.rows.shape import NOT_ALLOWED, World, world
from tests.access.rows.sign_in import OWN_ROWS
from tests.access.signing_in.members import just_proved, member, recovery_codes
from tests.access.test_routes import ROWS
from tests.interview.visitors import after, filed


@dataclass(frozen=True)
class Route:
    """One route for whoever may open it; ``takes_forms`` says that it answers a POST."""

    name: str
    path: str
    client: Client
    takes_forms: bool
    sent: dict[str, Any]


def every_route(where: World | None = None) -> list[Route]:
    """Return each row's route with a visitor with papers, an admin, a county reviewer or a member who just proved it."""
    return [*public_routes(), *staff_routes(where or world()), *own_routes()]


def public_routes() -> list[Route]:
    """Return the routes without a sign-in."""
    visitor = after(filed).client
    return [
        Route(row.name, reverse(row.name, kwargs=row.parts), visitor, row.own_post != NOT_ALLOWED, {})
        for row in ROWS
    ]


def staff_routes(where: World) -> list[Route]:
    """Return the routes of staff."""
    return [
        Route(
            row.name,
            reverse(row.name, kwargs=dict(row.parts(where))),
            just_proved(where.opener(row)),
            row.post != NOT_ALLOWED,
            row.sent_in(where),
        )
        for row in STAFF_ROWS
    ]


def own_routes() -> list[Route]:
    """Return the routes of one's own sign-in."""
    one = member()
    recovery_codes(one.user)
    client = just_proved(one)
    return [
        Route(
            row.name, reverse(row.name, kwargs=dict(row.parts(one.user))), client, row.post != NOT_ALLOWED, {}
        )
        for row in OWN_ROWS
    ]
