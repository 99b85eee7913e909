"""Reads from Linux how much of the processor and of memory the processes of one kind have had: those that this program started."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

_TICKS = os.sysconf("SC_CLK_TCK")
_KINDS = {"web": "gunicorn", "worker": "manage.py work", "database": "postgres"}
OWN = "own"
"""This program itself, with what it starts beside the site."""


def kinds() -> dict[int, str]:
    """Return every living process below this one, with its kind; a process is of the kind of the one that started it."""
    parents = {pid: _fields(pid)[1] for pid in _pids()}
    found = {os.getpid(): OWN}
    waiting = [os.getpid()]
    while waiting:
        above = waiting.pop()
        for pid in [one for one, parent in parents.items() if int(parent) == above]:
            said = _said(pid)
            named = next((kind for kind, word in _KINDS.items() if word in said), OWN)
            found[pid] = named if found[above] == OWN else found[above]
            waiting.append(pid)
    return found


def seconds() -> dict[str, float]:
    """Return the seconds of processor that each kind has had so far, with those of its children that have ended."""
    total = dict.fromkeys((*_KINDS, OWN), 0.0)
    for pid, kind in kinds().items():
        with suppress(FileNotFoundError, ProcessLookupError):
            total[kind] += sum(map(int, _fields(pid)[11:15])) / _TICKS
    return total


def used_by(do: Callable[[], object]) -> dict[str, float]:
    """Do something; return how many seconds of processor each kind had meanwhile."""
    before = seconds()
    do()
    return {kind: now - before[kind] for kind, now in seconds().items()}


def megabytes(kind: str) -> list[float]:
    """Return for each process of a kind how much memory is its own, with its share of what several have together."""
    return sorted(_share(pid) for pid, one in kinds().items() if one == kind)


def _pids() -> Iterator[int]:
    for one in Path("/proc").iterdir():
        if one.name.isdigit() and (one / "stat").exists():
            yield int(one.name)


def _fields(pid: int) -> list[str]:
    """Return what stands after the name: state, parent, and on."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return ["Z", *["0"] * 20]


def _said(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()
    except (FileNotFoundError, ProcessLookupError):
        return ""


def _share(pid: int) -> float:
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
    return 0.0
