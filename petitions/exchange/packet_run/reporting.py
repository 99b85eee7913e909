"""Writes in one line how far a run of the ``packets`` command is."""

from __future__ import annotations

from petitions.exchange.packet_run.progress import Progress
from petitions.exchange.runs.reporting import time_left


def report(progress: Progress, seconds: float) -> str:
    """Write one report; the rate is of the records of this start alone."""
    parts = [f"{progress.done:,} of {progress.records:,} records", f"{progress.problems:,} with problems"]
    if progress.volumes:
        return ", ".join([*parts, f"{progress.joined:,} of {progress.volumes:,} volumes joined"])
    if progress.courts_done < progress.for_courts:
        return ", ".join([*parts, f"{progress.courts_done:,} of {progress.for_courts:,} jobs for courts"])
    if progress.now:
        rate = progress.now / max(seconds, 0.001)
        parts.append(_speed(rate))
        if progress.done < progress.records:
            parts.append(time_left((progress.records - progress.done) / rate))
    elif progress.done == progress.records:
        parts.append("all done before: nothing was changed")
    return ", ".join(parts)


def _speed(rate: float) -> str:
    return f"{rate:,.0f} a second" if rate >= 1 else f"{rate * 60:,.0f} a minute"
