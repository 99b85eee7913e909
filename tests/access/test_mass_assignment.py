"""A form takes its own fields and nothing else: the names of columns, sent along, change nothing."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from django.db import transaction
from django.db.models import Model
from django.test import Client
from django.urls import reverse

from tests.access.rows.gathered import STAFF_ROWS
from tests.access.rows.shape import NOT_ALLOWED, StaffRow, World, world
from tests.access.signing_in.members import just_proved
from tests.access.stored import models
from tests.access.test_routes import ROWS, Row
from tests.interview.visitors import after, filed

pytestmark = pytest.mark.django_db
GUARDED = (
    "organization_id", "created_by_id", "user_id", "interview_id", "is_superuser", "is_staff", "is_active",
    "approved_hash", "approved_by_id", "approved_version", "suspended_at", "last_number", "number", "asked_by_id",
    "edits_courts",
)  # fmt: skip
"""Columns that no form of staff sets from what was typed."""
_BLANK = ("street", "unit", "city", "zip", "phone", "email", "version", "token")
TAKEN = {"office_profile": {"name": "An Office", "state": "CA", **dict.fromkeys(_BLANK, "")}}
"""What forms take that the matrix sends empty: an empty form that is refused would show nothing."""


def guarded() -> dict[str, dict[Any, dict[str, Any]]]:
    """Return the guarded columns of every row."""
    return {model.__name__: _columns(model) for model in models()}


def _columns(model: type[Model]) -> dict[Any, dict[str, Any]]:
    names = [field.attname for field in model._meta.concrete_fields if field.attname in GUARDED]
    return {row["pk"]: row for row in model._default_manager.values("pk", *names)} if names else {}


def extras(where: World, own: dict[str, Any]) -> dict[str, Any]:
    """Return every column of every model as a field, with a value that would hurt."""
    found: dict[str, Any] = {}
    for model in models():
        for column in model._meta.concrete_fields:
            for name in (column.name, column.attname):
                found[name] = where.theirs.organization.pk if "organization" in name else "77"
    return {name: value for name, value in found.items() if name not in own}


def sent(
    client: Client, row: StaffRow, where: World, fields: dict[str, Any]
) -> dict[str, dict[Any, dict[str, Any]]]:
    """Send a form, and return the guarded columns of the rows that stood before; then take it back."""
    before = guarded()
    with transaction.atomic():
        client.post(reverse(row.name, kwargs=dict(row.parts(where))), fields)
        after = guarded()
        transaction.set_rollback(True)
    return {name: {key: after[name].get(key) for key in rows} for name, rows in before.items()}


@pytest.mark.long
@pytest.mark.parametrize(
    "row", [row for row in STAFF_ROWS if row.post != NOT_ALLOWED], ids=lambda row: row.name
)
def test_columns_sent_along_change_nothing(row: StaffRow) -> None:
    where = world()
    client, own = (
        just_proved(where.opener(row)),
        {**TAKEN.get(row.name, {}), **row.sent_in(where)},
    )
    plain = sent(client, row, where, own)
    assert sent(client, row, where, {**extras(where, own), **own}) == plain


OF_A_VISIT = {
    "Interview": ("keeping", "kept_id", "created_at"),
    "KeptAnswers": ("days", "until", "locked_key"),
    "HeldSheet": ("interview_id", "created_at"),
    "User": ("is_superuser", "is_staff", "is_active"),
}
"""Columns that no form of a visitor sets by their name. ``days`` is a field of one form, which takes no such number."""


def visits() -> dict[str, list[tuple[Any, ...]]]:
    """Return those columns of every row."""
    found = {model.__name__: model for model in models()}
    return {
        name: [*found[name]._default_manager.values_list(*columns)] for name, columns in OF_A_VISIT.items()
    }


def visited(client: Client, row: Row, fields: dict[str, Any]) -> dict[str, list[tuple[Any, ...]]]:
    """Send a form of a visit, and return those columns; then take it back."""
    with transaction.atomic():
        client.post(reverse(row.name, kwargs=row.parts), fields)
        found = visits()
        transaction.set_rollback(True)
    return found


@pytest.mark.parametrize(
    "row",
    [row for row in ROWS if row.own_post != NOT_ALLOWED and not row.name.startswith(("account", "mfa"))],
    ids=lambda row: "-".join([row.name, *map(str, row.parts.values())]),
)
def test_columns_sent_along_by_a_visitor_change_nothing(row: Row) -> None:
    client = after(filed).client
    cookies = copy.deepcopy(client.cookies)
    names = {
        name for model in models() for one in model._meta.concrete_fields for name in (one.name, one.attname)
    }
    plain = visited(client, row, {})
    client.cookies = cookies  # a form that ends the visit took them
    assert visited(client, row, dict.fromkeys(names, "1")) == plain
