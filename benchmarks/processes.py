"""Asks the kernel about processes of this computer."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

_PAGE = 4096
_TICKS = os.sysconf("SC_CLK_TCK")


def children_of(process: int) -> list[int]:
    """Return the processes that one has started; none where it is gone."""
    with suppress(OSError):
        text = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii")
        return [int(one) for one in text.split()]
    return []


def resident(process: int) -> int:
    """Return how many bytes of memory a process holds; 0 where it is gone."""
    with suppress(OSError, IndexError):
        return int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1]) * _PAGE
    return 0


def used_by(process: int) -> float:
    """Return the seconds of cores that a process and its children that ended have used; 0 where it is gone."""
    told = _told(process)
    return sum(map(int, told[11:15])) / _TICKS if told else 0.0


def is_busy(process: int) -> bool:
    """Say whether a process computes at this moment, or has a child that may."""
    told = _told(process)
    return bool(told) and (told[0] == "R" or bool(children_of(process)))


def _told(process: int) -> list[str]:
    """Return what stands in the kernel's line after the name, from the state on."""
    with suppress(OSError):
        return Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return []
