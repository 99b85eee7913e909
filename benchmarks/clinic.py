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
import http.client
import io
import json
import os
import platform
import random
import re
import secrets
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock, Thread
from urllib.parse import urlencode, urlsplit, urlunsplit

import django
import psycopg

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
VOLUNTEERS, MATTERS, CASES = 40, 400, 3
AIM = 150.0
PAUSE = (1.0, 3.0)
AT_ONCE = 100
_TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="([^"]+)"')
_FORM_TOKEN = re.compile(rb'name="token" value="([^"]+)"')
GUNICORN = ("--preload", "--workers", "2", "--threads", "4", "--timeout", "60", "--log-level", "warning")
COUNTIES = ("Los Angeles", "San Diego", "Alameda", "Fresno", "Orange", "Kern")


@dataclass
class Told:
    """What the site said it saved, over all volunteers: matter -> cell -> text; and how long each save took, in ms."""

    saved: dict[str, dict[str, str]] = field(default_factory=dict)
    times: list[float] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    lock: Lock = field(default_factory=Lock)


@dataclass(frozen=True)
class Typing:
    """One matter that somebody types: who, where, and what is told of it."""

    browser: Browser
    told: Told
    chance: random.Random
    path: str

    @property
    def matter(self) -> str:
        """Return the id of the matter."""
        return self.path.split("/")[3]


@dataclass
class Browser:
    """One member's browser."""

    port: int
    session: str
    csrf: str = ""
    token: str = ""

    def ask(
        self, method: str, path: str, fields: list[tuple[str, str]] | None = None
    ) -> tuple[int, http.client.HTTPMessage, bytes]:
        """Ask, with the member's cookies."""
        headers = {"Cookie": f"session={self.session}; csrf={self.csrf}"}
        body = None
        if fields is not None:
            body = urlencode([("csrfmiddlewaretoken", self.token), *fields])
            headers |= {"Content-Type": "application/x-www-form-urlencoded", "X-Asked-By": "script"}
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request(method, path, body=body, headers=headers)
        answer = connection.getresponse()
        content = answer.read()
        connection.close()
        for cookie in answer.headers.get_all("Set-Cookie", []):
            name, _, rest = cookie.partition("=")
            if name == "csrf":
                self.csrf = rest.partition(";")[0]
        found = _TOKEN.search(content)
        self.token = found[1].decode() if found else self.token
        return answer.status, answer.headers, content


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
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {
            "CLEARRECORD_VAR": folder,
            "DATABASE_URL": new_database(),
            "DJANGO_SETTINGS_MODULE": "clearrecord.settings",
        }
        sessions, attorney = members(chosen.volunteers)
        port = free_port()
        server = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", "clearrecord.wsgi", "--bind", f"127.0.0.1:{port}", *GUNICORN],
            cwd=ROOT,
        )
        try:
            wait_for(port)
            told = typed(port, sessions, matters=chosen.matters)
            report_saves(told)
            report_stored(told, matters=chosen.matters)
            printed(Browser(port, attorney), told)
        finally:
            server.terminate()
            server.wait()


def new_database() -> str:
    """Make an empty database on the server for tests; return its address."""
    server = os.environ.get("CLEARRECORD_TEST_POSTGRES")
    if not server:
        sys.exit("Run this with bin/with_postgresql, or set CLEARRECORD_TEST_POSTGRES.")
    name = f"clinic_{secrets.token_hex(4)}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"'.encode())
    return urlunsplit(urlsplit(server)._replace(path=f"/{name}"))


def members(volunteers: int) -> tuple[list[str], str]:
    """Make an office with so many volunteers and an attorney; return their sessions."""
    django.setup()
    from django.core.management import call_command  # noqa: PLC0415 - Django is set up by now

    call_command("migrate", verbosity=0)
    from tests.clinic.people import Office, office  # noqa: PLC0415 - Django is set up by now

    where: Office = office()
    made = [where.member("volunteer", other=str(number)) for number in range(volunteers)]
    sessions = [one.client.cookies["session"].value for one in made]
    return sessions, where.member("reviewer").client.cookies["session"].value


