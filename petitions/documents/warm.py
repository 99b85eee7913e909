"""A process beside the site that is kept warm and forks once for each job: the end that the site holds."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path
from threading import Lock

_PROGRAM = Path(__file__).resolve().parents[2]


class Warm:
    """The process of one module, which serves jobs by ``forks``: started at the first need, and again when it is gone."""

    def __init__(self, module: str) -> None:
        self._module = module
        self._lock = Lock()
        self._owner = 0
        self._control: socket.socket | None = None
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start the process if it does not run; it warms up by itself."""
        with self._lock:
            self._running()

    def line(self) -> socket.socket:
        """Return a socket at whose other end a new fork waits for a job."""
        ours, theirs = socket.socketpair()
        with self._lock, theirs:
            try:
                socket.send_fds(self._running(), [b"j"], [theirs.fileno()])
            except OSError:
                self._end()
                socket.send_fds(self._running(), [b"j"], [theirs.fileno()])
        return ours

    @property
    def number(self) -> int | None:
        """Return the number of the process; None before its start."""
        return None if self._process is None else self._process.pid

    def _running(self) -> socket.socket:
        if self._control is None or self._owner != os.getpid():
            ours, theirs = socket.socketpair()
            with theirs:
                self._process = subprocess.Popen(  # noqa: S603 - no part of it is typed
                    [sys.executable, "-m", self._module],
                    stdin=theirs.fileno(),
                    stdout=subprocess.DEVNULL,
                    cwd=_PROGRAM,
                )
            self._owner, self._control = os.getpid(), ours
        return self._control

    def _end(self) -> None:
        if self._control is not None and self._process is not None:
            self._control.close()
            self._process.kill()
            self._process.wait()
        self._control = self._process = None
