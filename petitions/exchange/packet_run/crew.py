"""The worker processes of a run: each does job after job; none outlives the process that started it."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from multiprocessing.connection import Connection
from pkgutil import resolve_name
from typing import Any, Self

import django

from petitions.exchange.packet_run.places import Places

_AHEAD = 2
"""Jobs that wait for each worker, so that none stands idle and few are held in memory."""


class WorkerDied(Exception):
    """A worker ended before its work; what was noted as done stays done."""


class Crew:
    """Some workers, started at the first need; at the end of the block they are gone, after an error at once."""

    def __init__(self, *, task: Any, workers: int) -> None:
        self._line, theirs = self._ends = multiprocessing.Pipe()
        self._workers = workers
        self._pool = ProcessPoolExecutor(
            workers,
            mp_context=multiprocessing.get_context("spawn"),
            initializer=_begin,
            initargs=(task, theirs),
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is not None:
            self._line.close()  # every worker sees this, and ends in the middle of its job
        self._pool.shutdown(wait=True, cancel_futures=True)
        for end in self._ends:
            end.close()

    def each(self, jobs: Iterable[Any], *, work: str) -> Iterator[Any]:
        """Do the jobs, in any order, by the function that ``work`` names as "module:function"; yield its answers.

        Raise WorkerDied when a worker is lost, or what a job raised.
        """
        left = iter(jobs)
        waiting: set[Future[Any]] = set()
        try:
            while True:
                waiting |= self._submit(islice(left, self._workers * _AHEAD - len(waiting)), work=work)
                if not waiting:
                    return
                ended, waiting = wait(waiting, return_when=FIRST_COMPLETED)
                yield from [one.result() for one in ended]
        except BrokenProcessPool:
            raise WorkerDied from None

    def _submit(self, jobs: Iterable[Any], *, work: str) -> set[Future[Any]]:
        """Hand jobs to the pool, which may start workers now: they are never to see Ctrl+C, only their parent is."""
        with _ctrl_c_waits():
            return {self._pool.submit(_do, work, job) for job in jobs}


@contextmanager
def _ctrl_c_waits() -> Iterator[None]:
    """Put Ctrl+C off; a process that is started meanwhile does so for good."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class _Worker:
    """What this process knows as a worker."""

    task: Any
    hold: Any


def _begin(task: Any, line: Connection) -> None:
    """Set a worker up: from now on it ends when its parent does, and no other run begins before that."""
    _Worker.task, _Worker.hold = task, Places(task.folder).hold()
    if line.poll():
        os._exit(1)
    threading.Thread(target=_end_with_parent, args=(line,), daemon=True).start()
    django.setup()


def _end_with_parent(line: Connection) -> None:
    line.poll(None)  # nothing is ever sent; the line ends with the parent
    os._exit(1)


def _do(work: str, job: Any) -> Any:
    """Do a job; its function is loaded here, when Django is set up."""
    return resolve_name(work)(job, task=_Worker.task)