def typed(port: int, sessions: list[str], *, matters: int) -> Told:
    """Let all volunteers type at once."""
    told = Told()
    share = [matters // len(sessions) + (number < matters % len(sessions)) for number in range(len(sessions))]
    threads = [
        Thread(target=work, args=(Browser(port, session), told, number, count))
        for number, (session, count) in enumerate(zip(sessions, share, strict=True))
    ]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    seconds = time.perf_counter() - began
    print(
        f"typing    {len(sessions)} volunteers, {len(told.saved)} matters, {len(told.times):,} saves in {seconds:.0f} s ({len(told.times) / seconds:.1f} a second)"
    )
    return told


def work(browser: Browser, told: Told, number: int, matters: int) -> None:
    """Type so many matters; a fault is noted and ends only this matter."""
    chance = random.Random(number)
    for count in range(matters):
        try:
            one_matter(browser, told, chance, f"Testa Volunteer{number} Person{count}")
        except (OSError, AssertionError, http.client.HTTPException, ValueError) as fault:
            with told.lock:
                told.faults.append(f"{type(fault).__name__}: {str(fault)[:120]}")


def one_matter(browser: Browser, told: Told, chance: random.Random, name: str) -> None:
    """Open a matter and type three cases."""
    _status, _headers, page = browser.ask("GET", "/clinic/matters/new/")
    token = _FORM_TOKEN.search(page)
    assert token, "no form"
    opening = [
        ("name", name),
        ("language", "en"),
        ("attorney", ""),
        ("agreed", "on"),
        ("token", token[1].decode()),
    ]
    status, headers, _body = browser.ask("POST", "/clinic/matters/new/", opening)
    assert status == 302, status
    browser.ask("POST", "/clinic/matters/new/", opening)  # pressed twice
    path = headers["Location"]
    browser.ask("GET", path)
    typing = Typing(browser, told, chance, path)
    with told.lock:
        told.saved[typing.matter] = {"name": name}
    for place in range(1, CASES + 1):
        if place > 1:
            browser.ask("POST", f"{path}rows/", [("do", "add:")])
        for cell, control, text in case_cells(f"c{place}", chance):
            save(typing, cell, control, text)
    for cell, control, text in person_cells():
        save(typing, cell, control, text)


def save(typing: Typing, cell: str, control: str, text: str) -> None:
    """Leave one box, after the time that typing takes; note what the site says."""
    time.sleep(typing.chance.uniform(*PAUSE))
    told, matter = typing.told, typing.matter
    fields = [(f"{cell}.{control}", text)] + ([(f"{cell}.ticks", "1")] if control == "answer[]" else [])
    began = time.perf_counter()
    status, _headers, body = typing.browser.ask("POST", f"{typing.path}cells/", fields)
    took = (time.perf_counter() - began) * 1_000
    answer = json.loads(body) if status == 200 else {}
    with told.lock:
        told.times.append(took)
        if cell in answer.get("saved", ()):
            told.saved[matter][cell] = text
        else:
            told.faults.append(f"{cell} {status} {str(answer.get('refused'))[:80]}")


def case_cells(place: str, chance: random.Random) -> list[tuple[str, str, str]]:
    """Return what is typed for one case: cell, control, text."""
    return [
        (f"{place}.county", "text", chance.choice(COUNTIES)),
        (f"{place}.case-number", "text", f"CR{chance.randrange(10**6)}"),
        (f"{place}.crime", "text", chance.choice(("11357", "11358", "11359", "11360"))),
        (f"{place}.level", "answer", "felony"),
        (f"{place}.when", "text", str(chance.randrange(1990, 2015))),
        (f"{place}.age", "answer", "21_or_older"),
        (f"{place}.sentence", "answer", "completed"),
        (f"{place}.ending", "answer", "convicted"),
        (f"{place}.court", "answer", "california_adult"),
        (f"{place}.changed", "answer[]", "none"),
        (f"{place}.courthouse", "answer", "unsure"),
        (f"{place}.prosecutor", "answer", "district_attorney"),
        (f"{place}.judge", "answer", "yes"),
        (f"{place}.hearing", "answer", "no"),
        (f"{place}.order", "answer", "no"),
        (f"{place}.server", "answer", "unknown"),
    ]


def person_cells() -> list[tuple[str, str, str]]:
    """Return what is typed of the person."""
    return [
        ("you.name-now", "answer", "same"),
        ("you.mail", "answer", "no"),
        ("you.lawyer", "answer", "no"),
        ("you.serious-crimes", "answer", "no"),
        ("you.registration", "answer", "no"),
    ]


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
        _status, _headers, page = browser.ask("POST", "/clinic/print/new/", chosen)
        token = _FORM_TOKEN.search(page)
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
        status, headers, _body = browser.ask("POST", "/clinic/print/new/", [*chosen, *options])
        assert status == 302, status
        made, sides = finished(browser, headers["Location"])
        packets, pages = packets + made, pages + sides
    seconds = time.perf_counter() - began
    print(f"printing  {packets:,} packets of {len(matters) * CASES:,}, {pages:,} pages in {seconds:.0f} s")


def finished(browser: Browser, path: str) -> tuple[int, int]:
    """Wait for a job as its page does; count the files in its ZIP."""
    from petitions.records.matters.models import PrintJob  # noqa: PLC0415 - Django is set up by now

    browser.ask("GET", path)
    while json.loads(browser.ask("GET", f"{path}now/")[2])["goes_on"]:
        time.sleep(0.5)
    status, _headers, content = browser.ask("GET", f"{path}file/")
    assert status == 200, status
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
    assert len(names) == len(set(names)), "a packet is doubled"
    return len(names), PrintJob.objects.get(pk=path.split("/")[3]).pages


def free_port() -> int:
    """Return a port that nobody uses."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def wait_for(port: int) -> None:
    """Wait until the site answers in both processes."""
    end = time.monotonic() + 60
    while True:
        try:
            for _time in range(8):
                Browser(port, "").ask("GET", "/")
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)
        else:
            return


if __name__ == "__main__":
    main()
