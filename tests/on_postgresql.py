"""Runs a command beside a PostgreSQL of its own, whose data are in memory and wait for no disk; it ends with the command.

    .venv/bin/python -m tests.on_postgresql .venv/bin/python -m pytest -m services
    .venv/bin/python -m tests.on_postgresql --as-database .venv/bin/python -m pytest --with-database

CLEARRECORD_TEST_POSTGRES tells the command of it; ``--as-database`` makes it the site's own database too (DATABASE_URL).
Where that variable names a server already, that one is used. Where PostgreSQL is not installed the command runs without,
and what needs it is left out; with ``--as-database`` nothing runs.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.own_postgresql import IN_MEMORY, NoServer, OwnPostgreSQL

_NAMED = "CLEARRECORD_TEST_POSTGRES"
_MEMORY = Path("/dev/shm")
_BEGINS = "clearrecord-postgresql-"
_HOW = "It is left out: PostgreSQL is not installed. Install it, or set CLEARRECORD_TEST_POSTGRES=postgresql://ROLE:PASSWORD@HOST/postgres."


def main(words: list[str]) -> int:
    """Run the command; return how it ended."""
    as_database = words[0] == "--as-database"
    with _server() as url:
        if url is None:
            print(_HOW, flush=True)
            if as_database:
                return 0
        told = {} if url is None else {_NAMED: url} | ({"DATABASE_URL": url} if as_database else {})
        return _ended(subprocess.Popen(words[as_database:], env=os.environ | told))


def _ended(command: subprocess.Popen[bytes]) -> int:
    """Wait until the command ends; Ctrl+C reaches it as well, and it has things to clear up and to say."""
    while True:
        try:
            return command.wait()
        except KeyboardInterrupt:
            continue


@contextmanager
def _server() -> Iterator[str | None]:
    if os.environ.get(_NAMED):
        yield os.environ[_NAMED]
        return
    place = _MEMORY if _MEMORY.is_dir() else Path(tempfile.gettempdir())
    _clear_up(place)
    folder = place / f"{_BEGINS}{os.getpid()}"
    own = OwnPostgreSQL(folder / "data", folder / "log", settings=IN_MEMORY)
    try:
        folder.mkdir(mode=0o711)
        own.make()
        own.start()
        yield own.url
    except NoServer:
        yield None
    finally:
        own.stop()
        shutil.rmtree(folder, ignore_errors=True)


def _clear_up(place: Path) -> None:
    """Take away what runs that were killed have left."""
    for one in place.glob(f"{_BEGINS}*"):
        if not Path("/proc", one.name.removeprefix(_BEGINS)).exists():
            shutil.rmtree(one, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
