"""A worker is told of a row by its id alone, once in a while, and a queue that is away costs nothing but time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any
from unittest.mock import Mock, patch

import pytest
from django.utils import timezone
from django_tasks import task
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings
from redis import Redis
from redis.exceptions import ConnectionError as Away
from redis.exceptions import TimeoutError as Silent
from rq import SimpleWorker

from petitions.access.roles import Role
from petitions.clinic.printing import apart
from petitions.clinic.printing.apart import print_apart
from petitions.interview.screening import today
from petitions.management.working import beat as beating
from petitions.management.working import queue
from petitions.management.working.beat import beat
from petitions.records import leases, telling
from petitions.records.beats import is_due
from petitions.records.matters.print_models import PrintJob, PrintPart, PrintState
from petitions.records.matters.printing import Wanted, ask_for_job, stop_job
from petitions.records.reviews.running import begin_review
from petitions.review.kept.apart import run_apart
from tests.clinic.people import matter_of, office
from tests.review.screens.offices import gathering, reviewer

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _database_queue(settings: Settings, tmp_path: Path) -> Iterator[None]:
    """Keep tasks in the database, and run at once what waits for the end of a transaction."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    settings.PRINTS_DIR = str(tmp_path / "prints")
    with patch.object(telling.transaction, "on_commit", lambda do: do()):
        yield


@pytest.fixture
def job() -> PrintJob:
    member = office().member(Role.REVIEWER)
    own = {"organization_id": member.organization.pk, "user_id": member.user.pk}
    wants = [Wanted(matter_of(member, answers={"n": n}), 1, "") for n in range(20)]
    return ask_for_job(wants, **own, token="t", options={"on": today().isoformat()})


def told() -> list[list[str]]:
    return [one.args_kwargs["args"] for one in DBTaskResult.objects.all()]


def test_a_task_names_the_row_and_nothing_else(job: PrintJob) -> None:
    print_apart(job)
    assert told() == [[job.pk]] * 3, "twenty parts, eight at a time"
    assert not DBTaskResult.objects.exclude(args_kwargs__kwargs={}).exists()


def test_workers_are_told_once_until_the_time_has_passed(job: PrintJob) -> None:
    for _time in range(3):
        print_apart(job)
    assert len(told()) == 3
    PrintJob.objects.update(told_at=timezone.now() - telling.AGAIN - timedelta(seconds=1))
    print_apart(job)
    assert len(told()) == 6


def test_nobody_is_told_of_what_is_over_or_held(job: PrintJob) -> None:
    PrintPart.objects.update(lease=timezone.now() + timedelta(seconds=30))
    print_apart(job)
    stop_job(job)
    PrintPart.objects.update(lease=None)
    print_apart(job)
    assert told() == []


def test_workers_are_told_of_a_review_and_each_goes_on(settings: Settings) -> None:
    review = gathering(reviewer())
    run_apart(review)
    assert told() == []
    begin_review(review)
    review.refresh_from_db()
    run_apart(review)
    assert told() == [[review.pk]]


def test_a_queue_that_is_away_is_told_and_the_page_goes_on(
    job: PrintJob, caplog: pytest.LogCaptureFixture
) -> None:
    with patch.object(DBTaskResult.objects, "create", side_effect=ConnectionError("Canary")):
        print_apart(job)
    assert [record.msg for record in caplog.records] == ["queue_offline"]
    assert "Canary" not in caplog.text


@task()
@telling.quiet
def at_fault(_key: str) -> None:
    """Fail with words that nobody may keep."""
    raise ValueError("Canary")


def test_the_words_of_a_fault_reach_no_queue() -> None:
    at_fault.enqueue("a")
    worker(most=1).run()
    [done] = DBTaskResult.objects.all()
    assert done.status == "SUCCESSFUL" and "Canary" not in f"{done.traceback}{done.exception_class_path}"


