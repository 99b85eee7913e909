"""Every table has a way to end: a new model without one fails here, and so does one whose way does not work (S33)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from io import StringIO

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import models
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from petitions.access.api_tokens.keeping import make_token
from petitions.access.api_tokens.models import ApiToken
from petitions.access.chain.linking import link_leftovers
from petitions.access.models import WrongTries
from petitions.access.organizations.invitations import invite
from petitions.access.organizations.models import AuditEntry, BreakGlass, Invitation, Refusals
from petitions.access.roles import Role
from petitions.records.held.holding import hold
from petitions.records.held.models import HeldSheet
from petitions.records.matters.ending import close_matter
from petitions.records.matters.models import ImportDraft, Matter
from petitions.records.matters.print_models import PrintJob
from petitions.records.matters.printing import ask_for_job
from petitions.records.models import EndedKey, Interview, KeptAnswers
from petitions.records.reminders.models import MailCount, Reminder
from petitions.records.reviews.keeping import KEPT, new_review
from petitions.records.reviews.models import CountyReview
from petitions.records.writing import start_interview
from tests.clinic.people import Member, matter_of, office

ENDS_WITH: Mapping[str, str] = {
    "petitions.MatterName": "petitions.Matter",
    "petitions.Look": "petitions.Matter",
    "petitions.Comment": "petitions.Matter",
    "petitions.CaseStep": "petitions.Matter",
    "petitions.CheckoutTick": "petitions.Matter",
    "petitions.Told": "petitions.Matter",
    "petitions.PrintPart": "petitions.Matter",
    "petitions.Transfer": "petitions.Matter",
    "petitions.Matter": "petitions.Interview",
    "petitions.HeldSheet": "petitions.Interview",
    "petitions.Membership": "petitions.Organization",
    "petitions.AttorneyProfile": "petitions.Organization",
    "petitions.BreakGlass": "petitions.Organization",
    "petitions.Invitation": "petitions.Organization",
    "petitions.AuditEntry": "petitions.Organization",
    "petitions.Refusals": "petitions.Organization",
    "petitions.PrintJob": "petitions.Organization",
    "petitions.CountyReview": "petitions.Organization",
    "petitions.ReviewFile": "petitions.CountyReview",
    "petitions.ReviewDecision": "petitions.CountyReview",
    "petitions.ReviewPapers": "petitions.CountyReview",
    "petitions.RunUnit": "petitions.CountyReview",
    "petitions.ImportDraft": "petitions.Organization",
    "petitions.ApiToken": "petitions.Organization",
    "account.EmailAddress": "petitions.User",
    "account.EmailConfirmation": "account.EmailAddress",
    "mfa.Authenticator": "petitions.User",
}
"""Rows that are deleted with another row, whatever else ends them."""
STAYS: Mapping[str, str] = {
    "petitions.User": "staff, no petitioner: as long as the person works here",
    "petitions.Organization": "the office itself",
    "petitions.AuditChain": "one row for each organization, which says where its log begins and ends",
    "petitions.CourtEdit": "what staff found of courts and offices, which is public; nothing of a petitioner",
    "petitions.Beat": "one row for each thing that comes round: its name, and when it is due",
    "contenttypes.ContentType": "names of our tables",
    "auth.Permission": "Django's own, and not used",
    "auth.Group": "Django's own, and not used",
}
NOW = timezone.now


@pytest.fixture(autouse=True)
def _folders(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> None:
    settings.PRINTS_DIR = str(tmp_path_factory.mktemp("prints"))
    settings.SHEETS_DIR = str(tmp_path_factory.mktemp("sheets"))


def _matter(member: Member, age: timedelta) -> None:
    """Close one so long before its end."""
    close_matter(matter_of(member))
    Matter.objects.update(closed_at=NOW() - age)


def _interview(_member: Member, age: timedelta) -> None:
    start_interview()
    Interview.objects.update(touched_at=NOW() - age, created_at=NOW() - age)


def _sheet(_member: Member, age: timedelta) -> None:
    hold(start_interview())
    HeldSheet.objects.update(created_at=NOW() - age)


def _kept(_member: Member, age: timedelta) -> None:
    until = NOW() + timedelta(days=7) - age
    KeptAnswers.objects.create(id="k", content=b"", public_key=b"", locked_key=b"", days=7, until=until)


def _draft(member: Member, age: timedelta) -> None:
    own = {"organization": member.organization, "user": member.user}
    ImportDraft.objects.create(id="d", content=b"", key_id="k", created_at=NOW() - age, **own)


def _job(member: Member, age: timedelta) -> None:
    ask_for_job([], organization_id=member.organization.pk, user_id=member.user.pk, token="t", options={})
    PrintJob.objects.update(created_at=NOW() - age)


def _review(member: Member, age: timedelta) -> None:
    own = {"organization_id": member.organization.pk, "user_id": member.user.pk}
    new_review(**own, county="ALPINE", on=NOW().date(), options={"flow": "configurable"}, key=None)
    CountyReview.objects.update(created_at=NOW() - age, until=NOW() - age + KEPT)


def _invitation(member: Member, age: timedelta) -> None:
    invite("new@example.org", role="volunteer", organization_id=member.organization.pk, invited_by=None)
    Invitation.objects.update(until=NOW() - age)


def _token(member: Member, age: timedelta) -> None:
    make_token("A program", organization_id=member.organization.pk, made_by=None, now=NOW())
    ApiToken.objects.update(until=NOW() - age)


def _audit(member: Member, age: timedelta) -> None:
    """Write one so long ago: no entry that stands can be made older."""
    AuditEntry.objects.create(
        organization=member.organization,
        action=0,
        content_type=apps.get_model("contenttypes.ContentType").objects.get_for_model(Matter),
        object_pk="1",
        object_repr="matter 1",
        timestamp=NOW() - age,
    )


def _link(member: Member, age: timedelta) -> None:
    _audit(member, age)
    assert link_leftovers() == 1


def _glass(member: Member, age: timedelta) -> None:
    BreakGlass.objects.create(
        organization=member.organization, user=member.user, reason="a call", until=NOW() - age
    )
    BreakGlass.objects.update(at=NOW() - age)


def _refusals(member: Member, age: timedelta) -> None:
    own = {"organization": member.organization, "user": member.user}
    Refusals.objects.create(**own, role="admin", since=NOW() - age, count=1)


def _tries(_member: Member, age: timedelta) -> None:
    WrongTries.objects.create(id="a", count=1, until=NOW() - age)


def _reminder(_member: Member, age: timedelta) -> None:
    Reminder.objects.create(
        id="r", content=b"", key_id="k", language="en", days="", next_on=NOW().date(), expires_at=NOW() - age
    )


def _mails(_member: Member, age: timedelta) -> None:
    MailCount.objects.create(key="m", day=(NOW() - age).date(), count=1)


def _ended_key(_member: Member, age: timedelta) -> None:
    EndedKey.objects.create(id="e", at=NOW() - age)


def _task(_member: Member, age: timedelta) -> None:
    told = {"args": [], "kwargs": {}}
    DBTaskResult.objects.create(args_kwargs=told, task_path="petitions.management.tasks.purge")
    DBTaskResult.objects.update(enqueued_at=NOW() - age)


def _session(member: Member, age: timedelta) -> None:
    assert member.client.get("/").status_code == 200
    apps.get_model("sessions.Session").objects.update(expire_date=NOW() - age)


_YEARS = timedelta(days=3 * 365)
_HOUR = timedelta(hours=1)
_Clock = tuple[Callable[[Member, timedelta], None], timedelta]
BY_THE_CLOCK: Mapping[str, _Clock] = {
    "petitions.Matter": (_matter, timedelta(days=91)),
    "petitions.Interview": (_interview, timedelta(hours=72)),
    "petitions.HeldSheet": (_sheet, timedelta(hours=settings.SHEET_HOURS)),
    "petitions.KeptAnswers": (_kept, timedelta(days=7)),
    "petitions.ImportDraft": (_draft, timedelta(hours=4)),
    "petitions.PrintJob": (_job, timedelta(hours=24)),
    "petitions.CountyReview": (_review, timedelta(days=30)),
    "petitions.Invitation": (_invitation, timedelta(days=30)),
    "petitions.ApiToken": (_token, timedelta(days=30)),
    "petitions.AuditEntry": (_audit, _YEARS),
    "petitions.AuditLink": (_link, _YEARS),
    "petitions.BreakGlass": (_glass, _YEARS),
    "petitions.Refusals": (_refusals, _HOUR),
    "petitions.WrongTries": (_tries, timedelta()),
    "petitions.Reminder": (_reminder, timedelta()),
    "petitions.MailCount": (_mails, timedelta(days=2)),
    "petitions.EndedKey": (_ended_key, timedelta()),
    "django_tasks_database.DBTaskResult": (_task, timedelta(days=1)),
    "sessions.Session": (_session, timedelta()),
}
"""Rows that the hourly purge deletes: how one is made that is so old, and how long it may be kept."""
KEPT_BEFORE = [name for name, (_make, kept) in BY_THE_CLOCK.items() if kept > timedelta(hours=1)]


def test_every_model_has_a_way_to_end() -> None:
    known = {*ENDS_WITH, *STAYS, *BY_THE_CLOCK}
    assert {model._meta.label for model in apps.get_models()} == known


@pytest.mark.parametrize(("name", "owner"), ENDS_WITH.items())
def test_a_row_that_hangs_on_another_goes_with_it(name: str, owner: str) -> None:
    ways = [
        field.remote_field.on_delete
        for field in apps.get_model(name)._meta.get_fields()
        if isinstance(field, models.ForeignKey) and field.related_model._meta.label == owner
    ]
    assert models.CASCADE in ways


@pytest.mark.django_db
@pytest.mark.parametrize("name", BY_THE_CLOCK)
def test_the_purge_takes_what_is_over_and_may_run_again(name: str) -> None:
    make, kept = BY_THE_CLOCK[name]
    make(office().member(Role.ADMIN), kept + _HOUR)
    assert apps.get_model(name).objects.exists()
    for _time in range(2):
        call_command("purge", stdout=StringIO())
        assert not apps.get_model(name).objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("name", KEPT_BEFORE)
def test_the_purge_leaves_what_is_not_over(name: str) -> None:
    make, kept = BY_THE_CLOCK[name]
    age = kept - (timedelta(days=2) if name in ("petitions.Matter", "petitions.MailCount") else _HOUR)
    make(office().member(Role.ADMIN), age)
    call_command("purge", stdout=StringIO())
    assert apps.get_model(name).objects.exists()
