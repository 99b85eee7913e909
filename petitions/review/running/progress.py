"""How far a review run is, in bytes that were truly read, and the line that says so."""

from __future__ import annotations

from dataclasses import dataclass

from petitions.exchange.runs.reporting import time_left
from petitions.review.running.places import Step

_SHARE_OF_TIME = {Step.READ: 0.45, Step.DECIDED: 0.15, Step.WRITTEN: 0.4}
"""What part of the whole time each step takes, as measured; only the estimate of the time left rests on it."""
_SAID = {Step.READ: "reading", Step.DECIDED: "deciding", Step.WRITTEN: "writing"}
_GIGABYTE, _MEGABYTE = 1_000_000_000, 1_000_000


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one step is: of how many bytes, how many are done, how many of these, and of the rows, by this start."""

    step: Step
    size: int
    done: int
    done_now: int
    rows_now: int
    seconds: float


def report(progress: Progress, _: float = 0) -> str:
    """Write one report."""
    parts = [f"{_SAID[progress.step]}: {_bytes(progress.done, of=progress.size)}"]
    if progress.done_now:
        parts.append(f"{progress.rows_now / max(progress.seconds, 0.001):,.0f} rows a second")
        parts.append(time_left(_seconds_left(progress)))
    return ", ".join(parts)


def _seconds_left(progress: Progress) -> float:
    """Reckon from the speed of this step, and from what the later ones take beside it."""
    whole_step = progress.seconds * progress.size / progress.done_now
    this = whole_step * (progress.size - progress.done) / max(progress.size, 1)
    steps = list(_SHARE_OF_TIME)
    later = sum(_SHARE_OF_TIME[step] for step in steps[steps.index(progress.step) + 1 :])
    return this + whole_step * later / _SHARE_OF_TIME[progress.step]


def _bytes(done: int, *, of: int) -> str:
    if of >= _GIGABYTE:
        return f"{done / _GIGABYTE:.2f} of {of / _GIGABYTE:.2f} GB"
    return f"{done / _MEGABYTE:.1f} of {of / _MEGABYTE:.1f} MB"
