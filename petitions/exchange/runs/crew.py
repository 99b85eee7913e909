"""The worker processes of a run: each does job after job; none outlives the process that started it.

Each worker has a line of its own and shares no lock with another, so that one that is killed, whatever it was
doing, is seen at once and holds nobody up.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pkgutil import resolve_name
from typing import Any, Protocol, Self

_SPAWN = multiprocessing.get_context("spawn")


class WorkerDied(Exception):
    """A worker ended before its work; what was noted as done stays done."""


class Common(Protocol):
    """What all jobs have in common; each worker has a copy."""

    def hold(self) -> AbstractContextManager[object]:
        """Tell that a worker lives, until the block ends: no other run begins meanwhile."""

    def prepare(self) -> None:
        """Load what the jobs need."""


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
        self._life, self._their_life = multiprocessing.Pipe()
        self._workers: dict[Connection, BaseProcess] = {}
        self._ctrl_c = CtrlC()

    def __enter__(self) -> Self:
        self._ctrl_c.watch()
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self._ctrl_c.let_go()
        for line, worker in self._workers.items():
            if kind is not None:
                worker.kill()
            line.close()  # one that waits for a job ends now
        for worker in self._workers.values():
            worker.join()
        self._life.close()
        self._their_life.close()

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
            ours, theirs = _SPAWN.Pipe()
            worker = _SPAWN.Process(target=_work, args=(self._task, theirs, self._their_life))
            with theirs, self._ctrl_c.put_off(), _ctrl_c_waits():
                worker.start()
                self._workers[ours] = worker
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


@contextmanager
def _ctrl_c_waits() -> Iterator[None]:
    """Put Ctrl+C off; a process that is started meanwhile does so for good: only its parent is to see it."""
    resource_tracker.ensure_running()  # the first start would start it too, and let Ctrl+C through again after that
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _work(task: Common, line: Connection, life: Connection) -> None:
    """Do every job that comes; end with the parent, in the middle of one too."""
    held = task.hold()
    if life.poll():
        os._exit(1)
    threading.Thread(target=_end_with_parent, args=(life,), daemon=True).start()
    task.prepare()
    with held, suppress(EOFError, ConnectionError):
        while True:
            work, job = line.recv()
            line.send(_answer(work, job, task=task))


def _answer(work: str, job: Any, *, task: Common) -> tuple[bool, Any]:
    """Do a job; its function is loaded here, when all is prepared."""
    try:
        return True, resolve_name(work)(job, task=task)
    except Exception as raised:  # noqa: BLE001 - whatever it is, the parent raises it
        return False, raised


def _end_with_parent(life: Connection) -> None:
    life.poll(None)  # nothing is ever sent; it ends with the parent
    os._exit(1)