def worker(*, most: int) -> Worker:
    return Worker(
        queue_names=["default"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=most,
        worker_id="w",
        excluded_queue_names=[],
    )


def test_what_comes_round_is_due_to_one_and_again_when_its_time_has_passed() -> None:
    now, every = timezone.now(), timedelta(hours=1)
    assert [is_due("purge", every=every, now=now) for _machine in range(3)] == [True, False, False]
    assert not is_due("purge", every=every, now=now + timedelta(minutes=59))
    assert is_due("purge", every=every, now=now + every)
    assert is_due("remind", every=every, now=now)


def paths() -> list[str]:
    found = DBTaskResult.objects.order_by("task_path").values_list("task_path", flat=True)
    return [path.rpartition(".")[2] for path in found]


def test_the_beat_begins_what_comes_round_and_takes_up_what_waits(job: PrintJob) -> None:
    beat()
    assert paths() == ["print_some"] * 3 + ["purge", "remind"]
    beat()
    assert len(paths()) == 5


@pytest.mark.parametrize(
    ("others", "after", "is_told"),
    [
        (0, beating.AGAIN_WHERE_EMPTY, True),
        (1, beating.AGAIN_WHERE_EMPTY, False),
        (1, beating.AGAIN_WHERE_FEW, True),
        (beating.FEW, beating.AGAIN_WHERE_FEW, True),
        (beating.FEW + 1, beating.AGAIN_WHERE_FEW, False),
        (beating.FEW + 1, telling.AGAIN, False),
        (beating.FEW + 1, beating.AGAIN_WHERE_MANY, True),
    ],
)
def test_the_beat_tells_again_the_later_the_more_tasks_wait(
    job: PrintJob, others: int, after: timedelta, *, is_told: bool
) -> None:
    """Two hundred jobs that wait for their turn are no lost ones: told again at each beat they would fill the queue."""
    for _other in range(others):
        at_fault.enqueue("a")
    PrintJob.objects.update(told_at=timezone.now() - after - timedelta(seconds=1))
    beat()
    assert paths().count("print_some") == (3 if is_told else 0)


def test_a_beat_asks_little_of_jobs_that_were_told_of_lately(
    job: PrintJob, django_assert_max_num_queries: Any
) -> None:
    beat()
    with django_assert_max_num_queries(12):
        before = len(told())
        beat()
    for number in range(10):
        ask_for_job(
            [
                Wanted(one.matter, 1, "")
                for one in PrintPart.objects.filter(job=job).select_related("matter")[:2]
            ],
            organization_id=job.organization_id,
            user_id=job.user_id,
            token=str(number),
            options={},
        )
    beat()
    assert len(told()) == before + 10
    with django_assert_max_num_queries(12):
        beat()


def test_what_a_dead_worker_held_is_free_when_the_beat_tells_of_it_again() -> None:
    assert leases.LEASE < beating.AGAIN_WHERE_FEW


def test_a_beat_with_a_fault_is_told_and_the_next_one_comes(caplog: pytest.LogCaptureFixture) -> None:
    with patch.object(beating, "print_what_waits", side_effect=ConnectionError("Canary")):
        beat()
    assert [record.msg for record in caplog.records] == ["beat_failed"] and "Canary" not in caplog.text


def test_a_job_whose_worker_died_before_it_told_the_next_is_taken_up(job: PrintJob) -> None:
    PrintJob.objects.update(
        state=PrintState.WORKING, told_at=timezone.now() - timedelta(minutes=1), lease=timezone.now()
    )
    apart.print_what_waits(again=beating.AGAIN_WHERE_EMPTY)
    assert len(told()) == 3


def test_a_worker_looks_soon_again_for_a_redis_that_was_away() -> None:
    found = SimpleWorker(["default"], connection=Redis())
    with redis_that(found, answers=[True]), patch.object(found, "work"):
        queue.work_on_it()
    assert found.max_connection_wait_time <= beating.AGAIN_WHERE_EMPTY.total_seconds()


def test_a_worker_waits_for_a_redis_that_is_not_there_yet() -> None:
    found, answers = SimpleWorker(["default"], connection=Redis()), [Away(), Silent(), True]
    with redis_that(found, answers=answers) as ping, patch.object(found, "work") as work:
        queue.work_on_it()
    assert (ping.call_count, work.call_count) == (3, 1)


def test_a_redis_that_goes_away_under_the_work_is_told_by_its_kind(caplog: pytest.LogCaptureFixture) -> None:
    found = SimpleWorker(["default"], connection=Redis())
    with (
        redis_that(found, answers=[True]),
        patch.object(found, "work", side_effect=Away("Canary")),
    ):
        queue.work_on_it()
    assert [record.msg for record in caplog.records] == ["queue_offline"] and "Canary" not in caplog.text


@contextmanager
def redis_that(worker: SimpleWorker, *, answers: list[Any]) -> Iterator[Mock]:
    """Have RQ give this worker, and Redis answer in this way."""
    with (
        patch.object(queue, "_is_database", return_value=False),
        patch.object(queue, "_ASK_EVERY", 0.0),
        patch.object(queue, "_redis_queue") as redis_queue,
        patch("django_rq.workers.get_worker", return_value=worker),
    ):
        redis_queue().connection.ping.side_effect = answers
        yield redis_queue().connection.ping
