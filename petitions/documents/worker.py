"""Prints packets in a process of its own with limits, whose death costs no other request anything."""

from __future__ import annotations

import pickle
import socket
from collections.abc import Callable
from threading import BoundedSemaphore
from typing import TypeVar

from django.dispatch import Signal

from petitions.documents import press
from petitions.documents.build import MISSING_LETTERS, BuiltPacket, PacketFile, Written
from petitions.documents.files import planned_files
from petitions.documents.filing import FilingProblems
from petitions.documents.forks import fork
from petitions.documents.framing import BrokenFrame, Reply, receive_reply, send_bytes
from petitions.documents.packet import Packets
from petitions.documents.print_job import print_every_file
from petitions.documents.warm import Warm

SECONDS = 20
"""The time for the papers of one case; each further case has ``_MORE_SECONDS``."""
_MORE_SECONDS = 4
_PATIENCE = 10
"""Seconds that a job may be silent beyond its own time: those of a press that is still warming up."""
_AT_ONCE = BoundedSemaphore(2)
papers_printed = Signal()
"""Sent with ``count``, the number of PDF files, once they are there; it tells nothing of whose they are."""
_Argument = TypeVar("_Argument")


class NotPrinted(Exception):
    """The worker ended before it had printed: it took too long, needed too much memory, or was killed."""


_press = Warm("petitions.documents.press")


def get_ready() -> None:
    """Let the press warm up, so that the first packet need not wait for it."""
    _press.start()


def print_in_worker(packets: Packets) -> BuiltPacket:
    """Print every file; raise FilingProblems for missing letters, NotPrinted where the worker ends early."""
    return _printed(packets, line=_press.line)


def print_in_fork(packets: Packets) -> BuiltPacket:
    """Do the same for a command: in a fork of this process, which has one thread and one job."""
    return _printed(packets, line=_forked)


def run(
    job: Callable[[_Argument], Reply],
    argument: _Argument,
    *,
    seconds: int = SECONDS,
    line: Callable[[], socket.socket] = _press.line,
) -> Reply:
    """Do a job in a fork of the press: a function of a module, and a value that can be pickled."""
    asked = pickle.dumps((seconds, job, argument))
    try:
        with _AT_ONCE, line() as opened:
            opened.settimeout(seconds + _PATIENCE)
            send_bytes(opened, asked)
            return receive_reply(opened)
    except (OSError, BrokenFrame):
        raise NotPrinted from None


def _printed(packets: Packets, *, line: Callable[[], socket.socket]) -> BuiltPacket:
    seconds = SECONDS + _MORE_SECONDS * max(len(packets.cases) - 1, 0)
    reply = run(print_every_file, packets, seconds=seconds, line=line)
    if reply.head.get("missing_letters"):
        raise FilingProblems(("filing", MISSING_LETTERS))
    try:
        prints = [Written(reply.parts[part], int(pages)) for part, pages in reply.head["files"]]
        planned = planned_files(packets)
        files = tuple(PacketFile(file.path, one) for file, one in zip(planned, prints, strict=True))
    except (KeyError, IndexError, TypeError, ValueError):
        raise NotPrinted from None
    papers_printed.send(sender=BuiltPacket, count=len(files))
    return BuiltPacket(packets, files)


def _forked() -> socket.socket:
    press.find_fonts()
    ours, theirs = socket.socketpair()
    fork(theirs.detach(), ours, work=press.work)
    return ours
