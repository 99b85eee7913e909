"""Measures what one of everything costs, on a PostgreSQL and a site of its own: what benchmarks/capacity.py writes down."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import psycopg

from benchmarks.own_postgresql import OwnPostgreSQL

_COMMITS = 400
Costs = dict[str, float]


def measured() -> Costs:
    """Return all costs by name; say what is done meanwhile."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o711)
        server = OwnPostgreSQL(Path(folder) / "postgresql", Path(folder) / "postgresql.log")
        server.make()
        server.start()
        try:
            os.environ |= {
                "CLEARRECORD_VAR": f"{folder}/var",
                "DATABASE_URL": server.url,
                "DJANGO_SETTINGS_MODULE": "clearrecord.settings",
            }
            Path(f"{folder}/var").mkdir()
            return _all(server.url)
        finally:
            server.stop()


def _all(url: str) -> Costs:
    import django  # noqa: PLC0415 - the environment is set now

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415 - as above

    call_command("migrate", verbosity=0)
    from benchmarks.capacity_pages import of_pages  # noqa: PLC0415 - as above
    from benchmarks.capacity_work import of_work  # noqa: PLC0415 - as above

    costs = _commits(url)
    costs |= of_pages(url)
    return costs | of_work(url)


def say(what: str) -> None:
    """Say what is being measured."""
    print(f"{time.strftime('%H:%M:%S')}  {what}", file=sys.stderr, flush=True)


def asked(url: str, statement: str, *values: Any) -> Any:
    """Return the one value that the database answers."""
    with psycopg.connect(url, autocommit=True) as connection:
        found = connection.execute(statement.encode(), values).fetchone()
    return found[0] if found else None


def _commits(url: str) -> Costs:
    """Return how many small transactions the disk takes in a second: of one writer, and of eight at once."""
    say("commits a second")
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("CREATE TABLE measured (id bigint, said text)")
    alone = _rate(url, 1)
    eight = _rate(url, 8)
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("DROP TABLE measured")
    return {"commits_a_second_of_one_writer": alone, "commits_a_second_of_eight_writers": eight}


def _rate(url: str, writers: int) -> float:
    def write(_number: int) -> None:
        with psycopg.connect(url, autocommit=True) as connection:
            for number in range(_COMMITS):
                connection.execute("INSERT INTO measured VALUES (%s, 'a page that was answered')", [number])

    began = time.perf_counter()
    with ThreadPoolExecutor(writers) as pool:
        list(pool.map(write, range(writers)))
    return writers * _COMMITS / (time.perf_counter() - began)
