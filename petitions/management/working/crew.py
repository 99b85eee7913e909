"""The worker processes of one machine: one that ends is started again, and all end in peace with the one that started them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

from petitions.documents.shelf import SHELF

_PROGRAM = Path(__file__).resolve().parents[3]
_COMMAND = (sys.executable, "-m", "django", "work", "--as-one-of-them")
_BEAT_EVERY = 5.0
_LOOK_EVERY = 0.2
_LONGEST_REST = 30.0
_ONE_CORE = {"POLARS_MAX_THREADS": "1", "OMP_NUM_THREADS": "1"}
"""A worker works on one core; whoever has more starts more of them."""


@dataclass
class Place:
    """The place of one worker: who has it now, since when, and how long the next one rests after one that died at once."""

    process: subprocess.Popen[bytes] | None = None
    since: float = 0.0
    rest: float = 0.0
    free_at: float = 0.0

    def fill(self, around: dict[str, str]) -> None:
        """Start a worker where there is none and its rest is over."""
        now = time.monotonic()
        if self.process is not None and self.process.poll() is not None:
            lived = now - self.since
            self.rest = 0.0 if lived > _LONGEST_REST else min(max(0.5, 2 * self.rest), _LONGEST_REST)
            self.process, self.free_at = None, now + self.rest
        if self.process is None and now >= self.free_at:
            self.since = now
            self.process = subprocess.Popen(  # noqa: S603 - no part of it is typed
                _COMMAND, stdin=subprocess.PIPE, cwd=_PROGRAM, env=around, start_new_session=True
            )


@dataclass
class Crew:
    """So many workers of this machine, and the beat beside them, unless another machine has it."""

    workers: int
    has_beat: bool = True
    with_parent: bool = False
    """End when the process that started this one is gone."""
    patience: float = 60.0
    """Seconds for the tasks at hand to end; what takes longer goes on elsewhere once its lease is over."""
    _parent: int = field(default_factory=os.getppid)
    _is_ending: bool = False

    def run(self) -> None:
        """Work until SIGTERM or Ctrl+C."""
        for one in (signal.SIGTERM, signal.SIGINT):
            signal.signal(one, self._end)
        places = [Place() for _each in range(self.workers)]
        with tempfile.TemporaryDirectory() as shelf:
            around = {**_ONE_CORE, **os.environ, SHELF: shelf}
            next_beat = time.monotonic()
            while not self._is_over():
                for place in places:
                    place.fill(around)
                if self.has_beat and time.monotonic() >= next_beat:
                    _beat()
                    next_beat = time.monotonic() + _BEAT_EVERY
                time.sleep(_LOOK_EVERY)
            self._let_end([place.process for place in places if place.process is not None])

    def _is_over(self) -> bool:
        return self._is_ending or (self.with_parent and os.getppid() != self._parent)

    def _end(self, _signal: int, _frame: FrameType | None) -> None:
        self._is_ending = True

    def _let_end(self, processes: list[subprocess.Popen[bytes]]) -> None:
        """Ask once: asked twice, a worker drops what it has in hand."""
        end = time.monotonic() + self.patience
        for one in processes:
            one.terminate()
        for one in processes:
            try:
                one.wait(max(0.0, end - time.monotonic()))
            except subprocess.TimeoutExpired:
                one.kill()


def _beat() -> None:
    from petitions.management.working.beat import beat  # noqa: PLC0415 - the workers load meanwhile

    beat()


def end_with_the_crew() -> None:
    """Have this worker end, once its task is done, when the process that started it is gone without a word."""

    def wait() -> None:
        while os.read(sys.stdin.fileno(), 1):
            pass
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=wait, daemon=True).start()
