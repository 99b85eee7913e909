"""The turn to read a folder: one process has it at a time, and it is free again when that process has died."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_NAME = "turn"


class NotYourTurn(Exception):
    """Another process reads, or the folder is gone."""


@contextmanager
def turn(folder: Path) -> Iterator[None]:
    """Hold the turn while the block runs."""
    try:
        file = os.open(folder / _NAME, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
    except OSError:
        raise NotYourTurn from None
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError:
        raise NotYourTurn from None
    finally:
        os.close(file)


def is_taken(folder: Path) -> bool:
    """Say whether a process reads just now."""
    try:
        with turn(folder):
            return False
    except NotYourTurn:
        return True
