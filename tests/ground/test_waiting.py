"""How long work has waited for a worker, as the site's figures tell it: each kind from when it was asked for until somebody comes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings
from redis.exceptions import ConnectionError as RedisAway

from clearrecord.metrics import WorkCollector
from petitions.access.roles import Role
from petitions.management.working import queue
from petitions.rapsheet.handing import tasks
from petitions.records.held.holding import hold
from petitions.records.matters.print_models import PrintJob, PrintPart
from petitions.records.matters.printing import Wanted, ask_for_job
from petitions.records.reviews.models import CountyReview, ReviewPapers, RunUnit
from petitions.records.reviews.papers import go_on
from petitions.records.reviews.running import begin_review, begin_step, let_run_go, stop_run, take_run
from petitions.records.reviews.units import NewUnit, lay_out, take_unit
from petitions.records.work_in_hand import work_in_hand
from tests.clinic.people import matter_of, office
from tests.interview.visitors import after, screened
from tests.review.screens.offices import gathering, reviewer

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def waits(kind: str) -> datetime | None:
    """Return since when the oldest of a kind waits."""
    return next(one.waits_since for one in work_in_hand(now=timezone.now()) if one.kind == kind)


def test_nothing_waits_where_nothing_was_asked_for() -> None:
    assert {one.waits_since for one in work_in_hand(now=timezone.now())} == {None}
    assert queue.waits_since() is None


def test_the_parts_of_a_print_job_wait_while_nobody_has_one_in_hand() -> None:
    member, now = office().member(Role.ADMIN), timezone.now()
    wanted = [Wanted(matter_of(member), 1, "x"), Wanted(matter_of(member), 1, "y", "not_approved")]
    given: dict[str, Any] = {"user_id": member.user.pk, "token": "t", "options": {}}
    job = ask_for_job(wanted, organization_id=member.organization.pk, **given)
    PrintJob.objects.update(created_at=now - HOUR)
    assert waits("print_job_part") == now - HOUR
    PrintPart.objects.filter(job=job).update(lease=now + HOUR)
    assert waits("print_job_part") is None
    PrintPart.objects.filter(job=job).update(lease=now - HOUR)
    assert waits("print_job_part") == now - HOUR
    PrintJob.objects.update(state="stopped")
    assert waits("print_job_part") is None


def test_a_review_waits_from_when_it_was_asked_for_until_a_worker_leads_it() -> None:
    review = gathering(reviewer())
    assert waits("county_review") is None, "files are handed in, and nobody has begun it"
    before = timezone.now()
    begin_review(review)
    since = waits("county_review")
    assert since and before <= since <= timezone.now()
    take_run(review, worker="w")
    assert waits("county_review") is None


def test_a_review_whose_leader_fell_silent_waits_from_then_on() -> None:
    review, now = _led(), timezone.now()
    CountyReview.objects.update(lease=now - HOUR, asked_at=now - 5 * HOUR)
    assert waits("county_review") == now - HOUR
    assert stop_run(review) and waits("county_review") is None


def test_a_step_that_is_laid_out_waits_while_nobody_has_a_part_of_it_in_hand() -> None:
    review, now = _led(), timezone.now()
    begin_step(review, "read", whole=2, worker="w")
    lay_out(review, "read", [NewUnit(1, 1), NewUnit(2, 1)])
    let_run_go(review, worker="w")
    CountyReview.objects.update(step_began_at=now - HOUR)
    assert waits("county_review") == now - HOUR
    assert take_unit(review, "read", worker="v") and waits("county_review") is None
    RunUnit.objects.filter(worker="v").update(lease=now - timedelta(minutes=1))
    assert waits("county_review") == now - HOUR


def test_papers_that_are_taken_up_again_wait_from_then_on() -> None:
    review, now = gathering(reviewer()), timezone.now()
    ReviewPapers.objects.create(
        review=review,
        organization_id=review.organization_id,
        state="stopped",
        kind="bulk",
        mover="prosecutor",
        review_version=1,
        begun_at=now - 5 * HOUR,
        asked_at=now - 5 * HOUR,
    )
    assert waits("review_papers") is None
    go_on(review)
    since = waits("review_papers")
    assert since and now <= since <= timezone.now()


def test_a_sheet_waits_from_the_first_time_it_was_asked_for_until_a_worker_comes() -> None:
    folder = hold(after(screened).client.session["interview"])
    assert waits("sheet") is None, "its files are handed in, and nobody has asked to read it"
    before = timezone.now()
    with patch.object(tasks.telling, "tell", return_value=True):
        tasks.have_read(folder)
        since = waits("sheet")
        tasks.have_read(folder)
    assert since and before <= since <= timezone.now() and waits("sheet") == since
    with patch.object(tasks, "read_apart") as read:
        tasks.read_sheet.call(folder.name)
    assert read.called and waits("sheet") is None


def test_the_task_that_waits_longest_is_told_from_the_database(settings: Settings) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}
    now = timezone.now()
    for hours, state in ((3, "SUCCESSFUL"), (2, "READY"), (1, "READY")):
        made = tasks.read_sheet.enqueue("a sheet")
        DBTaskResult.objects.filter(pk=made.id).update(enqueued_at=now - hours * HOUR, status=state)
    assert queue.waits_since() == now - 2 * HOUR


def test_the_task_that_waits_longest_is_told_from_redis_or_nothing_while_it_is_away(
    settings: Settings,
) -> None:
    settings.REDIS_URL = "redis://127.0.0.1:1/0"
    jobs = [SimpleNamespace(enqueued_at=datetime(2026, 11, 24, hour, tzinfo=UTC)) for hour in (9, 7, 8)]
    with patch.object(queue, "_redis_queue", return_value=SimpleNamespace(get_jobs=lambda *_part: jobs)):
        assert queue.waits_since() == jobs[1].enqueued_at
    with patch.object(queue, "_redis_queue", side_effect=RedisAway):
        told = {one.name: one for one in WorkCollector().collect()}
    kinds = {one.labels["kind"] for one in told["clearrecord_oldest_waiting_seconds"].samples}
    assert "print_job" in kinds and "task" not in kinds


def _led() -> CountyReview:
    """Return a review that a worker leads."""
    review: CountyReview = gathering(reviewer())
    begin_review(review)
    take_run(review, worker="w")
    return review
