"""What does not exist and what belongs to another office get the same answer, in the same time (S3)."""

from __future__ import annotations

import re
import time
from collections.abc import Mapping
from statistics import median
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import NoReverseMatch, reverse

from petitions.access.roles import Role
from tests.access.rows.gathered import STAFF_ROWS
from tests.access.rows.shape import StaffRow, World, world
from tests.access.signing_in.members import just_proved

pytestmark = pytest.mark.django_db
_TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]+"')
_TIMES = 200
_MOST_APART = 0.005
"""Seconds of the processor; the database of a test works in this process, so that nothing else is waited for."""


def foreign(row: StaffRow, where: World) -> dict[str, Any]:
    """Return the parts of an address that name something of the other office."""
    return dict(row.parts(where.swapped()))


def absent(row: StaffRow, where: World) -> dict[str, Any]:
    """Return the same parts, with ids that nothing has in the place of those that are theirs."""
    own, theirs = row.parts(where), foreign(row, where)
    return {key: _nothing(value) if own[key] != value else value for key, value in theirs.items()}


def _nothing(value: Any) -> Any:
    return 9_999_999 if isinstance(value, int) else "0" * len(str(value))


def names_an_object(row: StaffRow) -> bool:
    """Say whether the address holds an id; that is known only once there are offices."""
    return row.names and row.parts is not StaffRow.__dataclass_fields__["parts"].default


def said(
    client: Client, row: StaffRow, where: World, parts: Mapping[str, Any], *, method: str
) -> tuple[Any, ...]:
    """Return all that a browser gets, without the address that it sent and the token, which is another each time."""
    try:
        path = reverse(row.name, kwargs=dict(parts))
    except NoReverseMatch:
        return ()
    with transaction.atomic():
        response = client.post(path, row.sent_in(where)) if method == "POST" else client.get(path)
        transaction.set_rollback(True)
    body = _TOKEN.sub(b"", response.content).replace(path.encode(), b"")
    heads = {name: value for name, value in response.headers.items() if name != "Content-Length"}
    return response.status_code, heads, body


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_what_is_absent_and_what_is_foreign_get_the_same_answer_byte_for_byte(method: str) -> None:
    where, wrong, compared = world(), [], 0
    client = just_proved(where.ours.member(Role.ADMIN))
    for row in filter(names_an_object, STAFF_ROWS):
        there, nowhere = foreign(row, where), absent(row, where)
        if there == nowhere:
            continue
        compared += 1
        first, second = (said(client, row, where, parts, method=method) for parts in (there, nowhere))
        if first != second or first[0] not in (404, 405):
            wrong.append((row.name, first and first[0], second and second[0]))
    assert wrong == [] and compared > 50


@pytest.mark.long
def test_what_is_foreign_takes_no_longer_than_what_is_absent() -> None:
    where = world()
    client = where.ours.member(Role.ADMIN).client
    pages = [reverse("matter", kwargs={"matter": one}) for one in (where.foreign.pk, "0" * 24)]
    took: tuple[list[float], list[float]] = ([], [])
    for _time in range(_TIMES):  # in turns, so that whatever else the computer does slows both
        for page, seconds in zip(pages, took, strict=True):
            began = time.process_time()
            assert client.get(page).status_code == 404
            seconds.append(time.process_time() - began)
    assert abs(median(took[0]) - median(took[1])) < _MOST_APART
