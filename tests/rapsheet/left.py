"""What is left of a process: its children, and its memory."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path


def children_of(process: int) -> list[str]:
    """Return the children of a process that run."""
    return Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii").split()


def megabytes_of(process: int | str = "self") -> float:
    """Return how much memory a process has in use now."""
    pages = int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 1_000_000


def most_megabytes() -> float:
    """Return the most memory that this process ever had in use since ``forget_the_most``."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1000


def forget_the_most() -> None:
    """Begin anew to remember the most."""
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")


def wait_until(holds: Callable[[], bool]) -> None:
    """Wait some seconds for something to hold."""
    end = time.monotonic() + 5
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.01)
