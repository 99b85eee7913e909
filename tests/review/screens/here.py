"""A crew without processes: it does its jobs where it is, so that a test need not start others."""

from __future__ import annotations

from pkgutil import resolve_name
from typing import Any, Self

from petitions.exchange.runs.crew import WorkerDied


class Here:
    """Does the jobs of a crew in this process, so that a test need not start others; ``most`` of them, then it dies."""

    most: int | None = None

    def __init__(self, *, task: Any, workers: int) -> None:
        self._task = task

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None: ...

    def each(self, jobs: Any, *, work: str) -> Any:
        for job in jobs:
            if Here.most is not None:
                Here.most -= 1
                if Here.most < 0:
                    raise WorkerDied
            yield resolve_name(work)(job, task=self._task)
