"""Several workers share a print job: each makes parts that no other has, and one that is lost costs only its own."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from django.utils import timezone
from pytest_django import Settings

from petitions.access.roles import Role
from petitions.clinic.printing import work as worker
from petitions.clinic.printing.making import Made
from petitions.clinic.printing.plan import Options
from petitions.clinic.printing.progress import job_progress
from petitions.interview.screening import today
from petitions.records.leases import MOST_TRIES, Came
from petitions.records.matters import print_parts
from petitions.records.matters.print_models import PrintJob, PrintPart, PrintState
from petitions.records.matters.print_parts import hold_parts, part_done, take_parts, takes_left
from petitions.records.matters.printing import Wanted, ask_for_job, parts_of
from tests.clinic.people import matter_of, office

pytestmark = pytest.mark.django_db
MATTERS = 5


@pytest.fixture(autouse=True)
def _made_up(settings: Settings, tmp_path: Path, each_store: str) -> Iterator[None]:
    """Make no papers; hold nothing, as another thread would not see what this test has not committed."""
    settings.PRINTS_DIR = str(tmp_path / "prints")
    stacked = type("Stacked", (), {"content": b"%PDF"})
    with (
        patch.object(worker, "_HOLD_EVERY", 600.0),
        patch.object(worker, "stack", lambda *_given, **_named: stacked),
        patch.object(worker, "make", lambda *_given, **_named: Made(b"%PDF", 2)),
        patch.object(print_parts, "MOST_TAKEN", 2),
    ):
        yield


@pytest.fixture
def job() -> PrintJob:
    member = office().member(Role.REVIEWER)
    return ask_for_job(
        [Wanted(matter_of(member, answers={"n": n}), 1, "") for n in range(MATTERS)],
        organization_id=member.organization.pk,
        user_id=member.user.pk,
        token="t",
        options={"print": Options().as_json(), "language": "en", "on": today().isoformat()},
    )


def time_passes() -> None:
    PrintPart.objects.exclude(lease=None).update(lease=timezone.now() - timedelta(seconds=1))


def test_two_workers_take_different_parts(job: PrintJob) -> None:
    one, two = take_parts(job, worker="one"), take_parts(job, worker="two")
    assert [part.position for part in (*one, *two)] == [0, 1, 2, 3]
    assert takes_left(job) == 1
    assert not {part.pk for part in one} & {part.pk for part in two}


def test_whoever_ends_last_puts_the_whole_together(job: PrintJob) -> None:
    others = take_parts(job, worker="other")
    assert [worker.do_some(job) for _time in range(3)] == [Came.ON, Came.ON, Came.NOTHING]
    job.refresh_from_db()
    assert job.state == PrintState.WORKING
    for part in others:
        worker._make_one(part, worker.folder_of(job), options=Options(), job=job)  # type: ignore[arg-type]
    assert worker.do_some(job) == Came.OVER
    job.refresh_from_db()
    assert (job.state, job.pages) == (PrintState.DONE, 2 * MATTERS)


def test_a_worker_that_died_costs_the_others_only_its_parts(job: PrintJob) -> None:
    lost = take_parts(job, worker="dead")
    worker.work(job)
    job.refresh_from_db()
    assert job.state == PrintState.WORKING
    time_passes()
    assert worker.work(job)
    job.refresh_from_db()
    assert job.state == PrintState.DONE
    tries = {part.position: part.tries for part in parts_of(job)}
    assert {position for position, count in tries.items() if count > 1} == {part.position for part in lost}


def test_what_comes_too_late_is_not_noted(job: PrintJob) -> None:
    [late, *_] = take_parts(job, worker="late")
    time_passes()
    for number in range(4):
        take_parts(job, worker=f"other {number}")
    part_done(late, pages=99)
    assert not parts_of(job).filter(pages=99).exists()
    assert not hold_parts(job, worker="late")


def test_a_part_that_kills_its_worker_is_tried_alone_three_times_then_told_as_failed(job: PrintJob) -> None:
    class Killed(BaseException):
        """The process is gone here."""

    second = parts_of(job)[1].matter_id

    def deadly(matter: Any, *_given: Any, **_named: Any) -> Made:
        if matter.pk == second:
            raise Killed
        return Made(b"%PDF", 2)

    with patch.object(worker, "make", deadly):
        for _time in range(MOST_TRIES):
            with pytest.raises(Killed):
                worker.work(job)
            time_passes()
        worker.work(job)
    job.refresh_from_db()
    assert (job.state, job.pages) == (PrintState.DONE, 2 * (MATTERS - 1))
    lines = job_progress(job, now=timezone.now()).lines
    assert [bool(line.trouble) for line in lines] == [False, True, False, False, False]
    assert "three times" in str(lines[1].trouble)


def test_a_fault_lets_the_parts_go_at_once(job: PrintJob) -> None:
    with patch.object(worker, "make", side_effect=RuntimeError("Canary")):
        assert worker.do_some(job) == Came.OVER
    assert not parts_of(job).exclude(lease=None).exists()
    assert worker.work(job)
    job.refresh_from_db()
    assert job.state == PrintState.DONE


def test_a_full_disk_costs_no_try_however_long_it_is_full(job: PrintJob) -> None:
    with patch.object(worker.Folder, "put", side_effect=OSError(errno.ENOSPC, "No space left")):
        for _time in range(2 * MOST_TRIES):
            assert worker.do_some(job) == Came.OVER
    assert {part.tries for part in parts_of(job)} == {0}
    with patch.object(worker, "_put_together", side_effect=OSError(errno.ENOSPC, "No space left")):
        for _time in range(MATTERS + 2 * MOST_TRIES):
            worker.do_some(job)
    job.refresh_from_db()
    assert job.state == PrintState.WAITING and not print_parts.parts_left(job).exists()
    worker.work(job)
    job.refresh_from_db()
    assert (job.state, job.pages) == (PrintState.DONE, 2 * MATTERS)


def test_a_disk_that_fails_otherwise_costs_a_try(job: PrintJob) -> None:
    with patch.object(worker.Folder, "put", side_effect=OSError(errno.EIO, "Input/output error")):
        worker.do_some(job)
    assert {part.tries for part in parts_of(job)} == {0, 1}
