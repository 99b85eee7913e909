"""Has print jobs done apart from the site, so that neither a page nor a restart ends one."""

from __future__ import annotations

from datetime import timedelta

from petitions.clinic.printing.tasks import print_some
from petitions.records.matters.print_models import PrintJob
from petitions.records.matters.print_parts import takes_left
from petitions.records.matters.printing import job_row_of, open_jobs
from petitions.records.telling import AGAIN, tell, unheard


def print_apart(job: PrintJob, *, again: timedelta = AGAIN) -> None:
    """Have a job done, unless workers were told of it lately, hold all of it, or it is over."""
    rows = job_row_of(job)
    times = takes_left(job) if rows.exists() else 0
    if times:
        tell(rows, print_some, job.pk, times=times, again=again)


def print_what_waits(*, again: timedelta) -> None:
    """Have each job done of which workers have heard nothing for so long."""
    for job in unheard(open_jobs(), again=again):
        print_apart(job, again=again)
