"""Run in a process and a database of its own: a job whose workers are killed again and again still ends, once and whole."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import django

django.setup()

from django.core.management import call_command
from django.test.utils import setup_test_environment
from django.utils import timezone

from petitions.clinic.printing.plan import Options
from petitions.clinic.printing.selection import wanted
from petitions.interview.screening import today
from petitions.records.matters.print_models import PrintJob, PrintState
from petitions.records.matters.printing import ask_for_job, folder_of, parts_of
from tests.clinic.people import answered, matter_of, office
from tests.pages.answered import three_filed

_ROOT = Path(__file__).resolve().parents[3]
_WORK = b"\0work\0"


def start() -> None:
    """Start the workers of a machine, as its operator does."""
    subprocess.Popen([sys.executable, "manage.py", "work", "--processes", "2"], cwd=_ROOT)


def workers() -> list[int]:
    """Return the processes that work on jobs of this very database, and the one that starts them."""
    ours = f"CLEARRECORD_VAR={os.environ['CLEARRECORD_VAR']}".encode()
    found = []
    for place in Path("/proc").iterdir():
        try:
            if (
                place.name.isdigit()
                and _WORK in (place / "cmdline").read_bytes()
                and ours in (place / "environ").read_bytes()
            ):
                found.append(int(place.name))
        except OSError:
            continue
    return found


def kill_all() -> None:
    """Kill every worker, as a machine that loses its power does."""
    while found := workers():
        for pid in found:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        with suppress(ChildProcessError):
            while os.waitpid(-1, os.WNOHANG)[0]:
                pass


def set_free(job: PrintJob) -> None:
    """Let the time of all leases be over, and have nobody remember how often it was tried."""
    own = {"lease": timezone.now(), "tries": 0}
    PrintJob.objects.filter(pk=job.pk).update(**own, told_at=None)
    parts_of(job).update(**own)
    job.refresh_from_db()


def main(kills: int) -> None:
    """Kill so often, then let it end; print what came out."""
    setup_test_environment()
    call_command("migrate", verbosity=0)
    member = office().member("reviewer")
    answers = [answered(), answered(three_filed)]
    wants = [
        wanted(matter_of(member, answers=answers[n % 2]), without_approval=True, on=today()) for n in range(6)
    ]
    kept = {"print": Options().as_json(), "language": "en", "on": today().isoformat()}
    job = ask_for_job(
        wants, organization_id=member.organization.pk, user_id=member.user.pk, token="t", options=kept
    )
    chance, killed = random.Random(7), 0
    while killed < kills:
        set_free(job)
        if job.state == PrintState.DONE:
            break
        start()
        time.sleep(chance.uniform(1.5, 5.0))
        kill_all()
        killed += 1
    set_free(job)
    start()
    end = time.monotonic() + 90
    while job.state != PrintState.DONE and time.monotonic() < end:
        time.sleep(0.2)
        job.refresh_from_db()
    kill_all()
    folder = folder_of(job)
    names = sorted(folder.names()) if folder else []
    pages = [part.pages for part in parts_of(job)]
    drafts = [one.name for one in folder.place.path.iterdir() if one.name.startswith(".")] if folder else []
    print(
        job.state,
        job.pages == sum(pages),
        len(set(pages[::2])),
        len(set(pages[1::2])),
        names,
        killed > 0,
        drafts,
    )


if __name__ == "__main__":
    main(int(sys.argv[1]))
