"""Watches the most memory that this program and its descendants hold at the same time."""

from __future__ import annotations

import os
import threading
from pathlib import Path
from typing import Self

_EVERY = 0.2
_PAGE = os.sysconf("SC_PAGE_SIZE")


class PeakMemory:
    """Use in a ``with`` block; ``megabytes`` is the peak of the sum, looked at five times a second."""

    def __init__(self) -> None:
        self.megabytes = 0
        self._done = threading.Event()
        self._watch = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> Self:
        self._watch.start()
        return self

    def __exit__(self, *_raised: object) -> None:
        self._done.set()
        self._watch.join()

    def _look(self) -> None:
        while True:
            self.megabytes = max(self.megabytes, _held() // 2**20)
            if self._done.wait(_EVERY):
                return


def _held() -> int:
    parents, sizes = {}, {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
        except OSError:  # it ended while it was looked at
            continue
        parents[int(folder.name)], sizes[int(folder.name)] = int(fields[1]), int(fields[21]) * _PAGE
    return sum(size for number, size in sizes.items() if _is_ours(number, parents))


def _is_ours(number: int, parents: dict[int, int]) -> bool:
    """Say whether a process is this one or descends from it."""
    while number > 1:
        if number == os.getpid():
            return True
        number = parents.get(number, 0)
    return False
