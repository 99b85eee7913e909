"""Who gets what from every address of staff: each route × method × actor."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from petitions.access.roles import Role, may
from tests.access.rows.gathered import STAFF_ROWS, a_few_at_a_time
from tests.access.rows.shape import (
    NO_SUCH,
    NOT_ALLOWED,
    Answer,
    Parts,
    StaffRow,
    World,
    each_in_a_world,
    opener,
    world,
)
from tests.access.signing_in.members import just_proved
from tests.access.tap import listening

pytestmark = pytest.mark.django_db
SIGN_IN = "/account/login/"
OTHERS = ("PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")


def answer(client: Client, row: StaffRow, where: World, *, method: str, parts: Parts | None = None) -> Answer:
    """Ask, and take back whatever it did."""
    path = reverse(row.name, kwargs=dict((parts or row.parts)(where)))
    with transaction.atomic():
        response = client.post(path, row.sent_in(where)) if method == "POST" else client.generic(method, path)
        transaction.set_rollback(True)
    return response.headers["Location"] if response.status_code == 302 else response.status_code


def fits(found: Answer, expected: Answer) -> bool:
    return str(found).startswith(expected) if isinstance(expected, str) else found == expected


def refused(expected: Answer) -> Answer:
    """Return what somebody gets who may not: there is no such page; a method that nobody may use stays unusable."""
    return NOT_ALLOWED if expected == NOT_ALLOWED else NO_SUCH


def names_nothing(row: StaffRow, where: World, method: str) -> bool:
    """Say whether the request names no object of the first organization."""
    return not (row.names and row.parts(where)) and not (method == "POST" and callable(row.sent))


@a_few_at_a_time()
def test_each_actor_gets_what_the_row_says(rows: list[StaffRow]) -> None:
    assert [one for row, where in each_in_a_world(rows) for one in not_as_it_says(row, where)] == []


def not_as_it_says(row: StaffRow, where: World) -> Iterator[tuple[object, ...]]:
    """Try a row with each actor; give what was answered otherwise."""
    for method, expected in (("GET", row.get), ("POST", row.post)):
        for role in Role:
            wanted = row.leads.get(role, expected) if method == "GET" else expected
            due = row.due(wanted) if row.opens_for(role) else refused(expected)
            found = answer(where.client(role), row, where, method=method)
            if not fits(found, due):
                yield row.name, method, str(role), found, due
        for actor in ("superuser", "foreign"):
            opens = actor == "foreign" and (
                (row.fresh and row.own is None) or names_nothing(row, where, method)
            )
            due = row.due(expected) if opens else refused(expected)
            client = opener(where.theirs, row).client if actor == "foreign" else where.client(actor)
            found = answer(client, row, where, method=method)
            if not fits(found, due):
                yield row.name, method, actor, found, due
        found = answer(where.client("anonymous"), row, where, method=method)
        if not fits(found, SIGN_IN):
            yield row.name, method, "anonymous", found, SIGN_IN


@a_few_at_a_time(lambda row: row.fresh)
def test_after_a_proof_the_page_opens_for_whoever_may_and_for_nobody_else(rows: list[StaffRow]) -> None:
    for row, where in each_in_a_world(rows):
        ours, theirs = just_proved(where.opener(row)), just_proved(opener(where.theirs, row))
        for method, expected in (("GET", row.get), ("POST", row.post)):
            found = answer(ours, row, where, method=method)
            assert fits(found, expected), (row.name, method, found, expected)
            foreign = answer(theirs, row, where, method=method)
            due = expected if names_nothing(row, where, method) else refused(expected)
            assert fits(foreign, due), (row.name, method, foreign, due)


@a_few_at_a_time(lambda row: row.own)
def test_a_volunteer_opens_what_hangs_on_their_own_matter(rows: list[StaffRow]) -> None:
    for row, where in each_in_a_world(rows):
        for method, expected in (("GET", row.get), ("POST", row.post)):
            due = row.due(expected) if may(Role.VOLUNTEER, row.action) else refused(expected)
            found = answer(where.client(Role.VOLUNTEER), row, where, method=method, parts=row.own)
            assert fits(found, due), (row.name, method, found, due)


@pytest.mark.long
@a_few_at_a_time()
def test_no_route_of_staff_takes_another_method(rows: list[StaffRow]) -> None:
    for row, where in each_in_a_world(rows):
        for role in Role:
            for method in OTHERS:
                found = answer(where.client(role), row, where, method=method)
                assert found == NOT_ALLOWED, (row.name, role, method)


def test_a_form_of_staff_without_its_token_is_refused() -> None:
    where = world()
    for row in STAFF_ROWS:
        if row.post != NOT_ALLOWED:
            strict = Client(enforce_csrf_checks=True)
            strict.force_login(where.opener(row).user)
            assert answer(strict, row, where, method="POST") == 403, row.name


@pytest.mark.long
@a_few_at_a_time()
def test_every_question_about_rows_of_an_organization_names_it(rows: list[StaffRow]) -> None:
    for row, where in each_in_a_world(rows):
        client = just_proved(where.opener(row))
        parts = dict(row.parts(where))
        for method in ("GET", "POST"):
            with listening() as unnamed:
                answer(client, row, where, method=method, parts=lambda _world, parts=parts: parts)
            assert unnamed == [], (row.name, method)
