"""Measures the same bulk job on one worker and on two, that share the database, the folders of files and the queue alone.

    .venv/bin/python benchmarks/scale.py                                    20,000 packets and a review of 3,000,000 rows
    .venv/bin/python benchmarks/scale.py --packets 500 --rows 100000        smaller
    .venv/bin/python benchmarks/scale.py --queue redis --kill --restart     with faults: see below

--bucket keeps all files in a store that speaks S3, and gives each worker a folder of its own, so that they share no disk.
--kill kills a worker when a third is done, in the middle of its units. --restart kills Redis at half and starts it again
empty. After each run all must be there once and whole. Each worker works on one core, also where it is the only one. The
efficiency is the time on one worker, divided by the time on so many and by how many they are. Beside it stands what the
machine itself lets it be, as two processes that count tell at the beginning, and what each step cost: one that a worker
does alone holds the others up. On a busy machine the seconds of cores of the workers tell more. Without --postgresql the
database is the embedded one.
"""

from __future__ import annotations

import argparse
import base64
import os
import platform
import secrets
import signal
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.scale_steps import Costs, at_most, pace_of_two, table

_MEMORY = Path("/dev/shm")
_LOOK_EVERY = 0.1, 0.5
"""Seconds between two looks at how far it is, at the beginning and later on: each costs a question to the database."""
_AIM = 0.85
_LONGEST = 6 * 3600.0


