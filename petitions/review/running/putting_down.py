"""Puts growing files down on the disk while they are written, so that little is left to wait for at the end."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

_SECONDS = 0.5


@contextmanager
def put_down(files: Sequence[Path]) -> Iterator[None]:
    """Put down what others write to the files, until the block ends; whether all of it is down, the end must ask for."""
    is_over = threading.Event()
    beside = threading.Thread(target=_go_on, args=(files, is_over), daemon=True)
    beside.start()
    try:
        yield
    finally:
        is_over.set()
        beside.join()


def _go_on(files: Sequence[Path], is_over: threading.Event) -> None:
    while not is_over.wait(_SECONDS):
        for file in files:
            with suppress(OSError):  # not there yet, or a disk that whoever writes will complain of
                _put_down(file)


def _put_down(file: Path) -> None:
    number = os.open(file, os.O_WRONLY)
    try:
        os.fdatasync(number)
    finally:
        os.close(number)
