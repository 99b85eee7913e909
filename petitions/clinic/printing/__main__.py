"""The process that does one print job, apart from the site: it steps aside from whoever called, and works."""

from __future__ import annotations

import os
import sys

import django

from petitions.records.apart import step_aside


def main() -> None:
    """Do the job whose id stands on standard input, in a fork that nobody waits for."""
    job_id = sys.stdin.read().strip()
    step_aside()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clearrecord.settings")
    django.setup()
    from petitions.clinic.printing.work import work  # noqa: PLC0415 - Django must be set up
    from petitions.records.matters.printing import job_to_do  # noqa: PLC0415

    job = job_to_do(job_id)
    if job is not None:
        work(job)


if __name__ == "__main__":
    main()
