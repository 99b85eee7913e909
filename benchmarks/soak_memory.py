"""How much memory each process of the site holds, from the time it is warm until it ends."""

from __future__ import annotations

import statistics
import time
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

from benchmarks.deployed_site import DeployedSite

_EVERY = 1.0
_AT_EITHER_END = 10
"""So many samples at the beginning and at the end are taken together."""


@dataclass
class Memory:
    """Notes the resident memory of each worker once a second; one is warm ``warm`` seconds after it was first seen."""

    site: DeployedSite
    warm: float
    over: Event = field(default_factory=Event)
    seen: dict[int, list[tuple[float, int]]] = field(default_factory=lambda: defaultdict(list))

    def watch(self) -> None:
        """Note until it is over."""
        while not self.over.wait(_EVERY):
            for worker in self.site.workers():
                held = resident(worker)
                if held:
                    self.seen[worker].append((time.monotonic(), held))

    def growths(self) -> list[Growth]:
        """Return the growth of each worker that lived long enough to tell."""
        found = [_growth(worker, samples, warm=self.warm) for worker, samples in self.seen.items()]
        return [one for one in found if one]


@dataclass(frozen=True, slots=True)
class Growth:
    """How one worker grew: MB when it was warm, MB at its end, and the seconds between."""

    worker: int
    first: float
    last: float
    seconds: float

    @property
    def percent(self) -> float:
        """Return the growth."""
        return (self.last / self.first - 1) * 100


def resident(worker: int) -> int:
    """Return how many bytes of memory a process holds; 0 where it is gone."""
    try:
        pages = int(Path(f"/proc/{worker}/statm").read_text().split()[1])
    except (OSError, IndexError):
        return 0
    return pages * 4096


def _growth(worker: int, samples: list[tuple[float, int]], *, warm: float) -> Growth | None:
    held = [(when, size / 1e6) for when, size in samples if when >= samples[0][0] + warm]
    if len(held) < 2 * _AT_EITHER_END:
        return None
    first, last = held[:_AT_EITHER_END], held[-_AT_EITHER_END:]
    return Growth(
        worker,
        statistics.median(size for _when, size in first),
        statistics.median(size for _when, size in last),
        last[-1][0] - first[0][0],
    )
