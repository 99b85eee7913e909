"""A matter ends on its day, with all that hangs on it; it is deleted, handed out or moved because the petitioner asks."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from petitions.access.organizations.models import Organization
from petitions.access.roles import Role
from petitions.clinic.summaries import summary
from petitions.records.matters.comments import add_comment
from petitions.records.matters.ending import ending_by, purge_matters
from petitions.records.matters.models import Comment, Matter, MatterName
from petitions.records.models import Interview
from tests.clinic.ending.states import due
from tests.clinic.people import Office, matter_of, office

pytestmark = pytest.mark.django_db


@pytest.fixture
def ours() -> Office:
    return office()


def test_the_purge_takes_what_the_countdown_says_and_nothing_else(ours: Office) -> None:
    member, now = ours.member(Role.ADMIN), timezone.now()
    for days in (178, 179, 180, 181):
        matter = matter_of(member)
        Matter.objects.filter(pk=matter.pk).update(changed_at=now - timedelta(days=days))
    closed = matter_of(member)
    Matter.objects.filter(pk=closed.pk).update(closed_at=now - timedelta(days=90))
    assert sorted(ending_by(now).values_list("number", flat=True)) == [3, 4, 5]
    assert purge_matters(now=now) == 3 and purge_matters(now=now) == 0
    assert Interview.objects.count() == 2


def test_each_organization_has_its_own_days(ours: Office) -> None:
    other = office("Another Office")
    Organization.objects.filter(pk=other.organization.pk).update(days_untouched=30)
    for where in (ours, other):
        matter = matter_of(where.member(Role.ADMIN))
        Matter.objects.filter(pk=matter.pk).update(changed_at=timezone.now() - timedelta(days=60))
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
