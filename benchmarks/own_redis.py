"""A Redis server of one's own on this computer, to be killed and started anew; it keeps nothing on the disk."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.own_postgresql import free_port

_NAMES = ("redis-server", "valkey-server")


class NoServer(Exception):
    """Neither Redis nor Valkey is installed here."""


@dataclass
class OwnRedis:
    """A server whose only folder is ``folder``. Raise NoServer where there is none."""

    folder: Path
    port: int = field(default_factory=free_port)
    _process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """Return the address, for REDIS_URL."""
        return f"redis://127.0.0.1:{self.port}/0"

    def start(self) -> None:
        """Start, and wait until it answers."""
        told = ("--port", str(self.port), "--bind", "127.0.0.1", "--save", "", "--dir", str(self.folder))
        self._process = subprocess.Popen([_program(), *told], stdout=subprocess.DEVNULL)
        last = time.monotonic() + 20
        while not self._answers():
            if time.monotonic() > last:
                raise TimeoutError("Redis did not start")
            time.sleep(0.05)

    def kill(self) -> None:
        """Kill it: all that it held is gone."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def _answers(self) -> bool:
        try:
            with socket.create_connection(("127.0.0.1", self.port), timeout=1) as line:
                line.sendall(b"PING\r\n")
                return line.recv(16).startswith(b"+PONG")
        except OSError:
            return False


@contextmanager
def redis_in(folder: Path) -> Iterator[OwnRedis]:
    """Run one while the block runs."""
    found = OwnRedis(folder)
    found.start()
    try:
        yield found
    finally:
        found.kill()


def _program() -> str:
    for name in _NAMES:
        found = shutil.which(name)
        if found:
            return found
    raise NoServer
