"""The forks of a warm process, one for each job: each comes as a socket over the one from the site."""

from __future__ import annotations

import os
import signal
import socket
from collections.abc import Callable
from typing import NoReturn


def next_job(jobs: socket.socket) -> int | None:
    """Wait for a job; return the handle of its socket, or None at the end of the site."""
    _word, handles, _flags, _address = socket.recv_fds(jobs, 1, 1)
    return handles[0] if handles else None


def fork(handle: int, other: socket.socket, *, work: Callable[[socket.socket], None]) -> None:
    """Let a fork do the job that comes over a socket; ``other`` is not for it."""
    if os.fork() == 0:
        _work(handle, other, work=work)
    os.close(handle)


def _work(handle: int, other: socket.socket, *, work: Callable[[socket.socket], None]) -> NoReturn:
    """Do one job; whatever goes wrong ends it without a word, for its error may quote a text."""
    try:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        _fall_silent()
        other.close()
        with socket.socket(fileno=handle) as line:
            work(line)
    finally:
        os._exit(0)


def _fall_silent() -> None:
    nothing = os.open(os.devnull, os.O_RDWR)
    for standard in range(3):
        os.dup2(nothing, standard)
