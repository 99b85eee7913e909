"""Lets a hundred people answer at the same time while workers are killed, the database restarts and the disk fills up.

    .venv/bin/python benchmarks/soak.py                  as it is meant: fifteen minutes, a fault about every minute
    .venv/bin/python benchmarks/soak.py --minutes 3      less

The site runs as it is deployed: production settings, gunicorn with two processes of four threads, a PostgreSQL of its
own on a small disk in memory (root only; elsewhere the disk is not filled, and this is said). Each person looks at each
page for two to six seconds; one that fails is tried again. Afterwards each answer of which the site said that it is saved
is looked for in the store. Ends with 1 where an aim is missed: nothing lost, 99 of 100 requests outside the faults within
a second, 30 seconds until it works again, less than 5 % more memory, nothing typed in a log. The site has no Redis.
"""

from __future__ import annotations

import argparse
import functools
import json
import os
import platform
import random
import secrets
import statistics
import sys
import time
from collections import Counter
from dataclasses import asdict, dataclass, field
from pathlib import Path
from threading import Event, Thread

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.deployed_site import DeployedSite, asked, deployed
from benchmarks.own_postgresql import NoServer
from benchmarks.soak_faults import LONGEST_RECOVERY, Fault, Faults, Health
from benchmarks.soak_memory import Growth, Memory
from benchmarks.soak_people import CANARY, Asked, Told, people

PEOPLE, MINUTES = 100, 15.0
SLOWEST, MOST_GROWTH = 1.0, 5.0
_LAST_PART = 0.12
"""In this last part of the time no fault begins, so that each is seen out."""


@dataclass
class Outcome:
    """What came of it."""

    requests: int = 0
    interviews: int = 0
    acknowledged: int = 0
    lost: list[str] = field(default_factory=list)
    p50: float = 0.0
    p95: float = 0.0
    p99: float = 0.0
    failed_outside: list[str] = field(default_factory=list)
    dishonest: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    growths: list[Growth] = field(default_factory=list)
    canaries: list[str] = field(default_factory=list)
    is_filled: bool = False

    def missed(self) -> list[str]:
        """Name each aim that was missed."""
        found = {
            "answers lost": bool(self.lost),
            "p99 over a second outside the faults": self.p99 > SLOWEST * 1_000,
            "pages failed outside the faults": bool(self.failed_outside),
            "pages failed without saying so honestly": bool(self.dishonest),
            "recovery too slow": any(one.recovery > LONGEST_RECOVERY for one in self.faults),
            "health not red": any(not one.was_red for one in self.faults if one.name != "worker killed"),
            "memory grows": any(one.percent >= MOST_GROWTH for one in self.growths),
            "typed words in a log": bool(self.canaries),
        }
        return [name for name, is_missed in found.items() if is_missed]


