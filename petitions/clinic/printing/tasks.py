"""What a worker is told of print jobs: to do some of one."""

from __future__ import annotations

from django_tasks import task

from petitions.clinic.printing.work import do_some
from petitions.records import telling
from petitions.records.leases import Came
from petitions.records.matters.printing import job_row_of, job_to_do


@task()
@telling.quiet
def print_some(job_id: str) -> None:
    """Make a few parts of a job; where more is left, have the next worker told."""
    job = job_to_do(job_id)
    if job is not None and do_some(job) == Came.ON:
        telling.go_on(job_row_of(job), print_some, job.pk)
