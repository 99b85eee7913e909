"""What every kept run has: steps whose units any worker does, and whoever ends a step last leads to the next one."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from petitions.records.leases import HOLD_EVERY, Came, Lost, held
from petitions.records.reviews.models import RunUnit
from petitions.records.reviews.running import (
    HeldRun,
    begin_step,
    fail_run,
    fail_step,
    give_up,
    hold_run,
    let_run_go,
    note_done,
    open_row,
    take_run,
)
from petitions.records.reviews.units import (
    NewUnit,
    hold_unit,
    is_spent,
    lay_out,
    let_unit_go,
    take_unit,
    unit_done,
    units_left,
)
from petitions.records.reviews.vault import Vault

_HOLD_EVERY = HOLD_EVERY
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Running:
    """One run: its row, its sealed files, and the worker that does some of it."""

    run: HeldRun
    vault: Vault
    worker: str

    def begin(self, step: str, *, whole: int) -> None:
        """Note that a step begins; raise Lost where this worker does not lead any more."""
        if not begin_step(self.run, step, whole=whole, worker=self.worker):
            raise Lost

    def tell(self, done: int) -> None:
        """Note how far it is; raise Lost as ``begin``."""
        if not note_done(self.run, done=done, worker=self.worker):
            raise Lost


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what its units are, laid out once by whoever leads; and what does one of them and returns its rows."""

    name: str
    units: Callable[[Running], Sequence[NewUnit]]
    do: Callable[[Running, int], int]


@dataclass(frozen=True, slots=True)
class Course:
    """How a run goes. ``begin`` and ``end`` are done by one worker; what each does stays, where it is done again.

    ``troubles`` are those that trying again does not help.
    """

    vault: Callable[[], Vault | None]
    begin: Callable[[Running], None]
    steps: tuple[Step, ...]
    end: Callable[[Running], None]
    troubles: Mapping[type[Exception], str]
    last: str = "gather"
    """The name of the step that ``end`` begins."""

    def step(self, name: str) -> Step | None:
        """Return the step of a name; None where it is what one worker does."""
        return next((one for one in self.steps if one.name == name), None)

    def after(self, name: str) -> tuple[Step, ...]:
        """Return the steps after the one of a name; all of them where the run has only begun."""
        names = [one.name for one in self.steps]
        if name == self.last:
            return ()
        return self.steps[names.index(name) + 1 :] if name in names else self.steps


def do_some(run: HeldRun, course: Course) -> Came:
    """Do one unit of a run; where none is left, lead to the next step, or put the whole together."""
    now, worker = open_row(run).first(), secrets.token_hex(16)
    if now is None:
        return Came.NOTHING
    step = course.step(now.step)
    if step is None:
        return _lead(run, course, worker=worker)
    if is_spent(run, step.name):
        fail_step(run, step=step.name, trouble="again")
        return Came.NOTHING
    unit = take_unit(run, step.name, worker=worker)
    if unit is not None and not _did(run, course, step, unit, worker=worker):
        return Came.OVER
    if units_left(run, step.name).exists():
        return Came.ON if unit else Came.NOTHING
    led = _lead(run, course, worker=worker)
    return Came.OVER if unit and led == Came.NOTHING else led


def _did(run: HeldRun, course: Course, step: Step, unit: RunUnit, *, worker: str) -> bool:
    """Do a unit; say whether it went well."""
    try:
        vault = course.vault()
        if vault is None:
            fail_step(run, step=step.name, trouble="files")
            return False
        with held(partial(hold_unit, unit, worker=worker), every=_HOLD_EVERY):
            rows = step.do(Running(run, vault, worker), unit.number)
    except tuple(course.troubles) as trouble:
        if hold_unit(unit, worker=worker):  # whoever came too late finds nothing, and tells nothing by it
            fail_step(run, step=step.name, trouble=course.troubles[type(trouble)])
        return False
    except Exception as fault:  # noqa: BLE001 - its words may hold what a row says
        _tell(fault)
        let_unit_go(unit, fault)
        return False
    unit_done(run, unit, rows=rows)
    return True


def _lead(run: HeldRun, course: Course, *, worker: str) -> Came:
    """Do what one worker does alone."""
    if not take_run(run, worker=worker):
        return Came.NOTHING
    try:
        vault = course.vault()
        if vault is None:
            fail_run(run, worker=worker, trouble="files")
            return Came.OVER
        with held(partial(hold_run, run, worker=worker), every=_HOLD_EVERY):
            return _led(Running(run, vault, worker), course)
    except Lost:
        return Came.OVER
    except tuple(course.troubles) as trouble:
        fail_run(run, worker=worker, trouble=course.troubles[type(trouble)])
    except Exception as fault:  # noqa: BLE001 - its words may hold what a row says
        _tell(fault)
        give_up(run, fault, worker=worker)
    return Came.OVER


def _led(running: Running, course: Course) -> Came:
    """Lay out the next step that has something to do; at the end put the whole together."""
    run, now = running.run, open_row(running.run).first()
    if now is None:
        raise Lost
    if units_left(run, now.step).exists():  # another led here in the meantime
        return _let_go(running)
    following = course.after(now.step)
    if following == course.steps:
        course.begin(running)
    for step in following:
        units = step.units(running)
        lay_out(run, step.name, units)
        running.begin(step.name, whole=sum(one.size for one in units))
        running.tell(sum(one.size for one in units if one.is_done))
        if not all(one.is_done for one in units):
            return _let_go(running)
    course.end(running)
    return Came.OVER


def _let_go(running: Running) -> Came:
    if not let_run_go(running.run, worker=running.worker):
        raise Lost
    return Came.NEXT


def _tell(fault: Exception) -> None:
    _log.error("county_review_failed", extra={"kind": type(fault).__qualname__})
