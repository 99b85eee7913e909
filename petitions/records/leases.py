"""Holds on to work whose lease a worker took, from a thread of its own, as long as the work goes on."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from django.db import OperationalError, connections


@contextmanager
def held(hold: Callable[[], bool], *, every: float) -> Iterator[None]:
    """Renew the lease each so many seconds until the block ends; where it is lost this process ends at once.

    ``hold`` renews it and says whether it is still this worker's.
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
                os._exit(0)
    connections.close_all()
