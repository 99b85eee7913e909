"""Faults that are done to a running site, one after the other, and how long it takes until it works again by itself."""

from __future__ import annotations

import http.client
import os
import random
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from urllib.parse import urlencode

from benchmarks.deployed_site import DeployedSite, asked

LONGEST_RECOVERY = 30.0
_AFTERWARDS = 2.0
"""So many seconds after it works again what waited meanwhile is still served."""
_GIVE_UP = 90.0
_DOWN = (3.0, 8.0)
_FULL = (10.0, 15.0)
_PROBES = 3
_CSRF = "__Host-csrf"


@dataclass
class Fault:
    """One fault. Times are those of ``time.monotonic``; ``mended`` is when its cause was gone, ``well`` when the site was."""

    name: str
    began: float
    mended: float = 0.0
    well: float = 0.0
    was_red: bool = False
    notes: str = ""

    @property
    def recovery(self) -> float:
        """Return for how many seconds the site did not work though nothing was wrong any more."""
        return max(0.0, self.well - self.mended)

    def covers(self, began: float, ended: float) -> bool:
        """Say whether something that took this time can have been touched by the fault."""
        return began <= self.well + _AFTERWARDS and ended >= self.began


@dataclass
class Health:
    """Asks /healthz four times a second, as a load balancer does; ``seen`` has the times and the answers."""

    port: int
    over: Event = field(default_factory=Event)
    seen: list[tuple[float, int]] = field(default_factory=list)

    def watch(self) -> None:
        """Ask until it is over."""
        while not self.over.wait(0.25):
            self.seen.append((time.monotonic(), status(self.port, "/healthz")))

    def was_red(self, *, after: float) -> bool:
        """Say whether the site called itself unwell since then."""
        return any(found == 503 for when, found in [*self.seen] if when >= after)


class Faults:
    """Does faults to a site until it is told to stop."""

    def __init__(self, site: DeployedSite, health: Health, *, chance: random.Random) -> None:
        self.site, self.health, self.chance = site, health, chance
        self.done: list[Fault] = []
        self.kinds: dict[str, Callable[[Fault], None]] = {
            "worker killed": self._kill_worker,
            "database restarted": self._restart_database,
        }
        if site.disk:
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
        fault.well = float("inf")
        self.kinds[name](fault)
        fault.mended = time.monotonic()
        fault.well = self._well_at(fault.mended + _GIVE_UP)
        fault.was_red = self.health.was_red(after=fault.began)
        return fault

    def _kill_worker(self, fault: Fault) -> None:
        victim = self.chance.choice(self.site.workers())
        with suppress(ProcessLookupError):
            os.kill(victim, signal.SIGKILL)

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


def status(port: int, path: str) -> int:
    """Return what a page answers; 0 for nothing."""
    try:
        return asked(port, "GET", path, cookies={}).status_code
    except (OSError, http.client.HTTPException):
        return 0


def can_answer(port: int) -> bool:
    """Say whether a new visitor can begin and save an answer."""
    cookies: dict[str, str] = {}
    try:
        asked(port, "GET", "/", cookies=cookies)
        for path, fields in (("begin/", {}), ("c1/ending/", {"answer": "convicted"})):
            body = urlencode({"csrfmiddlewaretoken": cookies.get(_CSRF, ""), **fields})
            answered = asked(port, "POST", f"/interview/{path}", cookies=cookies, body=body)
            if answered.status_code != 302:
                return False
    except (OSError, http.client.HTTPException):
        return False
    return True


def _fill(file: Path) -> None:
    """Write until there is no room."""
    with suppress(OSError), file.open("ab", buffering=0) as stream:
        while True:
            stream.write(bytes(64 * 1024))
