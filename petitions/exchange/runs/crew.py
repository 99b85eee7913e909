"""The worker processes of a run: each does job after job; none outlives the process that started it.

Each worker has a line of its own and shares no lock with another, so that one that is killed, whatever it was
doing, is seen at once and holds nobody up.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection, wait
from typing import Any, Self

from petitions.exchange.runs.worker import Common, Worker, worker


class WorkerDied(Exception):
    """A worker ended before its work; what was noted as done stays done."""


class CtrlC:
    """Remembers Ctrl+C: raised inside a callback of the interpreter, such as one of an import, it would be lost."""

    def __init__(self) -> None:
        self._was_pressed = False
        self._waits = False
        self._before: Any = None

    def watch(self) -> None:
        """Remember from now on; only the main thread of a process hears of it."""
        if threading.current_thread() is threading.main_thread():
            self._before = signal.signal(signal.SIGINT, self._pressed)

    def let_go(self) -> None:
        """Put back what heard of it before."""
        if self._before is not None:
            signal.signal(signal.SIGINT, self._before)

    def heed(self) -> None:
        """Raise KeyboardInterrupt where it was pressed."""
        if self._was_pressed:
            raise KeyboardInterrupt

    @contextmanager
    def put_off(self) -> Iterator[None]:
        """Raise nothing in the block, whichever thread the signal reaches; ``heed`` does so afterwards."""
        self._waits = True
        try:
            yield
        finally:
            self._waits = False

    def _pressed(self, *_: object) -> None:
        self._was_pressed = True
        if not self._waits:
            raise KeyboardInterrupt


class Crew:
    """Some workers, started at the first need; at the end of the block they are gone, after an error at once."""

    def __init__(self, *, task: Common, workers: int) -> None:
        self._task, self._most = task, workers
        self._workers: dict[Connection, Worker] = {}
        self._ctrl_c = CtrlC()

    def __enter__(self) -> Self:
        self._ctrl_c.watch()
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self._ctrl_c.let_go()
        if kind is not None:
            for one in self._workers.values():
                one.process.kill()
        self.let_go()
        for one in self._workers.values():
            one.join()

    def let_go(self) -> None:
        """Let the workers end, who have no more to do; the end of the block waits until they have."""
        for one in self._workers.values():
            one.let_go()

    def each(self, jobs: Sequence[Any], *, work: str) -> Iterator[Any]:
        """Do the jobs, in any order, by the function that ``work`` names as "module:function"; yield its answers.

        Raise WorkerDied when a worker is lost, or what a job raised.
        """
        left = iter(jobs)
        try:
            busy = {line for line in self._started(len(jobs)) if _hand(line, left, work=work)}
            while busy:
                self._ctrl_c.heed()
                for line in _ready(busy):
                    is_done, answer = line.recv()
                    if not is_done:
                        raise answer
                    if not _hand(line, left, work=work):
                        busy.remove(line)
                    yield answer
        except (EOFError, ConnectionError):
            raise WorkerDied from None

    def _started(self, jobs: int) -> list[Connection]:
        """Return the lines to the workers, as many as have something to do."""
        while len(self._workers) < min(self._most, jobs):
            with self._ctrl_c.put_off():
                one = worker(self._task)
                self._workers[one.line] = one
            self._ctrl_c.heed()
        return list(self._workers)


def _hand(line: Connection, left: Iterator[Any], *, work: str) -> bool:
    """Hand the next job over; say whether there was one."""
    for job in left:
        line.send((work, job))
        return True
    return False


def _ready(busy: Iterable[Connection]) -> list[Connection]:
    """Wait until a worker has answered or is gone."""
    return [line for line in wait(list(busy)) if isinstance(line, Connection)]
