"""The busy paths of workers and of the clock, by their functions."""

from __future__ import annotations

import io
import secrets
from datetime import timedelta

from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.management.commands.db_worker import Worker

from petitions.access.roles import Role
from petitions.clinic.printing.apart import print_apart, print_what_waits
from petitions.clinic.printing.work import do_some
from petitions.interview.screening import today
from petitions.management.working import beat as beating
from petitions.management.working import queue
from petitions.records.beats import is_due
from petitions.records.matters.printing import jobs_of
from petitions.records.matters.transfers import accept, offer
from petitions.records.matters.writing import delete_matter
from petitions.records.reviews.keeping import new_review
from petitions.records.reviews.running import begin_review, begin_step, hold_run, take_run
from petitions.records.reviews.units import NewUnit, lay_out, take_unit, takes_left, unit_done
from petitions.records.work_in_hand import work_in_hand
from petitions.review.kept.apart import run_what_waits
from petitions.review.papers.apart import make_what_waits
from tests.access.signing_in.members import just_proved
from tests.clinic.people import office
from tests.records.plans.opening import opened
from tests.records.plans.stage import Stage


def print_work(stage: Stage) -> None:
    """Have a job told of, taken up, made and put together as a worker does."""
    job = stage.job(f"work {secrets.token_hex(4)}")
    print_apart(job)
    do_some(job)
    assert jobs_of(stage.where.organization.pk)[0].pk == job.pk


def beat(_stage: Stage) -> None:
    """Do what the beat of the workers does, every five seconds."""
    queue.waiting(most=beating.FEW + 1)
    for take_up in (print_what_waits, run_what_waits, make_what_waits):
        take_up(again=timedelta(minutes=2))
    is_due("purge", every=timedelta(hours=1), now=timezone.now())


def task(_stage: Stage) -> None:
    """Claim the next task of the queue, do it, and note that it is done."""
    Worker(
        queue_names=["default"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=1,
        worker_id=secrets.token_hex(16),
        excluded_queue_names=[],
    ).run()


def county_review(stage: Stage) -> None:
    """Open the list of county reviews; lay out a step of one, take a unit, and note that it is done."""
    made = new_review(
        organization_id=stage.where.organization.pk,
        user_id=stage.admin.user.pk,
        county="ALAMEDA",
        on=today(),
        options={},
        key=None,
    )
    opened(just_proved(stage.where.member(Role.COUNTY)), "/county/")
    begin_review(made)
    take_run(made, worker="w")
    begin_step(made, "read", whole=3, worker="w")
    lay_out(made, "read", [NewUnit(number, 1) for number in range(3)])
    hold_run(made, worker="w")
    unit = take_unit(made, "read", worker="w")
    assert unit
    unit_done(made, unit, rows=10)
    takes_left(made)


def given_away(stage: Stage) -> None:
    """Offer a matter to an office, which takes it."""
    other = office("Example Legal Help").organization
    assert accept(offer(stage.matters[-1], to=other.pk, user_id=stage.admin.user.pk))


def deleted(stage: Stage) -> None:
    """Delete a matter with all that hangs on it."""
    delete_matter(stage.ending)


def figures_of_the_site(_stage: Stage) -> None:
    """Count the work in hand, as whoever watches the site does every few seconds."""
    assert [*work_in_hand(now=timezone.now())]


def purge(_stage: Stage) -> None:
    """Delete what has been kept long enough, as the clock does every hour."""
    call_command("purge", stdout=io.StringIO())


def purge_again(stage: Stage) -> None:
    """Do so once more, as in each hour but the first of a day."""
    purge(stage)
