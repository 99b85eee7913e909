"""Each look at a matter or a review, each file taken and each refusal stands in the log, for every route of the matrix (S38)."""

from __future__ import annotations

from unittest.mock import patch

import pytest
from django.db import transaction
from django.urls import reverse

from petitions.access.organizations.models import AuditEntry
from petitions.access.roles import Role, may
from tests.access.rows.gathered import STAFF_ROWS
from tests.access.rows.shape import NO_SUCH, NOT_ALLOWED, OK, StaffRow, World, world
from tests.access.signing_in.members import just_proved
from tests.access.stored import picture
from tests.clinic.people import Member

pytestmark = pytest.mark.django_db
SILENT = {
    "county_papers_now": "how far papers are, asked again and again by a page that is noted",
    "county_now": "how far a review is, asked again and again by a page that is noted",
    "county_exports": "a list of links; each file that is taken is noted",
    "county_delete": "asks before the review is deleted, which is noted",
    "matter_paste": "an empty box; what is put in is noted",
    "matter_delete": "asks before the matter is deleted, which is noted",
    "matter_hand_out": "asks before the file is handed out, which is noted",
}
"""Routes of a matter or review whose GET leaves no line, and why. They open nothing that is sealed; a test sees to that."""
PICTURES = ("page-1-small.png",)
"""What a page within a matter loads by itself."""


def names_something(row: StaffRow, where: World) -> bool:
    """Say whether the address names a matter or a review."""
    return bool({"matter", "review"} & {*row.parts(where)})


def entries(where: World) -> list[AuditEntry]:
    return [*AuditEntry.objects.filter(organization=where.ours.organization).order_by("pk")]


def asked(
    row: StaffRow, where: World, member: Member, *, method: str = "GET", foreign: bool = False
) -> list[AuditEntry]:
    """Ask, and return the new lines."""
    client, parts = just_proved(member), row.parts(where.swapped() if foreign else where)
    path = reverse(row.name, kwargs=dict(parts))
    before = len(entries(where))
    with transaction.atomic():
        response = client.generic(method, path)
        if response.streaming:
            list(response.streaming_content)
        found = entries(where)[before:]
        transaction.set_rollback(True)
    return found


def test_every_page_of_a_matter_or_review_leaves_a_line_that_names_who_and_what() -> None:
    where = world()
    wrong = []
    for row in STAFF_ROWS:
        if row.get != OK or row.name in SILENT or not names_something(row, where):
            continue
        member = where.opener(row)
        lines = asked(row, where, member)
        who = member.user.pk
        named = {one.object_pk for one in lines if one.actor_id == who}
        rest = str(row.parts(where).get("rest", ""))
        if not named & {str(value) for value in row.parts(where).values()} and not rest.endswith(PICTURES):
            wrong.append(f"{row.name} {rest}")
    assert not wrong, " ".join(wrong)


def test_a_form_that_is_answered_by_a_page_leaves_a_line_too_whatever_was_sent() -> None:
    where = world()
    wrong, answered = [], 0
    for row in STAFF_ROWS:
        if row.post in (NOT_ALLOWED, NO_SUCH) or not names_something(row, where):
            continue
        member, parts = where.opener(row), row.parts(where)
        client, path = just_proved(member), reverse(row.name, kwargs=dict(parts))
        before = len(entries(where))
        for sent in ({}, row.sent_in(where)):
            with transaction.atomic():
                response = client.post(path, sent)
                new = entries(where)[before:]
                transaction.set_rollback(True)
            if response.status_code in (302, 404):
                continue
            answered += 1
            if not {one.object_pk for one in new} & {str(value) for value in parts.values()}:
                wrong.append(f"{row.name} {response.status_code}")
    assert not wrong and answered > 20, (answered, wrong)


@pytest.mark.parametrize("name", SILENT)
def test_what_leaves_no_line_opens_nothing_that_is_sealed_and_changes_nothing(name: str) -> None:
    where = world()
    (row,) = [one for one in STAFF_ROWS if one.name == name]
    member = where.opener(row)
    address = reverse(row.name, kwargs=dict(row.parts(where)))
    client, before, noted = just_proved(member), picture(), len(entries(where))
    with patch("petitions.records.sealed_bytes.AESGCM", side_effect=AssertionError("it opened something")):
        assert client.get(address).status_code == OK
    assert picture() == before and len(entries(where)) == noted


def test_every_list_that_is_taken_or_looked_through_leaves_a_line() -> None:
    where = world()
    for row in [one for one in STAFF_ROWS if one.name.startswith("audit_")]:
        assert asked(row, where, where.ours.member(Role.ADMIN)), row.name


def test_every_refusal_leaves_a_line_with_its_route_and_without_what_was_asked_for() -> None:
    where = world()
    wrong = []
    for row in STAFF_ROWS:
        method = "GET" if row.get != NOT_ALLOWED else "POST"
        for role in Role:
            if may(role, row.action) or row.get == row.post == NO_SUCH:  # nothing is there, for anybody
                continue
            told = [
                one.additional_data["what"]
                for one in asked(row, where, where.ours.member(role), method=method)
            ]
            wrong += [] if told == [f"refused {row.name}"] else [(row.name, str(role), told)]
    assert not wrong, str(wrong[:20])


def test_a_matter_or_review_of_another_office_is_a_refusal_too() -> None:
    where = world()
    for row in STAFF_ROWS:
        if (
            row.name in ("matter", "review_matter", "matter_inside", "county_review", "county_table")
            and row.get == OK
        ):
            lines = asked(row, where, where.opener(row), foreign=True)
            assert [line.additional_data["what"] for line in lines] == [f"refused {row.name}"]
            assert [line.object_pk for line in lines] == [where.ours.organization.pk]
            assert where.foreign.pk not in repr(lines[0].__dict__)


def test_the_page_of_the_log_says_that_somebody_was_refused() -> None:
    where = world()
    volunteer = where.ours.member(Role.VOLUNTEER)
    assert volunteer.client.get("/clinic/office/").status_code == 404
    page = where.ours.member(Role.ADMIN).client.get("/clinic/audit-log/").content.decode()
    assert "was refused a page of the office" in page
