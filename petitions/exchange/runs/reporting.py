"""Says how far a run is: one line, written over, on a terminal; else a line now and then."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import Generic, TextIO, TypeVar

_ON_TERMINAL, _ELSEWHERE = 1.0, 10.0
"""Seconds between two reports."""
_WIDTH = 78

_Progress = TypeVar("_Progress")


class Reporter(Generic[_Progress]):
    """Reports to one stream; ``report`` writes what is told at so many seconds from the start."""

    def __init__(self, stream: TextIO, *, report: Callable[[_Progress, float], str]) -> None:
        self._stream, self._report = stream, report
        self._is_terminal = stream.isatty()
        self._began = self._said = monotonic()

    def tell(self, progress: _Progress) -> None:
        """Report, unless the last report was just now."""
        if monotonic() - self._said >= (_ON_TERMINAL if self._is_terminal else _ELSEWHERE):
            self._said = monotonic()
            self._say(progress, end="\r" if self._is_terminal else "\n")

    def end(self, progress: _Progress) -> None:
        """Report the end."""
        self._say(progress, end="\n")

    def _say(self, progress: _Progress, *, end: str) -> None:
        line = self._report(progress, monotonic() - self._began)
        print(line.ljust(_WIDTH) if self._is_terminal else line, end=end, file=self._stream, flush=True)


def time_left(seconds: float) -> str:
    """Say about how long it will take."""
    return "less than a minute left" if seconds < 60 else f"about {round(seconds / 60):,} min left"
