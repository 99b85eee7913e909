"""Measures a print job of a clinic: many matters of two cases each, from the press of the button to the finished file.

    python benchmarks/print_job.py                 100 matters, papers of each case once
    python benchmarks/print_job.py --copies        with the copies that the hall needs, separators, both sides
    python benchmarks/print_job.py --matters 20    another number

It makes a database and an organization of its own in a folder that is gone afterwards. The time is that of the workers
of this machine, from the start of ``manage.py work`` to the finished file; loading the program is part of it.
"""

from __future__ import annotations

import argparse
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
_FOLDER = tempfile.TemporaryDirectory()
os.environ["CLEARRECORD_VAR"] = _FOLDER.name
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clearrecord.settings")
AIM = 20.0

import django

django.setup()

from django.core.management import call_command

from benchmarks.invented_matters import answers_of_one
from petitions.clinic.printing.apart import print_apart
from petitions.clinic.printing.plan import Options
from petitions.clinic.printing.selection import wanted
from petitions.interview.screening import today
from petitions.records.matters.print_models import PrintJob, PrintState
from petitions.records.matters.printing import ask_for_job, folder_of, parts_of
from tests.clinic.people import matter_of, office


def main() -> None:
    """Print how long the job took, how many pages it made, and how much memory it needed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--matters", type=int, default=100)
    parser.add_argument("--copies", action="store_true")
    chosen = parser.parse_args()
    print(
        f"machine   {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, Python {platform.python_version()}"
    )
    call_command("migrate", verbosity=0)
    job = asked(chosen.matters, copies=chosen.copies)
    began = time.perf_counter()
    print_apart(job)
    with subprocess.Popen([sys.executable, "manage.py", "work"], cwd=ROOT) as workers:
        finished(job)
        seconds = time.perf_counter() - began
        workers.terminate()
    report(job, seconds=seconds)


def asked(matters: int, *, copies: bool) -> PrintJob:
    """Open so many matters and ask for their papers."""
    member = office().member("reviewer")
    options = Options() if copies else Options(prosecutor=0, petitioner=1, court=1, separators=True)
    made = [matter_of(member, answers=answers_of_one(number)) for number in range(matters)]
    wants = [wanted(one, without_approval=True, on=today()) for one in made]
    assert not [one.trouble for one in wants if one.trouble], {one.trouble for one in wants}
    kept = {"print": options.as_json(), "language": "en", "on": today().isoformat()}
    return ask_for_job(
        wants, organization_id=member.organization.pk, user_id=member.user.pk, token="benchmark", options=kept
    )


def finished(job: PrintJob) -> None:
    """Wait until the job is over."""
    while job.state in (PrintState.WAITING, PrintState.WORKING):
        time.sleep(0.05)
        job.refresh_from_db()


def report(job: PrintJob, *, seconds: float) -> None:
    """Print what came out."""
    folder = folder_of(job)
    result = folder.get("result") if folder else None
    failed = [part.trouble for part in parts_of(job) if part.state == PrintState.FAILED]
    print(
        f"job       {job.state}, {parts_of(job).count()} matters, {len(failed)} without papers {set(failed) or ''}"
    )
    print(f"pages     {job.pages:,}, {len(result or b'') / 1_000_000:.1f} MB")
    print(f"time      {seconds:.1f} s (aim {AIM:.0f}), {job.pages / seconds:,.0f} pages a second")
    memory = subprocess.run(["ps", "-o", "rss=", "-p", str(os.getpid())], capture_output=True, check=True)
    print(
        f"memory    {int(memory.stdout) / 1024:.0f} MB here; {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MB largest child"
    )


if __name__ == "__main__":
    main()
