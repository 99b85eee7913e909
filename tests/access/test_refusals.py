"""Nobody fills the audit log with refusals: beyond a few within an hour they are counted, and no count is lost (S38)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from io import StringIO
from unittest.mock import patch

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from petitions.access.organizations.models import AuditEntry, Refusals
from petitions.access.refusals import SINGLY, WITHIN
from petitions.access.roles import Role
from tests.clinic.people import Member, Office, office

pytestmark = pytest.mark.django_db
CLOSED = "/clinic/office/"
"""To a volunteer."""


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.moved = timedelta()
        self._now = timezone.now

    def __call__(self) -> datetime:
        return self._now() + self.moved


@pytest.fixture(autouse=True)
def clock() -> Iterator[Clock]:
    made = Clock()
    with patch("django.utils.timezone.now", made):
        yield made


@pytest.fixture
def ours() -> Office:
    return office()


@pytest.fixture
def volunteer(ours: Office) -> Member:
    return ours.member(Role.VOLUNTEER)


def signed_in_anew(member: Member) -> Member:
    return Member(member.user, member.organization)


def questions_of_one(member: Member, clock: Clock) -> int:
    """Return how often one more refusal asks the database; by then the sitting is noted again, as once a second."""
    clock.moved += timedelta(seconds=2)
    with CaptureQueriesContext(connection) as asked:
        refuse(member, 1)
    return len(asked)


def refuse(member: Member, times: int) -> None:
    for _time in range(times):
        assert member.client.get(CLOSED).status_code == 404


def notes(where: Office) -> list[str]:
    found = AuditEntry.objects.filter(organization=where.organization).order_by("pk")
    return [what for one in found if (what := one.additional_data["what"]).startswith("refused")]


def told(where: Office) -> int:
    """Return how many refusals the log tells in all."""
    return sum(int(one.removeprefix("refused +")) if "+" in one else 1 for one in notes(where))


def test_the_first_of_an_hour_stand_one_by_one_and_the_rest_are_counted(
    ours: Office, volunteer: Member
) -> None:
    refuse(volunteer, SINGLY + 7)
    assert notes(ours) == ["refused office"] * SINGLY
    assert Refusals.objects.get().count == SINGLY + 7


def test_who_opens_the_log_or_takes_it_sees_the_count_at_once(ours: Office, volunteer: Member) -> None:
    admin = ours.member(Role.ADMIN)
    refuse(volunteer, SINGLY + 7)
    page = admin.client.get("/clinic/audit-log/").content.decode()
    assert "7 more pages, within an hour" in page and told(ours) == SINGLY + 7
    refuse(volunteer, 1)
    assert "1 more page, within an hour" in admin.client.get("/clinic/audit-log/").content.decode()
    admin.client.get("/clinic/audit-log/")
    assert notes(ours)[SINGLY:] == ["refused +7", "refused +1"]


def test_the_next_hour_tells_the_count_and_begins_anew(ours: Office, volunteer: Member, clock: Clock) -> None:
    refuse(volunteer, SINGLY + 3)
    clock.moved += WITHIN - timedelta(minutes=1)
    refuse(signed_in_anew(volunteer), 2)
    assert len(notes(ours)) == SINGLY
    clock.moved += timedelta(minutes=2)
    refuse(signed_in_anew(volunteer), 2)
    assert notes(ours)[SINGLY:] == ["refused +5", "refused office", "refused office"]
    assert told(ours) == SINGLY + 7


@pytest.mark.parametrize("is_gone", [False, True], ids=["who is still here", "whose account is gone"])
def test_the_purge_tells_the_count_of_a_member(
    is_gone: bool, ours: Office, volunteer: Member, clock: Clock
) -> None:
    refuse(volunteer, SINGLY + 3)
    if is_gone:
        volunteer.user.delete()
    call_command("purge", stdout=StringIO())
    assert told(ours) == SINGLY
    clock.moved += WITHIN
    for _time in range(2):
        call_command("purge", stdout=StringIO())
        assert told(ours) == SINGLY + 3 and not Refusals.objects.exists()
    last = AuditEntry.objects.order_by("pk").last()
    assert last and last.actor_id == (None if is_gone else volunteer.user.pk)


def test_each_member_is_counted_alone_and_in_their_own_office(ours: Office, volunteer: Member) -> None:
    refuse(volunteer, SINGLY + 1)
    other = office("Another Office")
    refuse(other.member(Role.VOLUNTEER), 1)
    refuse(ours.member(Role.VOLUNTEER, other="second"), 2)
    assert notes(other) == ["refused office"]
    other.member(Role.ADMIN).client.get("/clinic/audit-log/")
    assert told(ours) == SINGLY + 2 and told(other) == 1


def test_the_log_stays_whole_and_a_refusal_costs_the_same_however_many_there_were(
    ours: Office, volunteer: Member, clock: Clock
) -> None:
    refuse(volunteer, SINGLY + 1)
    few = questions_of_one(volunteer, clock)
    refuse(volunteer, 30)
    assert questions_of_one(volunteer, clock) == few
    ours.member(Role.ADMIN).client.get("/clinic/audit-log/")
    call_command("purge", stdout=StringIO())
    said = StringIO()
    call_command("verify_audit", stdout=said)
    assert said.getvalue().startswith("The audit log is whole") and told(ours) == SINGLY + 33
