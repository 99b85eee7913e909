"""How much memory each process of the site, and each of its workers, holds from the time it is warm until it ends."""

from __future__ import annotations

import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from threading import Event

from benchmarks.processes import resident

_EVERY = 1.0
_AT_EITHER_END = 10
"""So many samples at the beginning and at the end are taken together."""


@dataclass
class Memory:
    """Notes the resident memory of each process once a second.

    ``watched`` gives the processes there are, by the name of what they are; ``warm`` says how many seconds after one was
    first seen it is warm.
    """

    watched: Mapping[str, Callable[[], list[int]]]
    warm: Mapping[str, float]
    over: Event = field(default_factory=Event)
    seen: dict[tuple[str, int], list[tuple[float, int]]] = field(default_factory=lambda: defaultdict(list))

    def watch(self) -> None:
        """Note until it is over."""
        while not self.over.wait(_EVERY):
            for name, processes in self.watched.items():
                for process in processes():
                    held = resident(process)
                    if held:
                        self.seen[name, process].append((time.monotonic(), held))

    def growths(self) -> list[Growth]:
        """Return the growth of each process that lived long enough to tell."""
        found = [
            _growth(name, samples, warm=self.warm[name]) for (name, _process), samples in self.seen.items()
        ]
        return [one for one in found if one]


@dataclass(frozen=True, slots=True)
class Growth:
    """How one process grew: what it is, MB when it was warm, MB at its end, and the seconds between."""

    name: str
    first: float
    last: float
    seconds: float

    @property
    def percent(self) -> float:
        """Return the growth."""
        return (self.last / self.first - 1) * 100


def _growth(name: str, samples: list[tuple[float, int]], *, warm: float) -> Growth | None:
    held = [(when, size / 1e6) for when, size in samples if when >= samples[0][0] + warm]
    if len(held) < 2 * _AT_EITHER_END:
        return None
    first, last = held[:_AT_EITHER_END], held[-_AT_EITHER_END:]
    return Growth(
        name,
        statistics.median(size for _when, size in first),
        statistics.median(size for _when, size in last),
        last[-1][0] - first[0][0],
    )
