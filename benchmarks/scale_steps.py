"""What each step of a bulk job costs: seconds, and seconds of cores; and what is done by one worker alone bounds the rest."""

from __future__ import annotations

import os
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from benchmarks.processes import used_by


@dataclass
class Costs:
    """Notes, look by look, to which step the time since the look before belongs; ``workers`` gives the processes."""

    workers: Callable[[], list[int]]
    seconds: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    cores: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    _last: float = field(default_factory=time.monotonic)
    _used: dict[int, float] = field(default_factory=dict)

    @property
    def whole(self) -> float:
        """Return the seconds of all steps."""
        return sum(self.seconds.values())

    @property
    def used(self) -> float:
        """Return the seconds of cores of all steps."""
        return sum(self.cores.values())

    def begin(self) -> None:
        """Begin to count."""
        self._last = time.monotonic()
        self._used = {one: used_by(one) for one in self.workers()}

    def note(self, step: str) -> None:
        """Note that this step went on since the last look; steps keep the order in which they were first seen."""
        now = time.monotonic()
        self.seconds[step] += now - self._last
        self._last = now
        for one in self.workers():
            used = used_by(one)
            self.cores[step] += max(0.0, used - self._used.get(one, 0.0))
            self._used[one] = max(used, self._used.get(one, 0.0))


def at_most(one: Costs, *, alone: Iterable[str], number: int) -> float:
    """Return the efficiency that so many workers could have if only what one of them does alone held the others up."""
    serial = sum(one.seconds.get(step, 0.0) for step in alone)
    return one.whole / (serial + (one.whole - serial) / number) / number


def table(costs: dict[int, Costs], *, alone: Iterable[str]) -> list[str]:
    """Return a line for each step: its seconds and those of cores, for each number of workers."""
    found = []
    for step in next(iter(costs.values())).seconds:
        told = "; ".join(
            f"{number} worker{'s' if number > 1 else ''} {one.seconds[step]:7.1f} s, {one.cores[step]:7.1f} s of cores"
            for number, one in costs.items()
        )
        found.append(f"  {step:12} {told}{'  (one worker alone)' if step in alone else ''}")
    return found


def pace_of_two(*, seconds: float = 1.0) -> float:
    """Return at which pace each of two processes works that share nothing, beside the pace of one alone: 1 is as fast."""
    return _counted(2, seconds) / _counted(1, seconds) / 2


def _counted(processes: int, seconds: float) -> int:
    """Have some processes count for so long; return how far they came together."""
    pipes = []
    for _each in range(processes):
        ours, theirs = os.pipe()
        if not os.fork():
            os.write(theirs, str(_count(seconds)).encode())
            os._exit(0)
        os.close(theirs)
        pipes.append(ours)
    found = 0
    for ours in pipes:
        with os.fdopen(ours) as file:
            found += int(file.read())
        os.wait()
    return found


def _count(seconds: float) -> int:
    number, end = 0, time.monotonic() + seconds
    while time.monotonic() < end:
        number += 1
    return number
