"""Measures how fast pages come while 1, 20 and 100 people answer at the same time, and how many queries each makes.

    python benchmarks/pages.py                 all three, in about four minutes
    python benchmarks/pages.py --people 20     another number of people, as often as wanted

The site runs as bin/run starts it: gunicorn with two processes of four threads, and SQLite. Each person goes from
the start page over the questions and the result to check-your-answers, and looks at each page for one to three
seconds, which nobody does so fast; the first one alone does not wait. Times are those that the person waits, from
the request to the last byte, in ms. The papers are not made here: benchmarks/packet.py measures that.
"""

from __future__ import annotations

import argparse
import http.client
import os
import platform
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urlencode

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clearrecord.settings")

import django
from django.db import connection
from django.test.utils import setup_test_environment

django.setup()

from benchmarks.served_site import Answered, ask, served
from tests.interview.counting import Counting, label
from tests.interview.walk import POSSESSION, Walk

PEOPLE = (1, 20, 100)
ALONE = 5
"""So many people one after the other where one is measured alone."""
READS = (1.0, 3.0)
"""For so many seconds a person looks at a page, where there are several people."""
AIM = {1: 25.0, 100: 250.0}
MOST_QUERIES = 8
Times = dict[str, list[float]]


@dataclass(slots=True)
class Browser:
    """One person's browser, with the interface of Django's test client; it notes how long each page took."""

    port: int
    reads: tuple[float, float] | None
    times: Times = field(default_factory=lambda: defaultdict(list))
    cookies: dict[str, str] = field(default_factory=dict)

    def get(self, path: str) -> Answered:
        """Open a page, after a look at the one before."""
        if self.reads:
            time.sleep(random.uniform(*self.reads))
        return self._ask("GET", path, body=None)

    def post(self, path: str, data: Mapping[str, Any] | None = None) -> Answered:
        """Send a form."""
        fields = {"csrfmiddlewaretoken": self.cookies.get("csrf", ""), **(data or {})}
        return self._ask("POST", path, body=urlencode(fields, doseq=True))

    def _ask(self, method: str, path: str, *, body: str | None) -> Answered:
        began = time.perf_counter()
        answered = ask(self.port, method, path, cookies=self.cookies, body=body)
        self.times[label(method, path)].append((time.perf_counter() - began) * 1_000)
        self.cookies |= answered.cookies
        return answered


def main() -> None:
    """Print the times of each page for each number of people, and the queries of each page."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--people", type=int, action="append", help="so many at the same time")
    chosen = parser.parse_args().people or PEOPLE
    load = f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, Python {platform.python_version()}"
    print(f"machine   {load}")
    with site() as port:
        for people in chosen:
            measure(people, port=port)
    queries()


def measure(people: int, *, port: int) -> None:
    """Let so many people go through at the same time, and print what they waited."""
    reads = READS if people > 1 else None
    browsers = [Browser(port, reads) for _ in range(people if people > 1 else ALONE)]
    faults: list[str] = []
    began = time.perf_counter()
    if people == 1:
        for browser in browsers:
            go_through(browser, faults=faults)
    else:
        visits = [Thread(target=go_through, args=(one,), kwargs={"faults": faults}) for one in browsers]
        for visit in visits:
            visit.start()
        for visit in visits:
            visit.join()
    report(people, gathered(browsers), seconds=time.perf_counter() - began, faults=faults)


def go_through(browser: Browser, *, faults: list[str]) -> None:
    """Go the whole way; note what went wrong without stopping the others."""
    try:
        walk(browser)
    except (AssertionError, OSError, http.client.HTTPException) as fault:
        faults.append(f"{type(fault).__name__}: {fault}"[:200])


def walk(client: Any) -> None:
    """Go from the start page to check-your-answers."""
    Walk(client).begin().until(POSSESSION).go("/papers/before/").file().go("/papers/check/")


def report(people: int, times: Times, *, seconds: float, faults: list[str]) -> None:
    """Print a line for each page, and whether the aim was met."""
    every = [one for found in times.values() for one in found]
    aim = AIM.get(people)
    print(f"\n{people} at the same time: {len(every) / seconds:,.0f} requests a second, {len(faults)} faults")
    print(f"  {'':<34}{'requests':>9}{'p50':>9}{'p95':>9}")
    for name, found in sorted(times.items()):
        print(f"  {name:<34}{len(found):>9,}{centile(found, 50):>9.1f}{centile(found, 95):>9.1f}")
    said = f"  (aim {aim:.0f})" if aim else ""
    print(f"  {'all':<34}{len(every):>9,}{centile(every, 50):>9.1f}{centile(every, 95):>9.1f}{said}")
    for fault in faults[:5]:
        print(f"  fault: {fault}")


def queries() -> None:
    """Print the most queries that each page makes, by Django's test client in a database of its own."""
    browser = Counting()
    setup_test_environment()
    before = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0)
    try:
        walk(browser)
    finally:
        connection.creation.destroy_test_db(before, verbosity=0)
    print(f"\nqueries of a page at most (aim {MOST_QUERIES})")
    for name, most in sorted(browser.most.items()):
        print(f"  {name:<34}{most:>9}")


def gathered(browsers: list[Browser]) -> Times:
    """Put the times of all browsers together."""
    together: Times = defaultdict(list)
    for browser in browsers:
        for name, found in browser.times.items():
            together[name] += found
    return together


def centile(found: list[float], which: int) -> float:
    """Return the time below which so many of a hundred are."""
    return statistics.quantiles(found, n=100, method="inclusive")[which - 1] if len(found) > 1 else found[0]


@contextmanager
def site() -> Iterator[int]:
    """Run the site with a new database; give its port."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "CLEARRECORD_VAR": folder}
        subprocess.run(
            [sys.executable, "manage.py", "prepare"],
            cwd=ROOT,
            env=environment,
            check=True,
            capture_output=True,
        )
        with served(environment) as port:
            yield port


if __name__ == "__main__":
    main()
