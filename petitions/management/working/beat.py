"""The beat of the workers: takes up what lies there with nobody told of it, and begins what comes round."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.utils import timezone

from petitions.clinic.printing.apart import print_what_waits
from petitions.management.tasks import purge, remind
from petitions.management.working import queue
from petitions.records.beats import is_due
from petitions.records.old_connections import close_old_connections
from petitions.review.kept.apart import run_what_waits
from petitions.review.papers.apart import make_what_waits

AGAIN_WHERE_EMPTY = timedelta(seconds=10)
"""After so long without a sign of a worker, and without a task that waits, a task was lost."""
AGAIN_WHERE_FEW = timedelta(seconds=22)
"""Where a few wait, a row has had its turn by then; it is longer than a lease, so that what a dead worker held is free."""
AGAIN_WHERE_MANY = timedelta(minutes=30)
"""Where many wait, a row's turn may be far off: told again it would wait twice, and the queue grow with each beat."""
FEW = 64
ROUND: Mapping[str, tuple[timedelta, Any]] = {
    "purge": (timedelta(hours=1), purge),
    "remind": (timedelta(hours=1), remind),
}
"""What comes round, and how often; on however many machines, once each time."""
_log = logging.getLogger(__name__)


def beat() -> None:
    """Do one beat; a fault is told and costs this one beat."""
    close_old_connections()
    try:
        _take_up()
        _come_round()
    except Exception as fault:  # noqa: BLE001 - the database or the queue may be away; the next beat comes
        _log.error("beat_failed", extra={"kind": type(fault).__qualname__})
    finally:
        close_old_connections()


def _take_up() -> None:
    again = _again(queue.waiting(most=FEW + 1))
    print_what_waits(again=again)
    run_what_waits(again=again)
    make_what_waits(again=again)


def _again(waiting: int) -> timedelta:
    if not waiting:
        return AGAIN_WHERE_EMPTY
    return AGAIN_WHERE_FEW if waiting <= FEW else AGAIN_WHERE_MANY


def _come_round() -> None:
    now = timezone.now()
    for name, (every, task) in ROUND.items():
        if is_due(name, every=every, now=now):
            task.enqueue()
