"""Says how far a run is: one line, written over, on a terminal; else a line now and then."""

from __future__ import annotations

from time import monotonic
from typing import TextIO

from petitions.exchange.packet_run.progress import Progress

_ON_TERMINAL, _ELSEWHERE = 1.0, 10.0
"""Seconds between two reports."""
_WIDTH = 78


class Reporter:
    """Reports to one stream."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._is_terminal = stream.isatty()
        self._began = self._said = monotonic()

    def tell(self, progress: Progress) -> None:
        """Report, unless the last report was just now."""
        if monotonic() - self._said >= (_ON_TERMINAL if self._is_terminal else _ELSEWHERE):
            self._said = monotonic()
            self._say(progress, end="\r" if self._is_terminal else "\n")

    def end(self, progress: Progress) -> None:
        """Report the end."""
        self._say(progress, end="\n")

    def _say(self, progress: Progress, *, end: str) -> None:
        line = report(progress, seconds=monotonic() - self._began)
        print(line.ljust(_WIDTH) if self._is_terminal else line, end=end, file=self._stream, flush=True)


def report(progress: Progress, *, seconds: float) -> str:
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
            parts.append(_time_left((progress.records - progress.done) / rate))
    elif progress.done == progress.records:
        parts.append("all done before: nothing was changed")
    return ", ".join(parts)


def _speed(rate: float) -> str:
    return f"{rate:,.0f} a second" if rate >= 1 else f"{rate * 60:,.0f} a minute"


def _time_left(seconds: float) -> str:
    return "less than a minute left" if seconds < 60 else f"about {round(seconds / 60):,} min left"
