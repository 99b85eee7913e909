"""Measures the same bulk job on one worker and on two, that share the database, the folders of files and the queue alone.

    .venv/bin/python benchmarks/scale.py                                    20,000 packets and a review of 3,000,000 rows
    .venv/bin/python benchmarks/scale.py --packets 500 --rows 100000        smaller
    .venv/bin/python benchmarks/scale.py --queue redis --kill --restart     with faults: see below

--kill kills a worker when a third is done, in the middle of its units. --restart kills Redis at half and starts it again
empty. After each run all must be there once and whole. The efficiency is the time on one worker, divided by the time on
so many and by how many they are; on a busy machine the seconds of cores, with those of loading, tell more. Without --postgresql the database is the embedded one.
"""

from __future__ import annotations

import argparse
import os
import platform
import resource
import signal
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
_MEMORY = Path("/dev/shm")
_LOOK_EVERY = 0.1
_AIM = 0.85
_LONGEST = 6 * 3600.0


def main() -> None:
    """Print each time, what it came to, and the efficiency."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--packets", type=int, default=20_000, help="0 leaves them out")
    asked.add_argument("--matters", type=int, default=250, help="people in one print job")
    asked.add_argument("--rows", type=int, default=3_000_000, help="0 leaves the review out")
    asked.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    asked.add_argument("--queue", choices=("database", "redis"), default="database")
    asked.add_argument("--postgresql", action="store_true", help="on a server of its own")
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
    os.environ |= {
        "CLEARRECORD_VAR": str(place / "var"),
        "CLEARRECORD_OFFICIAL_FORMS": str(place / "none"),
        "DJANGO_SETTINGS_MODULE": "clearrecord.settings",
        "DATABASE_URL": server.url if server else "",
        "REDIS_URL": redis.url if redis else "",
    }
    (place / "var").mkdir()
    return redis


def _measure(place: Path, told: argparse.Namespace, *, redis: Any) -> None:
    import django  # noqa: PLC0415 - the folder must be told first

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415 - as above
    from django.test.utils import setup_test_environment  # noqa: PLC0415 - as above

    from benchmarks.scale_parts import Packets, Review  # noqa: PLC0415 - as above

    setup_test_environment()
    call_command("migrate", verbosity=0)
    cores, load = os.cpu_count(), os.getloadavg()[0]
    print(
        f"{cores} cores, load {load:.1f}, Python {platform.python_version()}, queue: {told.queue}", flush=True
    )
    parts: list[Any] = []
    if told.packets:
        parts.append(Packets(place, amount=told.packets, matters=told.matters))
    if told.rows:
        parts.append(Review(place, amount=told.rows))
    for part in parts:
        times = {number: _timed(part, number, told, redis=redis) for number in told.workers}
        for number, seconds in times.items():
            if 1 in times and number > 1:
                efficiency = times[1] / seconds / number
                print(f"{part.name:8} efficiency on {number}: {efficiency:.2f} (aim {_AIM})", flush=True)


def _timed(part: Any, number: int, told: argparse.Namespace, *, redis: Any) -> float:
    from benchmarks.scale_crews import Crews  # noqa: PLC0415 - as above

    used_before, crews = _used(), Crews(number)
    with ExitStack() as stack:
        stack.callback(crews.end)
        crews.wait_until_there()
        seconds, left = _run(part, crews, told, redis=redis)
    come, happened = part.look_through(), f"{crews.killed} killed" if told.kill else "none killed"
    if told.restart:
        happened += ", Redis restarted"
    assert not left, "it ended before each fault had come"
    print(
        f"{part.name:8} {number} workers: {seconds:8.1f} s, {_used() - used_before:8.1f} s of cores; {come}; {happened}; "
        "none lost, none doubled",
        flush=True,
    )
    return seconds


def _run(part: Any, crews: Any, told: argparse.Namespace, *, redis: Any) -> tuple[float, int]:
    """Do all of it; return the seconds, and how many faults did not come to pass."""
    faults = [(1 / 3, crews.kill_one)] if told.kill else []
    if told.restart:
        faults.append((1 / 2, lambda: (redis.kill(), redis.start())))
    begun = time.monotonic()
    part.begin()
    done = 0.0
    while done < 1.0:
        assert time.monotonic() < begun + _LONGEST, "it does not end"
        time.sleep(_LOOK_EVERY)
        done = part.done()
        if faults and done >= faults[0][0]:
            faults.pop(0)[1]()
    return time.monotonic() - begun, len(faults)


def _used() -> float:
    """Return the seconds of cores that all who were waited for have used."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
