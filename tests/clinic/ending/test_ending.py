"""A matter ends on its day, with all that hangs on it; it is deleted, handed out or moved because the petitioner asks."""

from __future__ import annotations

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from petitions.access.organizations.models import AuditEntry, Organization
from petitions.access.roles import Role
from petitions.clinic.summaries import summary
from petitions.records.matters.comments import add_comment
from petitions.records.matters.ending import ending_by, purge_matters
from petitions.records.matters.models import Comment, Matter, MatterName
from petitions.records.models import Interview
from tests.clinic.ending.states import days_ago, due
from tests.clinic.people import Office, matter_of, office

pytestmark = pytest.mark.django_db


@pytest.fixture
def ours() -> Office:
    return office()


def test_the_purge_takes_what_the_countdown_says_and_nothing_else(ours: Office) -> None:
    member, now = ours.member(Role.ADMIN), timezone.now()
    for days in (178, 179, 180, 181):
        matter = matter_of(member)
        Matter.objects.filter(pk=matter.pk).update(changed_at=days_ago(days))
    closed = matter_of(member)
    Matter.objects.filter(pk=closed.pk).update(closed_at=days_ago(90))
    assert sorted(ending_by(now, organization=ours.organization).values_list("number", flat=True)) == [
        3,
        4,
        5,
    ]
    noted: list[int] = []
    assert purge_matters(now=now, note=lambda matter: noted.append(matter.number)) == 3
    assert noted == [3, 4, 5] and purge_matters(now=now, note=lambda _matter: None) == 0
    assert Interview.objects.count() == 2


def test_a_matter_that_is_worked_on_while_others_end_stays(ours: Office) -> None:
    member, now = ours.member(Role.ADMIN), timezone.now()
    for _matter in range(2):
        matter_of(member)
    Matter.objects.update(changed_at=days_ago(200))

    def note(matter: Matter) -> None:
        Matter.objects.exclude(pk=matter.pk).update(changed_at=now)

    assert purge_matters(now=now, note=note) == 1
    assert list(Matter.objects.values_list("number", flat=True)) == [2]


def test_a_fault_at_one_matter_does_not_bring_back_those_that_ended_before(ours: Office) -> None:
    member, now, noted = ours.member(Role.ADMIN), timezone.now(), []
    for _matter in range(2):
        matter_of(member)
    Matter.objects.update(changed_at=days_ago(200))

    def note(matter: Matter) -> None:
        noted.append(matter.number)
        if matter.number == 2:
            raise FileNotFoundError

    with pytest.raises(FileNotFoundError):
        purge_matters(now=now, note=note)
    assert noted == [1, 2] and list(Matter.objects.values_list("number", flat=True)) == [2]


def test_what_the_clock_deletes_stands_in_the_log_of_its_office_as_done_by_the_site(ours: Office) -> None:
    other = office("Another Office")
    number = str(due(ours.member(Role.ADMIN)))
    call_command("purge")
    (line,) = AuditEntry.objects.filter(action=AuditEntry.Action.DELETE)
    assert (line.organization, line.actor, line.object_repr) == (ours.organization, None, number)
    assert line.additional_data["what"] == "time over"
    assert "the site" in ours.member(Role.ADMIN).client.get(reverse("audit_log")).content.decode()
    assert "time over" not in other.member(Role.ADMIN).client.get(reverse("audit_log")).content.decode()


def test_each_organization_has_its_own_days(ours: Office) -> None:
    other = office("Another Office")
    Organization.objects.filter(pk=other.organization.pk).update(days_untouched=30)
    for where in (ours, other):
        matter = matter_of(where.member(Role.ADMIN))
        Matter.objects.filter(pk=matter.pk).update(changed_at=days_ago(60))
    call_command("purge")
    assert [one.organization for one in Matter.objects.select_related("organization")] == [ours.organization]


def test_what_hangs_on_a_matter_goes_with_it(ours: Office) -> None:
    member = ours.member(Role.ADMIN)
    matter = due(member)
    add_comment(matter, "words", user_id=member.user.pk)
    summary(matter)
    assert MatterName.objects.exists()
    call_command("purge")
    assert not any(model.objects.exists() for model in (Matter, Comment, MatterName))
    assert not Interview.objects.filter(pk=matter.interview_id).exists()
