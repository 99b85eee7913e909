"""Starts the process of a print job, apart from the site, so that neither a page nor a restart ends it."""

from __future__ import annotations

from django.utils import timezone

from petitions.records.apart import start_apart
from petitions.records.matters.models import PrintJob, PrintState


def print_apart(job: PrintJob) -> None:
    """Have a job done, unless a worker holds it or it is over."""
    is_open = job.state in (PrintState.WAITING, PrintState.WORKING)
    is_held = job.lease is not None and job.lease > timezone.now()
    if not is_open or is_held:
        return
    start_apart("petitions.clinic.printing", job.pk.encode())
