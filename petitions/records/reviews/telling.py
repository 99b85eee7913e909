"""Has workers told of a run, which is a review or its papers: that it waits, or that more of it is left."""

from __future__ import annotations

from datetime import timedelta

from django_tasks.base import Task

from petitions.records.leases import Came
from petitions.records.reviews.running import HeldRun, open_row
from petitions.records.reviews.units import takes_left
from petitions.records.telling import go_on, tell


def tell_of(run: HeldRun, task: Task[[str], None], *, again: timedelta) -> None:
    """Have workers told, unless they were lately, hold all of it, or it is over."""
    times = takes_left(run)
    if times:
        tell(open_row(run), task, str(run.pk), times=times, again=again)


def tell_of_rest(run: HeldRun, task: Task[[str], None], *, came: Came) -> None:
    """Have the next worker told where more of a step is left, at a new step all that could do something."""
    if came == Came.ON:
        go_on(open_row(run), task, str(run.pk))
    if came == Came.NEXT:
        go_on(open_row(run), task, str(run.pk), times=takes_left(run))
