"""Runs work in a fork of a process that has everything loaded, and kills it: at a moment of chance, or at a chosen point."""

from __future__ import annotations

import os
import random
import signal
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from pkgutil import resolve_name
from typing import Any
from unittest.mock import patch

from django.db import connections

PATIENCE = 120.0
_TOLD = "CLEARRECORD_KILL_POINT"


@dataclass(frozen=True)
class Point:
    """A call at whose beginning or end the worker dies: the module, the name in it, and which call it is."""

    owner: Any
    name: str
    is_after: bool
    call: int = 1


def points(*places: tuple[Any, str], calls: Sequence[int] = (1, 2, 3)) -> list[Point]:
    """Return the points before and after the first calls of each place."""
    return [
        Point(owner, name, is_after, call)
        for owner, name in places
        for is_after in (False, True)
        for call in calls
    ]


def killed(
    work: Callable[[], object], *, dice: random.Random, longest: float, injected: Sequence[Point]
) -> bool:
    """Do the work in a fork and kill it, half of the times at a point; say whether it was killed before its end."""
    point = dice.choice(injected) if injected and dice.random() < 0.5 else None
    child = _forked(work, point)
    status = _ended(child, within=PATIENCE if point else dice.uniform(0.0, longest))
    if status is None:
        _kill(child)
        _pid, status = os.waitpid(child, 0)
    _kill(child)  # what it has started, where it died at a point
    _wait_for_group(child)
    if not os.WIFSIGNALED(status) and os.WEXITSTATUS(status):
        raise SystemExit(f"the work failed: {work}")
    return os.WIFSIGNALED(status)


def in_fork(work: Callable[[], object]) -> None:
    """Do the work in a fork to its end; what it asserts must hold."""
    child = _forked(work, None)
    _pid, status = os.waitpid(child, 0)
    if status:
        raise SystemExit("what was killed did not come to a good end; see above")


def seconds_of(work: Callable[[], object]) -> float:
    """Do the work in a fork to its end; return its seconds, within which a kill at a moment of chance is to come."""
    began = time.monotonic()
    in_fork(work)
    return time.monotonic() - began


def _forked(work: Callable[[], object], point: Point | None) -> int:
    connections.close_all()
    sys.stdout.flush()
    child = os.fork()
    if child:
        return child
    os.setsid()
    os.environ.pop(_TOLD, None)
    for one in (signal.SIGINT, signal.SIGTERM):
        signal.signal(one, signal.SIG_DFL)
    try:
        with ExitStack() as stack:
            if point is not None:
                os.environ |= _told(point)
                stack.enter_context(patch.object(point.owner, point.name, _dying(point)))
            work()
    except BaseException:  # noqa: BLE001 - the parent is told by the code alone
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


def die_as_told() -> None:
    """Have a process that was started anew, and so knows no patch, die at the point that whoever started it has."""
    if _TOLD in os.environ:
        owner, name, is_after, call = os.environ[_TOLD].split()
        point = Point(resolve_name(owner), name, is_after == "after", int(call))
        patch.object(point.owner, point.name, _dying(point)).start()


def _told(point: Point) -> dict[str, str]:
    """Return for the environment which point it is; nothing where its owner is no class."""
    if not isinstance(point.owner, type):
        return {}
    owner = f"{point.owner.__module__}:{point.owner.__qualname__}"
    return {_TOLD: f"{owner} {point.name} {'after' if point.is_after else 'before'} {point.call}"}


def _dying(point: Point) -> Callable[..., Any]:
    whole, calls = getattr(point.owner, point.name), [0]

    def dying(*given: Any, **named: Any) -> Any:
        calls[0] += 1
        is_now = calls[0] == point.call
        if is_now and not point.is_after:
            os.killpg(0, signal.SIGKILL)
        done = whole(*given, **named)
        if is_now:
            os.killpg(0, signal.SIGKILL)
        return done

    return dying


def _ended(child: int, *, within: float) -> int | None:
    end = time.monotonic() + within
    while True:
        pid, status = os.waitpid(child, os.WNOHANG)
        if pid:
            return status
        if time.monotonic() > end:
            return None
        time.sleep(0.002)


def _kill(group: int) -> None:
    with suppress(ProcessLookupError):
        os.killpg(group, signal.SIGKILL)


def _wait_for_group(group: int) -> None:
    """Wait until nothing of it runs, so that no write comes late."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and _is_alive(group):
        time.sleep(0.005)


def _is_alive(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    for place in Path("/proc").iterdir():
        if not place.name.isdigit():
            continue
        with suppress(OSError):
            told = (place / "stat").read_text(encoding="ascii").rpartition(")")[2].split()
            if int(told[2]) == group and told[0] != "Z":
                return True
    return False
