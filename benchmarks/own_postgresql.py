"""A PostgreSQL server of one's own on this computer, to be stopped, started and starved; it needs no root, but may have it."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import psycopg

_PLACES = "/usr/lib/postgresql"
_USER = "postgres"
_SETTINGS = (
    ("listen_addresses", "127.0.0.1"),
    ("unix_socket_directories", ""),
    ("shared_buffers", "64MB"),
    ("min_wal_size", "4MB"),
    ("max_wal_size", "48MB"),
    ("checkpoint_timeout", "60s"),
)
"""What is not as PostgreSQL comes: it shall fit on a small disk. Nothing that it promises of its data is changed."""
IN_MEMORY = (
    ("listen_addresses", "127.0.0.1"),
    ("unix_socket_directories", ""),
    ("fsync", "off"),
    ("synchronous_commit", "off"),
    ("full_page_writes", "off"),
)
"""For data that nobody needs after a crash: those of tests. Nothing is measured with it."""


class NoServer(Exception):
    """PostgreSQL is not installed here."""


def free_port() -> int:
    """Return a port that nobody has."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@dataclass
class OwnPostgreSQL:
    """A server whose data are in ``folder``; what it says goes to ``log``. Raise NoServer where there is none."""

    folder: Path
    log: Path
    port: int = field(default_factory=free_port)
    settings: tuple[tuple[str, str], ...] = _SETTINGS
    _process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """Return the address of its database, for DATABASE_URL."""
        return f"postgresql://{_USER}@127.0.0.1:{self.port}/postgres"

    def make(self) -> None:
        """Make the data; as root they belong to another user, because PostgreSQL refuses to run as root."""
        self.folder.mkdir(parents=True)
        if os.geteuid() == 0:
            shutil.chown(self.folder, _USER, _USER)
        made = ("--pgdata", str(self.folder), "--auth=trust", f"--username={_USER}", "--wal-segsize=1")
        subprocess.run(
            [*_as_its_user(), program("initdb"), *made, "--encoding=UTF8", "--locale=C.UTF-8"],
            check=True,
            capture_output=True,
            cwd="/",
        )

    def start(self) -> None:
        """Start, and wait until it answers."""
        self.launch()
        last = time.monotonic() + 60
        while not self.answers():
            if time.monotonic() > last:
                raise TimeoutError("PostgreSQL did not start")
            time.sleep(0.05)

    def launch(self) -> None:
        """Start without waiting."""
        told = [part for name, value in self.settings for part in ("-c", f"{name}={value}")]
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [
                    *_as_its_user(),
                    *(program("postgres"), "-D", str(self.folder), "-p", str(self.port), *told),
                ],
                stdout=log,
                stderr=log,
                cwd="/",
                start_new_session=True,
            )

    def is_running(self) -> bool:
        """Say whether the process is there; it ends by itself where it cannot go on."""
        return self._process is not None and self._process.poll() is None

    def answers(self) -> bool:
        """Say whether a question gets an answer."""
        try:
            with psycopg.connect(self.url, connect_timeout=2) as connection:
                return connection.execute("SELECT 1").fetchone() == (1,)
        except psycopg.Error:
            return False

    def stop(self, *, how: signal.Signals = signal.SIGINT) -> None:
        """Stop; SIGINT ends all connections, SIGQUIT is as a crash."""
        if self._process is None:
            return
        with suppress(ProcessLookupError):
            self._process.send_signal(how)
        try:
            self._process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


@contextmanager
def empty_database(server: str) -> Iterator[str]:
    """Make an empty database on a server, give its address, and take it away afterwards."""
    name = f"clearrecord_{uuid.uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
        try:
            yield urlsplit(server)._replace(path=f"/{name}").geturl()
        finally:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


def program(name: str) -> str:
    """Return the place of one of PostgreSQL's programs."""
    found = sorted(Path(_PLACES).glob(f"*/bin/{name}"), key=lambda file: float(file.parts[-3]))
    place = str(found[-1]) if found else shutil.which(name)
    if not place:
        raise NoServer
    return place


def _as_its_user() -> tuple[str, ...]:
    if os.geteuid() != 0:
        return ()
    return ("setpriv", f"--reuid={_USER}", f"--regid={_USER}", "--init-groups", "--")
