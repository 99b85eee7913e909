"""Closing, deleting on request and deleting what is due: asked first, noted, and never more than meant."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django import Settings

from petitions.access.organizations.models import AuditEntry
from petitions.access.roles import Role
from petitions.records.matters.models import Matter, MatterState
from petitions.records.matters.print_models import PrintJob
from petitions.records.matters.printing import Wanted, ask_for_job, folder_of
from petitions.records.models import Interview
from tests.access.signing_in.members import just_proved
from tests.clinic.ending.states import days_ago
from tests.clinic.people import Member, answered, matter_of, office

pytestmark = pytest.mark.django_db
_LONG_AGO = timedelta(days=400)


@pytest.fixture(autouse=True)
def _prints(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> None:
    settings.PRINTS_DIR = str(tmp_path_factory.mktemp("prints"))


@pytest.fixture
def admin() -> Member:
    return office().member(Role.ADMIN)


def noted(what: str) -> list[str]:
    """Return the rows that the audit log names for this."""
    return list(AuditEntry.objects.filter(additional_data__what=what).values_list("object_repr", flat=True))


def old(member: Member) -> Matter:
    """Return a matter that nobody touched for more than a year."""
    matter = matter_of(member, answers=answered())
    Matter.objects.filter(pk=matter.pk).update(changed_at=timezone.now() - _LONG_AGO)
    return matter


def test_a_matter_is_closed_and_opened_again_and_its_page_says_how_long_it_stays(admin: Member) -> None:
    matter = matter_of(admin)
    address = f"/clinic/matters/{matter.pk}/"
    admin.client.post(f"{address}close/")
    matter.refresh_from_db()
    assert (matter.state, matter.closed_at is None) == (MatterState.CLOSED, False)
    Matter.objects.update(closed_at=days_ago(80))
    assert "Deleted in 10 days" in admin.client.get(address).content.decode()
    admin.client.post(f"{address}close/", {"open": "1"})
    matter.refresh_from_db()
    assert (matter.state, matter.closed_at) == (MatterState.INTAKE, None)
    assert "Kept until" in admin.client.get(address).content.decode()
    assert (noted("closed"), noted("opened again")) == (["matter 1"], ["matter 1"])


def test_closing_twice_does_not_begin_the_days_anew(admin: Member) -> None:
    matter = matter_of(admin)
    admin.client.post(f"/clinic/matters/{matter.pk}/close/")
    first = Matter.objects.get().closed_at
    admin.client.post(f"/clinic/matters/{matter.pk}/close/")
    assert Matter.objects.get().closed_at == first


def test_what_is_due_is_deleted_on_a_yes_and_in_this_office_alone(admin: Member) -> None:
    due, fresh, foreign = old(admin), matter_of(admin), old(office("Another Office").member(Role.ADMIN))
    client = just_proved(admin)
    page = client.get("/clinic/endings/").content.decode()
    assert "1 matter is due" in page
    unsure = client.post("/clinic/endings/").content.decode()
    assert "Tick that you are sure" in unsure
    assert Matter.objects.count() == 3
    for _press in range(2):
        client.post("/clinic/endings/", {"sure": "1"})
    assert set(Matter.objects.values_list("pk", flat=True)) == {fresh.pk, foreign.pk}
    assert not Interview.objects.filter(pk=due.interview_id).exists()
    assert noted("time over") == ["matter 1"]


def test_a_deletion_on_request_is_asked_for_first_then_nothing_is_left(admin: Member) -> None:
    matter = matter_of(admin, answers=answered())
    wanted = [Wanted(matter, 1, "x")]
    sent = {"organization_id": admin.organization.pk, "user_id": admin.user.pk, "token": "t", "options": {}}
    job = ask_for_job(wanted, **sent)  # type: ignore[arg-type]
    folder = folder_of(job)
    assert folder is not None
    address, client = f"/clinic/matters/{matter.pk}/delete/", just_proved(admin)
    assert "Did the person get their papers?" in client.get(address).content.decode()
    assert "Tick that you are sure" in client.post(address).content.decode()
    assert Matter.objects.exists()
    assert client.post(address, {"sure": "1"}).status_code == 302
    assert client.post(address, {"sure": "1"}).status_code == 404
    assert not (Matter.objects.exists() or PrintJob.objects.exists())
    assert not Interview.objects.filter(pk=matter.interview_id).exists()
    assert not folder.is_there
    assert noted("on request") == ["matter 1"]


def test_a_job_of_others_stays_where_one_matter_is_deleted(admin: Member) -> None:
    gone, stays = matter_of(admin), matter_of(admin)
    sent = {"organization_id": admin.organization.pk, "user_id": admin.user.pk, "options": {}}
    ask_for_job([Wanted(gone, 1, "x"), Wanted(stays, 1, "x")], token="both", **sent)  # type: ignore[arg-type]
    kept = ask_for_job([Wanted(stays, 1, "x")], token="one", **sent)  # type: ignore[arg-type]
    just_proved(admin).post(f"/clinic/matters/{gone.pk}/delete/", {"sure": "1"})
    assert list(PrintJob.objects.values_list("pk", flat=True)) == [kept.pk]