def main() -> None:
    """Run it, print what came of it, and end with 1 where an aim was missed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--minutes", type=float, default=MINUTES)
    parser.add_argument("--people", type=int, default=PEOPLE)
    parser.add_argument(
        "--every", type=float, help="seconds between two faults; else a fifteenth of the time"
    )
    parser.add_argument(
        "--seed", type=int, default=secrets.randbelow(10_000), help="decides which faults come when"
    )
    parser.add_argument("--json", type=Path, help="write what came of it here too")
    chosen = parser.parse_args()
    print(
        f"machine   {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, Python {platform.python_version()}, PostgreSQL; seed {chosen.seed}"
    )
    try:
        with deployed() as site:
            found = soak(site, chosen)
    except NoServer:
        sys.exit("PostgreSQL is not installed here: bin/with_postgresql installs it.")
    report(found)
    if chosen.json:
        chosen.json.write_text(json.dumps({**asdict(found), "missed": found.missed()}))
    sys.exit(1 if found.missed() else 0)


def soak(site: DeployedSite, chosen: argparse.Namespace) -> Outcome:
    """Let people answer and faults happen for the time; return what came of it."""
    seconds, told, over = chosen.minutes * 60, Told(), Event()
    health, memory = Health(site.port), Memory(site, warm=min(60.0, seconds / 10))
    ask = functools.partial(asked, site.port)
    threads = [
        Thread(target=one.live)
        for one in people(chosen.people, ask=ask, told=told, over=over, seed=chosen.seed)
    ]
    threads += [Thread(target=health.watch), Thread(target=memory.watch)]
    for thread in threads:
        thread.start()
    faults = Faults(site, health, chance=random.Random(chosen.seed))
    began = time.monotonic()
    last = began + seconds * (1 - _LAST_PART)
    faults.go_on(over=over, until=last, every=chosen.every or seconds / 15)
    over.wait(max(0.0, began + seconds - time.monotonic()))
    for event in (over, health.over, memory.over):
        event.set()
    for thread in threads:
        thread.join()
    return _outcome(site, told, faults, memory)


def _outcome(site: DeployedSite, told: Told, faults: Faults, memory: Memory) -> Outcome:
    outside = [
        one for one in told.asked if not any(fault.covers(one.began, one.ended) for fault in faults.done)
    ]
    times = sorted(one.seconds * 1_000 for one in outside) or [0.0, 0.0]
    cuts = statistics.quantiles(times, n=100, method="inclusive")
    failed = [one for one in told.asked if one.status >= 500 and not one.is_honest]
    return Outcome(
        requests=len(told.asked),
        interviews=told.finished,
        acknowledged=len(told.saved),
        lost=[*told.lost_on_the_way, *missing(site, told)],
        p50=cuts[49],
        p95=cuts[94],
        p99=cuts[98],
        failed_outside=[_name(one) for one in outside if one.status == 0 or one.status >= 400],
        dishonest=[_name(one) for one in failed],
        faults=faults.done,
        growths=memory.growths(),
        canaries=_canaries(site),
        is_filled=site.disk is not None,
    )


def missing(site: DeployedSite, told: Told) -> list[str]:
    """Return each acknowledged answer that the store does not have, without what was typed."""
    os.environ |= site.environment
    from benchmarks.soak_stored import not_stored  # noqa: PLC0415 - Django's settings are in the environment by now

    return not_stored(told.saved)


def report(found: Outcome) -> None:
    """Print what came of it."""
    print(f"people    {found.interviews:,} interviews ended, {found.requests:,} requests")
    print(f"answers   {found.acknowledged:,} acknowledged, {len(found.lost)} lost")
    print(
        f"pages     outside the faults p50 {found.p50:.0f} ms, p95 {found.p95:.0f} ms, p99 {found.p99:.0f} ms (aim {SLOWEST * 1_000:.0f}), {len(found.failed_outside)} failed; {len(found.dishonest)} failed without an honest page"
    )
    for fault in found.faults:
        red = "health was red" if fault.was_red else "health stayed green"
        print(
            f"fault     {fault.name:<19} {fault.mended - fault.began:5.1f} s, works again {fault.recovery:5.1f} s after (aim {LONGEST_RECOVERY:.0f}), {red} {fault.notes}"
        )
    if not found.is_filled:
        print("disk      not filled: no file system could be mounted here (root only)")
    print("redis     the site uses none: no cache and no queue is in its settings, so none was restarted")
    for one in found.growths:
        print(
            f"memory    worker {one.worker}: {one.first:.1f} MB warm, {one.last:.1f} MB {one.seconds:.0f} s later: {one.percent:+.1f} % (aim < {MOST_GROWTH:.0f})"
        )
    if not found.growths:
        print("memory    no worker lived long enough to tell")
    print(f"logs      {len(found.canaries)} lines with something typed")
    for what in (found.lost, found.failed_outside, found.dishonest):
        for name, times in Counter(what).most_common(5):
            print(f"  {times} x {name}")
    print("missed    " + (", ".join(found.missed()) or "nothing"))


def _name(one: Asked) -> str:
    return f"{one.name} {one.status or 'no answer'}"


def _canaries(site: DeployedSite) -> list[str]:
    """Return the lines of both logs that hold anything that was typed."""
    lines = [
        line
        for file in (site.said, site.database.log)
        for line in file.read_text(errors="replace").splitlines()
    ]
    return [line for line in lines if CANARY in line or "andú" in line]


if __name__ == "__main__":
    main()
