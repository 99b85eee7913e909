"""Simulates a clinic day against the real site with PostgreSQL: forty volunteers type four hundred matters of three cases.

    bin/with_postgresql .venv/bin/python benchmarks/clinic.py               as it is meant: in about twelve minutes
    bin/with_postgresql .venv/bin/python benchmarks/clinic.py --matters 80  a fifth of it

Each volunteer opens matters one after the other and types three cases, box by box, as the page does: each box is sent
when it is left, after one to three seconds, which is faster than people type. Then the attorneys print all of it, a
hundred matters at a time, and what is stored is compared with what the site said it saved. The site runs as bin/run
starts it: gunicorn, two processes of four threads.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import platform
import statistics
import sys
import tempfile
import time
import zipfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import django

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.clinic_typing import CASES, FORM_TOKEN, Browser, Told, typed
from benchmarks.own_postgresql import empty_database
from benchmarks.served_site import served

if TYPE_CHECKING:
    from tests.clinic.people import Office

VOLUNTEERS, MATTERS = 40, 400
AIM = 150.0
AT_ONCE = 100


def main() -> None:
    """Run the day, and print what it was like."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--matters", type=int, default=MATTERS)
    parser.add_argument("--volunteers", type=int, default=VOLUNTEERS)
    chosen = parser.parse_args()
    print(
        f"machine   {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, Python {platform.python_version()}, PostgreSQL"
    )
    with tempfile.TemporaryDirectory() as folder, empty_database(server()) as url:
        os.environ |= {
            "CLEARRECORD_VAR": folder,
            "DATABASE_URL": url,
            "DJANGO_SETTINGS_MODULE": "clearrecord.settings",
        }
        sessions, where = members(chosen.volunteers)
        with served(os.environ) as port:
            told = typed(port, sessions, matters=chosen.matters)
            report_saves(told)
            report_stored(told, matters=chosen.matters)
            attorney = where.member("reviewer").client  # signs in only now: who does nothing is signed out
            printed(Browser(port, attorney.cookies["session"].value), told)


def server() -> str:
    """Return the address of the server for tests."""
    named = os.environ.get("CLEARRECORD_TEST_POSTGRES")
    if not named:
        sys.exit("Run this with bin/with_postgresql, or set CLEARRECORD_TEST_POSTGRES.")
    return named


def members(volunteers: int) -> tuple[list[str], Office]:
    """Make an office with so many volunteers; return their sessions, and the office."""
    django.setup()
    from django.core.management import call_command  # noqa: PLC0415 - Django is set up by now

    call_command("migrate", verbosity=0)
    from tests.clinic.people import office  # noqa: PLC0415 - Django is set up by now

    where = office()
    made = [where.member("volunteer", other=str(number)) for number in range(volunteers)]
    sessions = [one.client.cookies["session"].value for one in made]
    return sessions, where


def report_saves(told: Told) -> None:
    """Print how long saves took."""
    cuts = statistics.quantiles(told.times, n=100, method="inclusive")
    print(
        f"saves     p50 {cuts[49]:.0f} ms, p95 {cuts[94]:.0f} ms (aim {AIM:.0f}), p99 {cuts[98]:.0f} ms, worst {max(told.times):.0f} ms, {len(told.faults)} faults"
    )
    for fault, times in Counter(told.faults).most_common(5):
        print(f"  {times} x {fault}")


def report_stored(told: Told, *, matters: int) -> None:
    """Compare what is stored with what the site said it saved."""
    from petitions.interview.answers import conviction_ids, has_place  # noqa: PLC0415 - Django is set up by now
    from petitions.interview.questions import question_of  # noqa: PLC0415 - Django is set up by now
    from petitions.records.matters.models import Matter  # noqa: PLC0415 - Django is set up by now
    from petitions.records.matters.reading import answers_of  # noqa: PLC0415 - Django is set up by now

    rows = {row.pk: row for row in Matter.objects.select_related("interview")}
    lost, doubled = [], len(rows) - len(told.saved)
    for matter, cells in told.saved.items():
        answers = answers_of(rows[matter]).answers
        if len(conviction_ids(answers)) != CASES:
            lost.append((matter, "cases"))
        for cell in cells:
            place, _, key = cell.partition(".")
            question = question_of(key)
            if question and has_place(answers, place, question) and f"{place}/{key}" not in answers["trail"]:
                lost.append((matter, cell))
    numbers = Counter(row.number for row in rows.values())
    print(
        f"stored    {len(rows)} matters of {matters}, {len(lost)} answers lost, {doubled} matters doubled, {sum(n > 1 for n in numbers.values())} numbers given twice"
    )


def printed(browser: Browser, told: Told) -> None:
    """Print everything, a hundred matters at a time, and count the packets."""
    matters, packets, pages = list(told.saved), 0, 0
    began = time.perf_counter()
    for start in range(0, len(matters), AT_ONCE):
        chosen = [("matters", one) for one in matters[start : start + AT_ONCE]]
        browser.ask("GET", "/clinic/")
        page = browser.ask("POST", "/clinic/print/new/", chosen)
        token = FORM_TOKEN.search(page.content)
        assert token, "no print form"
        options = [
            ("kind", "folders"),
            ("order", "number"),
            ("court", "1"),
            ("prosecutor", "1"),
            ("petitioner", "1"),
            ("both_sides", "on"),
            ("without_approval", "on"),
            ("print", "1"),
            ("token", token[1].decode()),
        ]
        answered = browser.ask("POST", "/clinic/print/new/", [*chosen, *options])
        assert answered.status_code == 302, answered.status_code
        made, sides = finished(browser, answered.headers["Location"])
        packets, pages = packets + made, pages + sides
    seconds = time.perf_counter() - began
    print(f"printing  {packets:,} packets of {len(matters) * CASES:,}, {pages:,} pages in {seconds:.0f} s")


def finished(browser: Browser, path: str) -> tuple[int, int]:
    """Wait for a job as its page does; count the files in its ZIP."""
    from petitions.records.matters.print_models import PrintJob  # noqa: PLC0415 - Django is set up by now

    browser.ask("GET", path)
    while json.loads(browser.ask("GET", f"{path}now/").content)["goes_on"]:
        time.sleep(0.5)
    answered = browser.ask("GET", f"{path}file/")
    assert answered.status_code == 200, answered.status_code
    with zipfile.ZipFile(io.BytesIO(answered.content)) as archive:
        names = archive.namelist()
    assert len(names) == len(set(names)), "a packet is doubled"
    return len(names), PrintJob.objects.get(pk=path.split("/")[3]).pages


if __name__ == "__main__":
    main()
