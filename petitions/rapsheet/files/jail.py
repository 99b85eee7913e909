"""Opens files of strangers in a process with limits, without network, whose death costs nothing else.

That process (``petitions.rapsheet.files.cell``) forks once for each job. A fork ends when its time or memory is used
up, when it is let go, and when the process that asked has died.
"""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import Any

from petitions.documents.framing import BrokenFrame, Reply, receive_reply, send_reply
from petitions.documents.warm import Warm
from petitions.rapsheet.files.bounds import LONGEST_PICTURE
from petitions.rapsheet.files.unreadable import Unreadable

_STARTING_SECONDS = 20
"""How long the process may take to start, where it has not; it counts for no file."""
_PATIENCE = 10
"""Seconds for a fork to take the files."""
CELL = Warm("petitions.rapsheet.files.cell")


@dataclass(frozen=True, slots=True)
class Job:
    """A job by the names of its functions, with the seconds of the processor and the bytes of data it may use."""

    work: str
    prepare: str
    processor_seconds: int
    own_data: int


class Ended(Exception):
    """The job ended before it had answered. ``code``: why, as far as that can be told."""

    def __init__(self, code: str = "broken") -> None:
        super().__init__(code)
        self.code = code


class Prisoner:
    """A job that runs."""

    def __init__(self, line: socket.socket) -> None:
        self._line = line

    def tell(self, reply: Reply, *, seconds: float = _PATIENCE) -> None:
        """Send values and files; raise Ended where they are not taken."""
        try:
            self._line.settimeout(seconds)
            send_reply(self._line, reply)
        except OSError as error:
            raise _ended(error) from None

    def hear(self, *, seconds: float) -> Reply:
        """Return the next answer; raise Unreadable where it is a code, Ended where none comes in that time."""
        try:
            reply = receive_reply(_Until(self._line, seconds=seconds), most=LONGEST_PICTURE)
        except (OSError, BrokenFrame) as error:
            raise _ended(error) from None
        if "unreadable" in reply.head:
            raise Unreadable(str(reply.head["unreadable"]))
        return reply


def _ended(error: Exception) -> Ended:
    return Ended("too_slow" if isinstance(error, TimeoutError) else "broken")


class _Until:
    """A line on which a whole answer must come before its time is up, not only each piece."""

    def __init__(self, line: socket.socket, *, seconds: float) -> None:
        self._line = line
        self._end = time.monotonic() + seconds

    def recv(self, size: int) -> bytes:
        left = self._end - time.monotonic()
        if left <= 0:
            raise TimeoutError
        self._line.settimeout(left)
        return self._line.recv(size)


def get_ready() -> None:
    """Start the process, so that the first file need not wait for it."""
    CELL.start()


@contextmanager
def jailed(job: Job, *, files: Sequence[bytes] = (), **values: Any) -> Iterator[Prisoner]:
    """Run a job while the block runs, and end it at once with the block."""
    ours, theirs = socket.socketpair()  # the leash: nothing is said over it
    with ours, CELL.line() as line:
        prisoner = Prisoner(line)
        with theirs:
            _hand_over(line, leash=theirs)
        prisoner.hear(seconds=_STARTING_SECONDS)
        prisoner.tell(Reply({"job": asdict(job), **values}, tuple(files)))
        yield prisoner


def _hand_over(line: socket.socket, *, leash: socket.socket) -> None:
    try:
        line.settimeout(_PATIENCE)
        socket.send_fds(line, [b"l"], [leash.fileno()])
    except OSError:
        raise Ended from None
