"""Measures how long other people wait while somebody sends two hundred wrong sign-ins a second.

    .venv/bin/python benchmarks/login_flood.py                       a minute, once from one address, once from hundreds
    .venv/bin/python benchmarks/login_flood.py --seconds 10 --rate 50

The site runs as it is deployed (production settings, gunicorn with two processes of four threads, PostgreSQL), with the
hashing of passwords that it has there. Meanwhile twenty people answer the interview, and a member signs in from where
they signed in before. Sign-ins are sent at their time whether or not earlier ones were answered. Ends with 1 where the
other people's p95 is over a second, or the member could not sign in.
"""

from __future__ import annotations

import argparse
import functools
import http.client
import os
import platform
import random
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Lock, Thread
from urllib.parse import urlencode

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.deployed_site import DeployedSite, asked, deployed
from benchmarks.own_postgresql import NoServer
from benchmarks.soak_people import Told, people

RATE, SECONDS, PEOPLE = 200, 60.0, 20
SLOWEST = 1.0
_AT_ONCE = 96
_SIGN_IN = "/account/login/"
_NAME, _PASSWORD = "flooded", "correct horse battery staple"
_HOME = "203.0.113.7"
_CSRF = "__Host-csrf"
_MEMBER = f"""
import django; django.setup()
from petitions.access.models import User
User.objects.create_user("{_NAME}", "flooded@example.org", "{_PASSWORD}")
"""


@dataclass
class Flood:
    """Wrong sign-ins, ``rate`` a second, from so many addresses at accounts that mostly do not exist."""

    port: int
    rate: float
    addresses: int
    answers: Counter[int] = field(default_factory=Counter)
    sent: int = 0
    _lock: Lock = field(default_factory=Lock)

    def run(self, seconds: float) -> None:
        """Send at the rate; what the site does not answer in time is sent all the same, as far as there are hands."""
        cookies: dict[str, str] = {}
        asked(self.port, "GET", _SIGN_IN, cookies=cookies)
        began = time.monotonic()
        with ThreadPoolExecutor(_AT_ONCE) as hands:
            for number in range(int(seconds * self.rate)):
                time.sleep(max(0.0, began + number / self.rate - time.monotonic()))
                if time.monotonic() > began + seconds:
                    break
                self.sent += 1
                hands.submit(self._once, number, dict(cookies))
            hands.shutdown(cancel_futures=True)

    def _once(self, number: int, cookies: dict[str, str]) -> None:
        address = number % self.addresses
        name = _NAME if number % 7 == 0 else f"nobody{number % 1000}"
        status, _seconds = sign_in(
            self.port,
            cookies,
            name=name,
            password=f"wrong {number}",
            by=f"192.0.{address // 250}.{address % 250 + 1}",
        )
        with self._lock:
            self.answers[status] += 1


def sign_in(port: int, cookies: dict[str, str], *, name: str, password: str, by: str) -> tuple[int, float]:
    """Send a name and a password; return the status, 0 for none, and the seconds."""
    body = urlencode({"csrfmiddlewaretoken": cookies[_CSRF], "login": name, "password": password})
    began = time.monotonic()
    try:
        status = asked(port, "POST", _SIGN_IN, cookies=cookies, body=body, by=by).status_code
    except (OSError, http.client.HTTPException):
        status = 0
    return status, time.monotonic() - began


@dataclass
class Member:
    """A member of an office who signs in every few seconds, from an address where they did so before."""

    port: int
    over: Event
    seconds: list[float] = field(default_factory=list)
    refused: int = 0

    def live(self) -> None:
        """Sign in until it is over."""
        while not self.over.wait(3.0):
            cookies: dict[str, str] = {}
            asked(self.port, "GET", _SIGN_IN, cookies=cookies, by=_HOME)
            status, seconds = sign_in(self.port, cookies, name=_NAME, password=_PASSWORD, by=_HOME)
            self.seconds.append(seconds)
            self.refused += status != 302


def main() -> None:
    """Measure without a flood, with one from one address, and with one from many."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seconds", type=float, default=SECONDS)
    parser.add_argument("--rate", type=float, default=RATE)
    parser.add_argument("--people", type=int, default=PEOPLE)
    parser.add_argument(
        "--addresses", type=int, action="append", help="flood from so many; as often as wanted"
    )
    chosen = parser.parse_args()
    print(
        f"machine   {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, Python {platform.python_version()}, PostgreSQL"
    )
    try:
        with deployed() as site:
            run = [sys.executable, "-c", _MEMBER]
            subprocess.run(run, cwd=ROOT, env=site.environment, check=True)
            floods = chosen.addresses or [1, 500]
            held = [measure(site, chosen, addresses=addresses) for addresses in (0, *floods)]
    except NoServer:
        sys.exit("PostgreSQL is not installed here: bin/with_postgresql installs it.")
    sys.exit(0 if all(held) else 1)


def measure(site: DeployedSite, chosen: argparse.Namespace, *, addresses: int) -> bool:
    """Measure once, print it, and say whether the aim was met."""
    over, told = Event(), Told()
    member = Member(site.port, over)
    flood = Flood(site.port, chosen.rate, addresses)
    with _going_on(site, over, told, member, count=chosen.people):
        if addresses:
            flood.run(chosen.seconds)
        else:
            time.sleep(chosen.seconds / 2)
    times = sorted(one.seconds * 1_000 for one in told.asked)
    cuts = statistics.quantiles(times, n=100, method="inclusive")
    name = f"{addresses} addresses" if addresses else "no flood"
    failed = sum(one.status == 0 or one.status >= 400 for one in told.asked)
    print(
        f"{name:<14} others p50 {cuts[49]:.0f} ms, p95 {cuts[94]:.0f} ms (aim {SLOWEST * 1_000:.0f}), {failed} of {len(times):,} failed"
    )
    said = ", ".join(f"{count} x {status or 'no answer'}" for status, count in sorted(flood.answers.items()))
    if addresses:
        print(
            f"{'':<14} {flood.sent:,} wrong sign-ins sent, {flood.sent / chosen.seconds:.0f} a second: {said}"
        )
    print(
        f"{'':<14} the member signed in {len(member.seconds) - member.refused} of {len(member.seconds)} times, median {statistics.median(member.seconds or [0]) * 1_000:.0f} ms"
    )
    return cuts[94] <= SLOWEST * 1_000 and not failed and not member.refused


@contextmanager
def _going_on(site: DeployedSite, over: Event, told: Told, member: Member, *, count: int) -> Iterator[None]:
    """Let people answer and the member sign in while the block runs; the member was there before."""
    cookies: dict[str, str] = {}
    asked(site.port, "GET", _SIGN_IN, cookies=cookies, by=_HOME)
    sign_in(site.port, cookies, name=_NAME, password=_PASSWORD, by=_HOME)
    ask = functools.partial(asked, site.port)
    seed = random.randrange(1_000)
    threads = [Thread(target=one.live) for one in people(count, ask=ask, told=told, over=over, seed=seed)]
    threads.append(Thread(target=member.live))
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        over.set()
        for thread in threads:
            thread.join()


if __name__ == "__main__":
    main()
