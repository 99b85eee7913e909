"""Starts the process of a print job, apart from the site, so that neither a page nor a restart ends it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from django.utils import timezone

from petitions.records.matters.models import PrintJob, PrintState

_PROGRAM = Path(__file__).resolve().parents[3]
_PATIENCE = 20


def print_apart(job: PrintJob) -> None:
    """Have a job done, unless a worker holds it or it is over."""
    is_open = job.state in (PrintState.WAITING, PrintState.WORKING)
    is_held = job.lease is not None and job.lease > timezone.now()
    if not is_open or is_held:
        return
    subprocess.run(
        [sys.executable, "-m", "petitions.clinic.printing"],
        input=job.pk.encode(),
        stdout=subprocess.DEVNULL,
        cwd=_PROGRAM,
        timeout=_PATIENCE,
        check=True,
    )
