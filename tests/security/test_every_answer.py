"""Whoever asks for whatever: each answer carries the headers, and a file says nothing of anyone by its name (S15, S18, S19)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any
from unittest.mock import patch

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from petitions.access.roles import Role, may
from tests.access.rows.gathered import STAFF_ROWS
from tests.access.rows.shape import NOT_ALLOWED, world
from tests.access.signing_in.members import just_proved
from tests.access.test_routes import ROWS
from tests.interview.visitors import after, filed

pytestmark = [pytest.mark.django_db, pytest.mark.long]
HEADS = {
    "Cache-Control": "no-store",
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
OF_A_FILE = "default-src 'none'; sandbox"
_FILE = re.compile(
    r'attachment; filename="([A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*\.(?:csv|ics|jsonl|pdf|svg|txt|xlsx|zip))"'
)


@pytest.fixture(autouse=True)
def _nothing_is_started() -> Iterator[None]:
    with (
        patch("petitions.clinic.printing.views.print_apart"),
        patch("petitions.review.screens.setup_views.run_apart"),
        patch("petitions.review.screens.result_views.run_apart"),
    ):
        yield


def answers_to_visitors() -> Iterator[tuple[str, Any]]:
    """Give each answer that somebody without answers, and one with papers, gets."""
    visitor = after(filed).client
    for client in (Client(), visitor):
        for row in ROWS:
            for method in ("GET", "POST"):
                yield row.name, ask(client, row.name, row.parts, {}, method=method)


def answers_to_members() -> Iterator[tuple[str, Any]]:
    """Give each answer that a member gets, and somebody who is none."""
    where = world()
    clients = {role: just_proved(where.ours.member(role)) for role in (Role.ADMIN, Role.COUNTY)}
    for row in STAFF_ROWS:
        role = Role.ADMIN if may(Role.ADMIN, row.action) else Role.COUNTY
        yield row.name, ask(clients[role], row.name, row.parts(where), {}, method="GET")
        if row.post != NOT_ALLOWED:
            yield row.name, ask(clients[role], row.name, row.parts(where), row.sent_in(where), method="POST")


def ask(client: Client, name: str, parts: Mapping[str, Any], sent: Mapping[str, Any], *, method: str) -> Any:
    """Ask, and take back whatever it did."""
    path = reverse(name, kwargs=dict(parts))
    with transaction.atomic():
        response = client.post(path, sent) if method == "POST" else client.get(path)
        transaction.set_rollback(True)
    return response


def lacking(name: str, response: Any) -> list[str]:
    """Return what an answer lacks."""
    told = f"{name} {response.status_code}"
    wrong = [
        f"{told}: {head}" for head, value in HEADS.items() if value not in response.headers.get(head, "")
    ]
    policy = response.headers.get("Content-Security-Policy", "")
    if "default-src 'none'" not in policy or "unsafe" in policy:
        wrong.append(f"{told}: policy")
    if "camera=()" not in response.headers.get("Permissions-Policy", ""):
        wrong.append(f"{told}: devices")
    return wrong


def is_a_file(name: str, response: Any) -> bool:
    """Say whether an answer is a file to keep, and no page, picture of a page, or word to a script."""
    if name in ("healthz", "health_live", "health_ready"):
        return False
    kind = response.headers.get("Content-Type", "")
    return response.status_code == 200 and not kind.startswith(("text/html", "application/json", "image/"))


def test_every_answer_has_the_headers_and_every_file_a_neutral_name() -> None:
    wrong, statuses, files = set[str](), set[int](), set[str]()
    for name, response in (*answers_to_visitors(), *answers_to_members()):
        wrong.update(lacking(name, response))
        statuses.add(response.status_code)
        if is_a_file(name, response):
            files.add(name)
            named = response.headers.get("Content-Disposition", "")
            wrong |= set() if _FILE.fullmatch(named) else {f"{name}: {named}"}
            wrong |= set() if response.headers["Content-Security-Policy"] == OF_A_FILE else {f"{name}: runs"}
    assert sorted(wrong) == []
    assert {200, 302, 404, 405, 410} <= statuses and len(files) > 8, (statuses, files)
