"""A matter ends on its day, with all that hangs on it; it is deleted, handed out or moved because the petitioner asks."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.apps import apps
from django.core.management import call_command
from django.utils import timezone

from petitions.access.organizations.models import AuditEntry, Organization
from petitions.access.roles import Role
from petitions.clinic.ending.days import Keeping, ending
from petitions.clinic.summaries import summary
from petitions.records.keeping import come_back
from petitions.records.matters.comments import add_comment
from petitions.records.matters.ending import ending_by, purge_matters
from petitions.records.matters.models import Comment, Matter, MatterName
from petitions.records.matters.transfers import offers_to
from petitions.records.models import Interview
from petitions.records.reading import open_interview
from petitions.records.return_codes import read_code
from tests.access.signing_in.members import just_proved
from tests.clinic.ending.states import due
from tests.clinic.people import Office, answered, matter_of, office

pytestmark = pytest.mark.django_db

RETENTION = {
    "Organization": "as long as the site serves it",
    "Membership": "as long as its organization",
    "AttorneyProfile": "as long as its organization; papers of old matters name it",
    "BreakGlass": "as long as its organization: who looked in must stay",
    "User": "as long as somebody is a member anywhere",
    "Invitation": "a month after it ended",
    "AuditEntry": "three years",
    "WrongTries": "until its time is over",
    "MailCount": "a day",
    "Reminder": "120 days at most",
    "KeptAnswers": "7, 30 or 90 days",
    "Interview": "its visit; within a matter, as the matter",
    "HeldSheet": "4 hours, 24 at most",
    "Matter": "the days of its organization",
    "MatterName": "as its matter",
    "Look": "as its matter",
    "Comment": "as its matter",
    "CaseStep": "as its matter",
    "CheckoutTick": "as its matter",
    "Told": "as its matter",
    "Transfer": "as its matter",
    "PrintPart": "as its job",
    "PrintJob": "a day",
    "ImportDraft": "four hours",
}


@pytest.fixture
def ours() -> Office:
    return office()


def test_every_model_says_how_long_its_rows_stay() -> None:
    found = {model.__name__ for model in apps.get_app_config("petitions").get_models()}
    assert {name for name in found if name != "TotpUse"} - set(RETENTION) == set()


@pytest.mark.parametrize(
    ("closed", "changed", "on", "day", "left"),
    [
        (None, date(2026, 1, 1), date(2026, 1, 1), date(2026, 6, 30), 180),
        (None, date(2026, 1, 1), date(2026, 6, 30), date(2026, 6, 30), 0),
        (None, date(2026, 1, 1), date(2026, 7, 1), date(2026, 6, 30), -1),
        (date(2026, 1, 1), date(2026, 3, 1), date(2026, 3, 1), date(2026, 4, 1), 31),
        (date(2026, 1, 1), date(2026, 1, 1), date(2026, 4, 1), date(2026, 4, 1), 0),
    ],
)
def test_when_a_matter_ends(closed: date | None, changed: date, on: date, day: date, left: int) -> None:
    def noon(one: date) -> datetime:
        return datetime(one.year, one.month, one.day, 12, tzinfo=UTC)

    found = ending(
        closed_at=noon(closed) if closed else None, changed_at=noon(changed), keeping=Keeping(90, 180), on=on
    )
    assert (found.day, found.days_left, found.is_due) == (day, left, left <= 0)


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


def test_only_what_is_due_is_deleted_by_hand_and_only_on_a_yes(ours: Office) -> None:
    admin = ours.member(Role.ADMIN)
    due(admin)
    matter_of(admin)
    foreign = due(office("Another Office").member(Role.ADMIN))
    client = just_proved(admin)
    assert "1 matter is due" in client.get("/clinic/endings/").text
    client.post("/clinic/endings/", {})
    assert Matter.objects.count() == 3
    client.post("/clinic/endings/", {"sure": "1"})
    assert set(Matter.objects.values_list("organization_id", "number")) == {
        (ours.organization.pk, 2),
        (foreign.organization_id, 1),
    }


def test_closing_counts_down_and_opening_stops_it(ours: Office) -> None:
    member = ours.member(Role.REVIEWER)
    matter = matter_of(member, answers=answered())
    member.client.post(f"/clinic/matters/{matter.pk}/close/")
    assert "Open it again" in member.client.get(f"/clinic/matters/{matter.pk}/").text
    matter.refresh_from_db()
    assert matter.closed_at is not None
    member.client.post(f"/clinic/matters/{matter.pk}/close/", {"open": "1"})
    matter.refresh_from_db()
    assert matter.closed_at is None and matter.state == "intake"


def test_on_request_a_matter_is_gone_at_once_and_a_line_without_a_name_stays(ours: Office) -> None:
    client = just_proved(ours.member(Role.ADMIN))
    matter = matter_of(ours.member(Role.ADMIN), answers=answered())
    path = f"/clinic/matters/{matter.pk}/delete/"
    assert client.post(path, {}).status_code == 200 and Matter.objects.exists()
    client.post(path, {"sure": "1"})
    assert not Matter.objects.exists() and not Interview.objects.filter(pk=matter.interview_id).exists()
    entry = AuditEntry.objects.get(action=AuditEntry.Action.DELETE)
    assert entry.object_repr == "matter 1" and "Zu" not in repr(AuditEntry.objects.values())


def test_the_person_gets_a_code_for_a_copy_that_nobody_else_opens(ours: Office) -> None:
    client = just_proved(ours.member(Role.ADMIN))
    matter = matter_of(ours.member(Role.ADMIN), answers=answered())
    page = client.post(f"/clinic/matters/{matter.pk}/hand-out/", {"code": "1"}).text
    shown = page.partition('class="return-code" translate="no">')[2].partition("<")[0]
    key = come_back(read_code(shown), keeping="visit")
    assert key is not None
    opened = open_interview(key)
    assert opened is not None and opened.answers == answered()
    assert Matter.objects.filter(pk=matter.pk).exists()


def test_a_matter_moves_when_the_other_office_takes_it(ours: Office) -> None:
    theirs = office("Another Office")
    admin, other = ours.member(Role.ADMIN), theirs.member(Role.ADMIN)
    matter_of(other)
    matter = matter_of(admin, answers=answered())
    add_comment(matter, "words", user_id=admin.user.pk)
    just_proved(admin).post(f"/clinic/matters/{matter.pk}/hand-out/", {"offer": "1", "to": "Another Office"})
    assert other.client.get(f"/clinic/matters/{matter.pk}/").status_code == 404
    (transfer,) = offers_to(theirs.organization.pk)
    assert other.client.post(f"/clinic/endings/offers/{transfer.pk}/", {"accept": "1"}).status_code == 302
    moved = Matter.objects.get(pk=matter.pk)
    assert (moved.organization, moved.number, moved.created_by) == (theirs.organization, 2, None)
    assert "words" in other.client.get(f"/clinic/matters/{matter.pk}/").text
    assert admin.client.get(f"/clinic/matters/{matter.pk}/").status_code == 404
    assert AuditEntry.objects.filter(organization=ours.organization, action=AuditEntry.Action.DELETE).exists()
    assert other.client.post(f"/clinic/endings/offers/{transfer.pk}/", {"accept": "1"}).status_code == 404


def test_an_offer_can_be_taken_back_or_refused_and_none_goes_to_nobody(ours: Office) -> None:
    theirs = office("Another Office")
    admin, other = ours.member(Role.ADMIN), theirs.member(Role.ADMIN)
    matter = matter_of(admin, answers=answered())
    client, path = just_proved(admin), f"/clinic/matters/{matter.pk}/hand-out/"
    for name in ("No such office", "", ours.organization.name):
        assert "No other office here" in client.post(path, {"offer": "1", "to": name}).text
    client.post(path, {"offer": "1", "to": theirs.organization.pk})
    client.post(path, {"back": "1"})
    assert not offers_to(theirs.organization.pk).exists()
    client.post(path, {"offer": "1", "to": theirs.organization.pk})
    (transfer,) = offers_to(theirs.organization.pk)
    other.client.post(f"/clinic/endings/offers/{transfer.pk}/")
    assert Matter.objects.get(pk=matter.pk).organization == ours.organization
