"""Lets a hundred people answer at the same time while processes are killed, the database and Redis restart and the disk fills up.

    .venv/bin/python benchmarks/soak.py                  as it is meant: fifteen minutes, a fault about every minute
    .venv/bin/python benchmarks/soak.py --minutes 3      less

The site runs as it is deployed: production settings, gunicorn with two processes of four threads, two workers beside it,
a PostgreSQL of its own on a small disk in memory (root only; elsewhere the disk is not filled, and this is said), and a
Redis of its own. Each person looks at each page for two to six seconds; one that fails is tried again. Meanwhile an office
has papers printed and a county reviewed. Afterwards each answer of which the site said that it is saved is looked for in the
store, and each job and review that it noted is to be there once and whole. Ends with 1 where an aim is missed: nothing lost,
99 of 100 requests outside the faults within a second, 30 seconds until pages come again and until papers do, less than 5 %
more memory in each process, nothing typed in a log.
"""

from __future__ import annotations

import argparse
import functools
import json
import os
import platform
import random
import secrets
import signal
import statistics
import sys
import tempfile
import time
from dataclasses import asdict
from pathlib import Path
from threading import Event, Thread

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.deployed_site import DeployedSite, asked, deployed
from benchmarks.deployed_workers import DeployedWorkers, working
from benchmarks.own_postgresql import NoServer
from benchmarks.own_redis import NoServer as NoRedis
from benchmarks.own_redis import OwnRedis, redis_in
from benchmarks.soak_faults import Faults, Scene
from benchmarks.soak_health import Health
from benchmarks.soak_memory import Memory
from benchmarks.soak_outcome import Outcome, report
from benchmarks.soak_people import CANARY, Asked, Told, people

PEOPLE, MINUTES = 100, 15.0
_ASKS_EVERY = 15.0
"""Seconds between two jobs of the office."""
_WORK_PATIENCE = 180.0
_TYPED = (CANARY, "andú", "DOE,JAN", "SAMPLE,ALEX", "TESTER,KIM")
_LAST_PART = 0.12
"""In this last part of the time no fault begins, so that each is seen out."""


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
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that no server and no disk stays
    print(
        f"machine   {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, Python {platform.python_version()}, PostgreSQL, Redis; seed {chosen.seed}"
    )
    try:
        with (
            tempfile.TemporaryDirectory() as place,
            redis_in(Path(place)) as redis,
            deployed(redis=redis) as site,
            working(site) as workers,
        ):
            found = soak(site, workers, redis, chosen)
    except NoServer:
        sys.exit("PostgreSQL is not installed here: bin/with_postgresql installs it.")
    except NoRedis:
        sys.exit("Neither Redis nor Valkey is installed here: sudo apt-get install redis-server")
    report(found)
    if chosen.json:
        chosen.json.write_text(json.dumps({**asdict(found), "missed": found.missed()}))
    sys.exit(1 if found.missed() else 0)


def soak(
    site: DeployedSite, workers: DeployedWorkers, redis: OwnRedis, chosen: argparse.Namespace
) -> Outcome:
    """Let people answer, an office print, and faults happen for the time; return what came of it."""
    os.environ |= site.environment
    from benchmarks.soak_work import Clinic  # noqa: PLC0415 - Django's settings are in the environment by now

    seconds, told, over = chosen.minutes * 60, Told(), Event()
    clinic = Clinic(chance=random.Random(chosen.seed + 1))
    clinic.warm_up()
    health = Health(site.port)
    memory = Memory(
        {"site": site.workers, "task worker": workers.workers},
        warm={"site": min(60.0, seconds / 10), "task worker": min(180.0, seconds / 5)},
    )
    ask = functools.partial(asked, site.port)
    threads = [
        Thread(target=one.live, daemon=True)
        for one in people(chosen.people, ask=ask, told=told, over=over, seed=chosen.seed)
    ]
    threads += [Thread(target=one.watch, daemon=True) for one in (health, memory)]
    office = functools.partial(clinic.live, over, every=min(_ASKS_EVERY, seconds / 12))
    threads.append(Thread(target=office, daemon=True))
    for thread in threads:
        thread.start()
    scene = Scene(site, workers, redis, health, clinic)
    faults = Faults(scene, chance=random.Random(chosen.seed))
    began = time.monotonic()
    last = began + seconds * (1 - _LAST_PART)
    faults.go_on(over=over, until=last, every=chosen.every or seconds / 15)
    over.wait(max(0.0, began + seconds - time.monotonic()))
    for event in (over, health.over, memory.over):
        event.set()
    for thread in threads:
        thread.join()
    found = _outcome(site, workers, told, faults, memory)
    found.work = clinic.come(patience=_WORK_PATIENCE)
    return found


def _outcome(
    site: DeployedSite, workers: DeployedWorkers, told: Told, faults: Faults, memory: Memory
) -> Outcome:
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
        lost=[*told.lost_on_the_way, *missing(told)],
        p50=cuts[49],
        p95=cuts[94],
        p99=cuts[98],
        failed_outside=[_name(one) for one in outside if one.status == 0 or one.status >= 400],
        dishonest=[_name(one) for one in failed],
        faults=faults.done,
        growths=memory.growths(),
        canaries=_canaries(site.said, site.database.log, workers.said),
        is_filled=site.disk is not None,
    )


def missing(told: Told) -> list[str]:
    """Return each acknowledged answer that the store does not have, without what was typed."""
    from benchmarks.soak_stored import not_stored  # noqa: PLC0415 - Django's settings are in the environment by now

    return not_stored(told.saved)


def _name(one: Asked) -> str:
    return f"{one.name} {one.status or 'no answer'}"


def _canaries(*logs: Path) -> list[str]:
    """Return the lines of the logs that hold anything that was typed, or the name of somebody in a file."""
    lines = [line for log in logs for line in log.read_text(errors="replace").splitlines()]
    return [line for line in lines if any(word in line for word in _TYPED)]


if __name__ == "__main__":
    main()
