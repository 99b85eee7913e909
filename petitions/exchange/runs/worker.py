"""A worker process of a run: it does job after job, and does not outlive the process that started it."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from importlib import import_module
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pkgutil import resolve_name
from typing import Any, Protocol

_SPAWN = multiprocessing.get_context("spawn")


class Common(Protocol):
    """What all jobs have in common; each worker has a copy."""

    def hold(self) -> AbstractContextManager[object]:
        """Tell that a worker lives, until the block ends: no other run begins meanwhile."""

    def prepare(self) -> None:
        """Load what the jobs need."""


@dataclass(frozen=True, slots=True)
class Worker:
    """A process, the line on which jobs go to it and answers come back, and what ends when this process does."""

    process: BaseProcess
    line: Connection
    life: Connection

    def let_go(self) -> None:
        """Let it end when its job is done."""
        self.line.close()

    def join(self) -> None:
        """Wait until it has ended."""
        self.process.join()
        self.life.close()


_ahead: list[Worker] = []


def start_ahead(workers: int, *, loads: Sequence[str]) -> None:
    """Start workers before it is known what for: they load these modules meanwhile, and wait for ``worker``."""
    _ahead.extend(_start(loads) for _ in range(workers))


def worker(task: Common) -> Worker:
    """Return one that knows the task: one that was started ahead, or a new one. Raise ConnectionError where it is gone."""
    found = _ahead.pop() if _ahead else _start(())
    found.line.send(task)
    return found


def _start(loads: Sequence[str]) -> Worker:
    ours, theirs = _SPAWN.Pipe()
    life, their_life = _SPAWN.Pipe()
    # A daemon, so that one that was never asked for anything ends with this process, which would wait for it otherwise.
    process = _SPAWN.Process(target=_work, args=(theirs, their_life, loads), daemon=True)
    with theirs, their_life, _ctrl_c_waits():
        process.start()
    return Worker(process, ours, life)


@contextmanager
def _ctrl_c_waits() -> Iterator[None]:
    """Put Ctrl+C off; a process that is started meanwhile does so for good: only its parent is to see it."""
    resource_tracker.ensure_running()  # the first start would start it too, and let Ctrl+C through again after that
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _work(line: Connection, life: Connection, loads: Sequence[str]) -> None:
    """Do every job that comes; end with the parent, in the middle of one too."""
    threading.Thread(target=_end_with_parent, args=(life,), daemon=True).start()
    gc.disable()  # what is loaded stays; to look through it again and again is a tenth of the time
    for module in loads:
        import_module(module)
    gc.freeze()
    gc.enable()
    try:
        task = line.recv()
    except (EOFError, ConnectionError):
        return  # nothing was asked of it
    held = task.hold()
    if life.poll():
        os._exit(1)
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
