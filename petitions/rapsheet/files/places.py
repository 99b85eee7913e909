"""How many sheets are opened and read at once in one process of the site; the others wait for a while."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

from petitions.rapsheet.files.unreadable import Unreadable

WAITING_SECONDS = 30
FOR_FILES = BoundedSemaphore(3)
FOR_ENGINES = BoundedSemaphore(2)
"""An engine may need 1.6 GB; a server has room for few."""


@contextmanager
def a_place(places: BoundedSemaphore) -> Iterator[None]:
    """Hold a place while the block runs; raise Unreadable where none becomes free."""
    if not places.acquire(timeout=WAITING_SECONDS):
        raise Unreadable("busy")
    try:
        yield
    finally:
        places.release()
