"""A print job is made once, done once, taken up again, and never shows what it should not."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from unittest.mock import patch

import pikepdf
import pytest
from django.utils import timezone
from pytest_django import Settings

from petitions.access.organizations.models import AuditEntry
from petitions.access.roles import Role
from petitions.clinic.desk.changes import apply_cells
from petitions.clinic.printing import work as worker
from petitions.clinic.printing.plan import Options
from petitions.clinic.printing.progress import job_progress
from petitions.interview.screening import today
from petitions.records.files.stores import PRINTS, store
from petitions.records.leases import LEASE
from petitions.records.matters.models import CaseStep, CheckoutTick
from petitions.records.matters.print_models import PrintJob, PrintState
from petitions.records.matters.print_parts import part_done
from petitions.records.matters.printing import (
    Wanted,
    ask_for_job,
    folder_of,
    parts_of,
    purge_prints,
    stop_job,
    take_job,
)
from petitions.records.matters.writing import save_matter_answers
from tests.clinic.people import Member, answered, matter_of, office
from tests.clinic.printing.states import ready
from tests.records.files.in_bucket import files_in

pytestmark = pytest.mark.django_db
HOLD_EVERY = worker._HOLD_EVERY


@pytest.fixture(autouse=True)
def prints(settings: Settings, tmp_path: Path, each_store: str) -> Path:
    settings.PRINTS_DIR = str(tmp_path / "prints")
    return tmp_path / "prints"


@pytest.fixture(autouse=True)
def _no_thread() -> Iterator[None]:
    """Hold nothing: another thread would not see what this test has not committed."""
    quiet = patch.object(worker, "_HOLD_EVERY", 600.0)
    with quiet, patch("petitions.clinic.printing.views.print_apart"):
        yield


@pytest.fixture
def member() -> Member:
    return office().member(Role.REVIEWER)


def asked(member: Member, *, token: str = "t", **options: object) -> PrintJob:
    matters = ready(member)
    kept = {"print": Options(**options).as_json(), "language": "en", "on": today().isoformat()}  # type: ignore[arg-type]
    return ask_for_job(
        [Wanted(one, 1, "") for one in matters],
        organization_id=member.organization.pk,
        user_id=member.user.pk,
        token=token,
        options=kept,
    )


def result(job: PrintJob) -> bytes:
    folder = folder_of(job)
    content = folder.get(worker.RESULT) if folder else None
    assert content is not None
    return content


def test_a_job_ends_with_one_file_of_all_papers(member: Member) -> None:
    job = asked(member)
    assert worker.work(job)
    job.refresh_from_db()
    assert job.state == PrintState.DONE
    with pikepdf.open(io.BytesIO(result(job))) as pdf:
        assert len(pdf.pages) == job.pages == sum(part.pages for part in parts_of(job))
    assert not worker.work(job)


@pytest.mark.long
def test_folders_hold_a_file_for_each_case_and_no_name(member: Member) -> None:
    job = asked(member, kind="folders")
    worker.work(job)
    with zipfile.ZipFile(io.BytesIO(result(job))) as archive:
        names = archive.namelist()
    assert "Humboldt/file-1-case-1.pdf" in names and len(names) == 3
    assert not any("Zu" in name or "CR" in name for name in names)


def test_two_presses_make_one_job(member: Member) -> None:
    sent = {
        "matters": [one.pk for one in ready(member)],
        "print": "1",
        "token": "x",
        "kind": "stack",
        "order": "name",
    }
    sent |= {"court": "1", "prosecutor": "0", "petitioner": "1", "separators": "on", "both_sides": "on"}
    places = {member.client.post("/clinic/print/new/", sent)["Location"] for _time in range(2)}
    assert len(places) == 1 and PrintJob.objects.count() == 1


def test_a_job_is_held_by_one_worker_and_free_again_when_its_time_is_over(member: Member) -> None:
    job = asked(member)
    assert take_job(job, worker="one")
    assert not take_job(job, worker="two")
    PrintJob.objects.update(lease=timezone.now() - timedelta(seconds=1))
    assert take_job(job, worker="two")


@pytest.mark.long
def test_a_job_that_fails_three_times_is_given_up_and_says_so(member: Member) -> None:
    job = asked(member)
    with patch.object(worker, "_put_together", side_effect=RuntimeError("Canary")):
        for _time in range(3):
            assert worker.work(job)
        assert not worker.work(job)
    job.refresh_from_db()
    assert job.state == PrintState.FAILED
    assert "Ask again" in member.client.get(f"/clinic/print/{job.pk}/").text


@pytest.mark.long
def test_what_was_made_before_is_not_made_again(member: Member) -> None:
    job = asked(member)
    with patch.object(worker, "_put_together", side_effect=RuntimeError):
        worker.work(job)
    with patch.object(worker, "make", side_effect=AssertionError("made again")):
        assert worker.work(job)
    job.refresh_from_db()
    assert job.state == PrintState.DONE


@pytest.mark.long
def test_answers_that_changed_since_the_press_are_not_printed(member: Member) -> None:
    job = asked(member)
    matter = parts_of(job)[0].matter
    changed = apply_cells(answered(), {"c1.age": {"answer": "18_to_20"}}, on=today()).answers
    save_matter_answers(matter, answers=changed, version=1)
    worker.work(job)
    lines = job_progress(job, now=timezone.now()).lines
    assert "Approve it again" in str(lines[0].trouble) and lines[1].pages > 0


@pytest.mark.long
def test_papers_whose_answers_changed_later_are_out_of_date(member: Member) -> None:
    job = asked(member)
    worker.work(job)
    matter = parts_of(job)[0].matter
    changed = apply_cells(answered(), {"c1.age": {"answer": "18_to_20"}}, on=today()).answers
    save_matter_answers(matter, answers=changed, version=1)
    assert [one.is_out_of_date for one in job_progress(job, now=timezone.now()).lines] == [True, False]
    assert "Out of date" in member.client.get(f"/clinic/print/{job.pk}/").text


def test_a_stopped_job_leaves_nothing(member: Member, prints: Path) -> None:
    job = asked(member)
    member.client.post(f"/clinic/print/{job.pk}/stop/")
    assert store(PRINTS).folders() == [] and not worker.work(job)
    job.refresh_from_db()
    assert job.state == PrintState.STOPPED
    assert member.client.get(f"/clinic/print/{job.pk}/file/").status_code == 404


@pytest.mark.long
def test_a_job_that_is_stopped_while_it_is_put_together_is_not_done(member: Member) -> None:
    job = asked(member)
    with patch.object(worker, "finish_job", side_effect=lambda *_a, **_k: bool(stop_job(job))):
        worker.work(job)
    job.refresh_from_db()
    assert job.state == PrintState.STOPPED


@pytest.mark.long
def test_nothing_readable_is_on_disk(member: Member, prints: Path) -> None:
    job = asked(member)
    worker.work(job)
    files = [*files_in(PRINTS).values()]
    assert files and not any(b"%PDF-1" in one or "Zuñiga".encode() in one for one in files)


@pytest.mark.long
def test_a_day_later_the_papers_are_gone(member: Member, prints: Path) -> None:
    worker.work(asked(member))
    assert purge_prints(now=timezone.now() + timedelta(hours=23)) == 0
    assert purge_prints(now=timezone.now() + timedelta(hours=24, minutes=1)) == 1
    assert store(PRINTS).folders() == []


@pytest.mark.long
def test_the_file_is_taken_as_an_attachment_and_every_reading_is_noted(member: Member) -> None:
    job = asked(member)
    worker.work(job)
    response = member.client.get(f"/clinic/print/{job.pk}/file/")
    assert response["Content-Disposition"] == 'attachment; filename="papers.pdf"'
    assert AuditEntry.objects.filter(action=AuditEntry.Action.ACCESS).count() == 2


def test_a_foreign_matter_makes_no_job(member: Member) -> None:
    stranger = office("Another Office").member(Role.REVIEWER)
    ids = [one.pk for one in ready(member)]
    sent = {"matters": ids, "print": "1", "token": "x", "kind": "stack", "order": "name"}
    sent |= {"court": "1", "prosecutor": "1", "petitioner": "1"}
    assert stranger.client.post("/clinic/print/new/", sent).status_code == 404
    assert not PrintJob.objects.exists()


def test_a_volunteer_may_not_print_what_nobody_approved() -> None:
    volunteer = office().member(Role.VOLUNTEER)
    matter = matter_of(volunteer, answers=answered())
    sent = {"matters": [matter.pk], "print": "1", "token": "x", "kind": "stack", "order": "name"}
    sent |= {"court": "1", "prosecutor": "1", "petitioner": "1", "without_approval": "on"}
    page = volunteer.client.post("/clinic/print/new/", sent)
    assert page.status_code == 200 and "No one has approved it" in page.text
    assert not PrintJob.objects.exists()


def test_progress_is_honest(member: Member) -> None:
    job = asked(member)
    told = member.client.get(f"/clinic/print/{job.pk}/now/").json()
    assert told == {"said": "The papers of 0 of 2 people are made.", "read": 0, "of": 2, "goes_on": True}
    worker.work(job)
    assert not member.client.get(f"/clinic/print/{job.pk}/now/").json()["goes_on"]


def test_the_checklist_is_kept_and_the_list_for_the_door_is_a_pdf(member: Member) -> None:
    first = ready(member)[0]
    member.client.post(f"/clinic/matters/{first.pk}/checklist/", {"done": ["signed", "envelope", "nonsense"]})
    assert set(CheckoutTick.objects.values_list("item", flat=True)) == {"signed", "envelope"}
    member.client.post(f"/clinic/matters/{first.pk}/checklist/", {"done": ["signed"]})
    assert set(CheckoutTick.objects.values_list("item", flat=True)) == {"signed"}
    sheet = member.client.post("/clinic/print/check-out/check-out.pdf")
    assert sheet.content.startswith(b"%PDF") and sheet["Content-Type"] == "application/pdf"


def test_a_lease_is_longer_than_the_time_between_two_signs() -> None:
    assert LEASE.total_seconds() > 3 * HOLD_EVERY


def test_what_came_out_of_the_printer_is_noted_once_for_each_case(member: Member) -> None:
    job = asked(member)
    for part in parts_of(job):
        part_done(part, pages=2)
    for _time in range(2):
        member.client.post(f"/clinic/print/{job.pk}/taken/")
    noted = CaseStep.objects.values_list("matter__number", "place", "status", "on")
    assert sorted(noted) == [
        (1, "c1", "printed", today()),
        (2, "c1", "printed", today()),
        (2, "c2", "printed", today()),
    ]
