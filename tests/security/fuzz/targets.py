"""Every route of the access matrix, with somebody for whom it opens."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.test import Client
from django.urls import reverse

from tests.access.rows.gathered import STAFF_ROWS
from tests.access.rows.shape import StaffRow, World, world
from tests.access.rows.sign_in import OWN_ROWS
from tests.access.signing_in.members import just_proved, member, recovery_codes
from tests.access.test_routes import ROWS
from tests.interview.visitors import after, filed

_QUESTIONS = (
    "c1/crime",
    "c1/when",
    "c1/county",
    "c1/prior",
    "you/mail",
    "you/contact",
    "you/other-names",
    "c1/prosecutor",
)
"""Pages of one route with the most kinds of boxes."""


@dataclass(frozen=True)
class Target:
    """A route at an address, and a browser for which it opens; ``sent`` is a form that it takes."""

    name: str
    path: str
    client: Client
    sent: Mapping[str, Any] = field(default_factory=dict)


def every_target() -> list[Target]:
    """Make the world, and name its routes."""
    return [*_public(), *_staff(world()), *_own()]


def _public() -> list[Target]:
    visitor, nobody = after(filed).client, Client()
    rows = [Target(row.name, reverse(row.name, kwargs=row.parts), visitor) for row in ROWS]
    pages = [Target("question", f"/interview/{page}/", visitor) for page in _QUESTIONS]
    return [
        *rows,
        *pages,
        *(Target(f"{one.name} of nobody", one.path, nobody) for one in rows if "account" in one.name),
    ]


def _staff(where: World) -> list[Target]:
    return [_of_staff(row, where, just_proved(where.opener(row))) for row in STAFF_ROWS]


def _of_staff(row: StaffRow, where: World, client: Client) -> Target:
    path = reverse(row.name, kwargs=dict(row.parts(where)))
    return Target(row.name, path, client, row.sent_in(where))


def _own() -> list[Target]:
    one = member()
    recovery_codes(one.user)
    client = just_proved(one)
    return [Target(row.name, reverse(row.name, kwargs=dict(row.parts(one.user))), client) for row in OWN_ROWS]
