"""Leases of work: rows that one worker takes for a while, holds on to from a thread of its own, and lets go."""

from __future__ import annotations

import errno
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from enum import Enum
from typing import Any

from django.db import OperationalError, connections
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from petitions.records.files.place import FilesAway

LEASE = timedelta(seconds=20)
"""How long a worker that says nothing is believed to live; with the beats after it, what it held is done within 30 seconds."""
MOST_TRIES = 3
HOLD_EVERY = 5.0
"""Seconds between two signs of life."""


_FULL = (errno.ENOSPC, errno.EDQUOT)


class Lost(Exception):
    """The work was stopped, deleted, or taken by another worker."""


class Came(Enum):
    """What came of an offer to work."""

    NOTHING = "nothing"
    """There is nothing to do here now: it is over, or others hold what is left."""
    ON = "on"
    """Some was done, and there is more."""
    NEXT = "next"
    """A step was ended, and the next one is laid out: all may come."""
    OVER = "over"
    """Some was done, and this worker should leave it at that."""


def free(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Return the rows that no worker holds."""
    return rows.filter(Q(lease=None) | Q(lease__lte=timezone.now()))


def take(rows: QuerySet[Any], *, worker: str, **columns: Any) -> int:
    """Take the rows that no worker holds, one more try of each; return how many that were."""
    until = timezone.now() + LEASE
    return free(rows).update(worker=worker, lease=until, tries=F("tries") + 1, **columns)


def hold(rows: QuerySet[Any], *, worker: str) -> bool:
    """Hold on to rows; False where none of them is this worker's any more."""
    return bool(rows.filter(worker=worker).update(lease=timezone.now() + LEASE))


def spent(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Return the rows that were tried so often that nobody takes them again, and that nobody holds."""
    return free(rows).filter(tries__gte=MOST_TRIES)


def let_go(rows: QuerySet[Any], fault: BaseException, **columns: Any) -> int:
    """Let go of rows after a fault. A full disk, or a store of files that is away, costs no try: the work is not to blame."""
    is_of_files = isinstance(fault, FilesAway) or (isinstance(fault, OSError) and fault.errno in _FULL)
    return rows.update(lease=None, tries=F("tries") - int(is_of_files), **columns)


def until_over(once: Callable[[], Came]) -> bool:
    """Work for as long as there is something to do here; say whether there was."""
    first = last = once()
    while last in (Came.ON, Came.NEXT):
        last = once()
    return first != Came.NOTHING


@contextmanager
def held(hold: Callable[[], bool], *, every: float) -> Iterator[None]:
    """Renew the lease each so many seconds until the block ends.

    ``hold`` renews it and says whether it is still this worker's. Where it is lost nothing is renewed any more: what the
    block notes after that is refused row by row, as it names its worker.
    """
    done = threading.Event()
    holding = threading.Thread(target=_go_on, args=(hold, done, every), daemon=True)
    holding.start()
    try:
        yield
    finally:
        done.set()
        holding.join()


def _go_on(hold: Callable[[], bool], done: threading.Event, every: float) -> None:
    while not done.wait(every):
        with suppress(OperationalError):  # the database is busy; the lease outlasts several rounds
            if not hold():
                break
    connections.close_all()