def main() -> None:
    """Print each time, what it came to, and the efficiency."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--packets", type=int, default=20_000, help="0 leaves them out")
    asked.add_argument("--matters", type=int, default=250, help="people in one print job")
    asked.add_argument("--rows", type=int, default=3_000_000, help="0 leaves the review out")
    asked.add_argument("--papers", action="store_true", help="the papers of the review, too")
    asked.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    asked.add_argument("--queue", choices=("database", "redis"), default="database")
    asked.add_argument("--postgresql", action="store_true", help="on a server of its own")
    asked.add_argument(
        "--bucket", action="store_true", help="files in a store that speaks S3, and no folder in common"
    )
    asked.add_argument("--kill", action="store_true", help="kill a worker in the middle of each run")
    asked.add_argument("--restart", action="store_true", help="kill Redis and start it empty in each run")
    told = asked.parse_args()
    if told.restart and told.queue != "redis":
        asked.error("--restart: there is only a Redis to restart with --queue redis")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that no server stays
    with ExitStack() as stack:
        memory = _MEMORY if _MEMORY.is_dir() else None
        place = Path(stack.enter_context(tempfile.TemporaryDirectory(dir=memory)))
        redis = _around(stack, place, told)
        _measure(place, told, redis=redis)


def _around(stack: ExitStack, place: Path, told: argparse.Namespace) -> Any:
    """Tell this process, and those that it starts, where everything is; return the Redis."""
    from benchmarks.own_postgresql import OwnPostgreSQL  # noqa: PLC0415 - Django is set up after this
    from benchmarks.own_redis import OwnRedis  # noqa: PLC0415 - as above

    redis = OwnRedis(place) if told.queue == "redis" else None
    if redis is not None:
        redis.start()
        stack.callback(redis.kill)
    server = OwnPostgreSQL(place / "postgresql", place / "postgresql.log") if told.postgresql else None
    if server is not None:
        place.chmod(0o711)
        server.make()
        server.start()
        stack.callback(server.stop)
    if told.bucket:
        from benchmarks.own_bucket import OwnBucket  # noqa: PLC0415 - as above

        bucket = OwnBucket()
        stack.callback(bucket.stop)
        os.environ |= {**_same_for_all(place), **bucket.start()}
    os.environ |= {
        "CLEARRECORD_VAR": str(place / "var"),
        "CLEARRECORD_OFFICIAL_FORMS": str(place / "none"),
        "DJANGO_SETTINGS_MODULE": "clearrecord.settings",
        "DATABASE_URL": server.url if server else f"sqlite:///{place / 'clearrecord.sqlite3'}",
        "REDIS_URL": redis.url if redis else "",
    }
    (place / "var").mkdir()
    return redis


def _same_for_all(place: Path) -> dict[str, str]:
    """Return the keys that all machines of a site have, and which they do not find in a folder that they share."""
    key = base64.b64encode(secrets.token_bytes(32)).decode()
    apart = {"CLEARRECORD_APART": str(place / "machine")}
    return {"SECRET_KEY": secrets.token_urlsafe(60), "CLEARRECORD_KEYS": f"made-up:{key}", **apart}


def _measure(place: Path, told: argparse.Namespace, *, redis: Any) -> None:
    import django  # noqa: PLC0415 - the folder must be told first

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415 - as above
    from django.test.utils import setup_test_environment  # noqa: PLC0415 - as above

    from benchmarks.scale_papers import Papers  # noqa: PLC0415 - as above
    from benchmarks.scale_parts import Packets, Review  # noqa: PLC0415 - as above

    setup_test_environment()
    call_command("migrate", verbosity=0)
    cores, load = os.cpu_count(), os.getloadavg()[0]
    print(
        f"{cores} cores, load {load:.1f}, Python {platform.python_version()}, queue: {told.queue}, files: {'bucket' if told.bucket else 'folders'}; "
        f"each of two processes that count has {pace_of_two():.2f} of the pace of one alone",
        flush=True,
    )
    parts: list[Any] = []
    if told.packets:
        parts.append(Packets(place, amount=told.packets, matters=told.matters))
    if told.rows:
        parts.append(review := Review(place, amount=told.rows))
        if told.papers:
            parts.append(Papers(place, review=review))
    for part in parts:
        times = {number: _timed(part, number, told, redis=redis) for number in told.workers}
        _compare(part, times)


def _compare(part: Any, times: dict[int, Costs]) -> None:
    """Print what each step cost alone and together, and the efficiency."""
    print("\n".join(table(times, alone=part.alone)), flush=True)
    for number, costs in times.items():
        if 1 in times and number > 1:
            efficiency = times[1].whole / costs.whole / number
            most = at_most(times[1], alone=part.alone, number=number)
            print(
                f"{part.name:8} efficiency on {number}: {efficiency:.2f} (aim {_AIM}); what one does alone lets it be {most:.2f}; "
                f"seconds of cores on 1, by those on {number}: {times[1].used / costs.used:.2f}",
                flush=True,
            )


def _timed(part: Any, number: int, told: argparse.Namespace, *, redis: Any) -> Costs:
    from benchmarks.scale_crews import Crews  # noqa: PLC0415 - as above

    crews = Crews(number)
    costs = Costs(crews.workers)
    with ExitStack() as stack:
        stack.callback(crews.end)
        crews.wait_until_there()
        left = _run(part, crews, told, redis=redis, costs=costs)
    come, happened = part.look_through(), f"{crews.killed} killed" if told.kill else "none killed"
    if told.restart:
        happened += ", Redis restarted"
    assert not left, "it ended before each fault had come"
    print(
        f"{part.name:8} {number} workers: {costs.whole:8.1f} s, {costs.used:8.1f} s of cores; {come}; {happened}; "
        "none lost, none doubled",
        flush=True,
    )
    return costs


def _run(part: Any, crews: Any, told: argparse.Namespace, *, redis: Any, costs: Costs) -> int:
    """Do all of it; return how many faults did not come to pass."""
    faults = [(1 / 3, crews.kill_one)] if told.kill else []
    if told.restart:
        faults.append((1 / 2, lambda: (redis.kill(), redis.start())))
    part.prepare()
    costs.begin()
    begun, done = time.monotonic(), 0.0
    part.begin()
    step = part.step()
    while done < 1.0:
        assert time.monotonic() < begun + _LONGEST, "it does not end"
        often, seldom = _LOOK_EVERY
        time.sleep(min(seldom, often + (time.monotonic() - begun) / 100))
        done = part.done()
        step = part.step() if done < 1.0 else step
        costs.note(step)
        if faults and done >= faults[0][0]:
            faults.pop(0)[1]()
    return len(faults)


if __name__ == "__main__":
    main()
