"""Faults that are done to a running site and its workers, one after the other, and how long until all works again by itself."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import Protocol

from benchmarks.deployed_site import DeployedSite
from benchmarks.deployed_workers import DeployedWorkers
from benchmarks.own_redis import OwnRedis
from benchmarks.processes import used_by
from benchmarks.soak_health import Health, can_answer, status

LONGEST_RECOVERY = 30.0
_AFTERWARDS = 2.0
"""So many seconds after it works again what waited meanwhile is still served."""
_GIVE_UP = 90.0
_DOWN = (3.0, 8.0)
_FULL = (10.0, 15.0)
_PROBES = 3
_BUSY_WITHIN = 10.0
_AT_WORK = 0.2
"""A worker that has used so many seconds of a core since papers were asked for is making them."""


@dataclass
class Fault:
    """One fault. Times are those of ``time.monotonic``; ``mended`` is when its cause was gone.

    ``well`` is when pages came again, ``works`` when the papers were there that somebody asked for once it was mended, and
    all that were waited for when it came.
    """

    name: str
    began: float
    mended: float = 0.0
    well: float = 0.0
    works: float = 0.0
    was_red: bool = False
    notes: str = ""

    @property
    def recovery(self) -> float:
        """Return for how many seconds pages did not come though nothing was wrong any more."""
        return max(0.0, self.well - self.mended)

    @property
    def work_recovery(self) -> float:
        """Return after how many seconds the workers had done what was asked for then."""
        return max(0.0, self.works - self.mended)

    def covers(self, began: float, ended: float) -> bool:
        """Say whether something that took this time can have been touched by the fault."""
        return began <= self.well + _AFTERWARDS and ended >= self.began


class Office(Protocol):
    """Who has papers printed: for one person, or for all of them; ``waiting`` gives the jobs that are not over."""

    def print_one(self) -> str:
        """Ask for them; return the id of the job."""

    def print_all(self) -> str:
        """Ask for them; return the id of the job."""

    def waiting(self) -> list[str]:
        """Return the ids of the jobs that were asked for and are not over."""

    def over_at(self, jobs: list[str], *, last: float) -> float:
        """Wait until jobs are over; return when that was, or infinity where it was not before ``last``."""


@dataclass(frozen=True)
class Scene:
    """What faults are done to, and the office that says whether it works."""

    site: DeployedSite
    workers: DeployedWorkers
    redis: OwnRedis
    health: Health
    office: Office


class Faults:
    """Does faults to a site until it is told to stop."""

    def __init__(self, scene: Scene, *, chance: random.Random) -> None:
        self.scene, self.site, self.chance = scene, scene.site, chance
        self.done: list[Fault] = []
        self.waiting: list[str] = []
        self.kinds: dict[str, Callable[[Fault], None]] = {
            "worker killed": self._kill_worker,
            "task worker killed": self._kill_task_worker,
            "database restarted": self._restart_database,
            "Redis restarted": self._restart_redis,
        }
        if self.site.disk:
            self.kinds["disk filled"] = self._fill_disk

    def go_on(self, *, over: Event, until: float, every: float) -> None:
        """Do one fault after the other, each kind once before any comes again; none begins that could not be seen out."""
        waiting: list[str] = []
        while not over.wait(self.chance.uniform(0.7, 1.3) * every):
            if time.monotonic() > until:
                return
            waiting = waiting or self.chance.sample([*self.kinds], len(self.kinds))
            self.do(waiting.pop())

    def do(self, name: str) -> Fault:
        """Do one fault, and wait until the site works again."""
        fault = Fault(name, began=time.monotonic())
        self.done.append(fault)
        self.waiting = self.scene.office.waiting()
        fault.well = fault.works = float("inf")
        self.kinds[name](fault)
        fault.mended = time.monotonic()
        fault.well = self._well_at(fault.mended + _GIVE_UP)
        fault.was_red = self.scene.health.was_red(after=fault.began)
        asked = [*self.waiting, self.scene.office.print_one()]
        fault.works = self.scene.office.over_at(asked, last=fault.mended + _GIVE_UP)
        return fault

    def _kill_worker(self, fault: Fault) -> None:
        victim = self.chance.choice(self.site.workers())
        with suppress(ProcessLookupError):
            os.kill(victim, signal.SIGKILL)

    def _kill_task_worker(self, fault: Fault) -> None:
        """Kill one in the middle of what it does; its job, too, must be done within the time."""
        before = {one: used_by(one) for one in self.scene.workers.workers()}
        self.scene.office.print_all()
        last, busy = time.monotonic() + _BUSY_WITHIN, list[int]()
        while not busy and time.monotonic() < last:
            time.sleep(0.01)
            busy = [one for one, used in before.items() if used_by(one) > used + _AT_WORK]
        self.waiting = self.scene.office.waiting()
        fault.notes = "at work" if busy else "while it waited"
        self.scene.workers.kill(self.chance.choice(busy or self.scene.workers.workers()))

    def _restart_redis(self, fault: Fault) -> None:
        """Let all be lost that it held."""
        self.scene.redis.kill()
        time.sleep(self.chance.uniform(*_DOWN))
        self.scene.redis.start()

    def _restart_database(self, fault: Fault) -> None:
        how = self.chance.choice((signal.SIGINT, signal.SIGQUIT))
        fault.notes = "as a crash" if how == signal.SIGQUIT else "in order"
        self.site.database.stop(how=how)
        time.sleep(self.chance.uniform(*_DOWN))
        self.site.database.launch()

    def _fill_disk(self, fault: Fault) -> None:
        """Leave no room for a while; start the database again where it ended, as whoever watches it does."""
        assert self.site.disk
        file, last = self.site.disk / "filling", time.monotonic() + self.chance.uniform(*_FULL)
        while time.monotonic() < last:
            _fill(file)
            time.sleep(0.2)
        file.unlink()
        if not self.site.database.is_running():
            fault.notes = "the database ended"
            self.site.database.launch()

    def _well_at(self, last: float) -> float:
        """Return since when health and an interview of one answer work several times in a row."""
        in_row, since = 0, 0.0
        while in_row < _PROBES:
            now = time.monotonic()
            if now > last:
                return float("inf")
            if status(self.site.port, "/healthz") == 200 and can_answer(self.site.port):
                since, in_row = since if in_row else now, in_row + 1
            else:
                in_row = 0
                if not self.site.database.is_running():
                    self.site.database.launch()
            time.sleep(0.2)
        return since


def _fill(file: Path) -> None:
    """Write until there is no room."""
    with suppress(OSError), file.open("ab", buffering=0) as stream:
        while True:
            stream.write(bytes(64 * 1024))
