"""Tells workers of work that waits in a row: by a task that names the row, not again while somebody was told lately.

The row stays the truth. A task that is lost costs time alone: the beat of ``manage.py work`` tells of the row again.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import timedelta
from functools import partial, wraps
from typing import Any, ParamSpec

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django_tasks.base import Task

from petitions.records.old_connections import close_old_connections

AGAIN = timedelta(minutes=2)
"""After so long without a sign of a worker a row is told of again."""
_MOST_AT_ONCE = 16
"""Tasks for one row at a time; each that ends with more to do asks for the next."""
_log = logging.getLogger(__name__)
_Given = ParamSpec("_Given")


def tell(
    rows: QuerySet[Any], task: Task[[str], None], key: str, *, times: int, again: timedelta = AGAIN
) -> bool:
    """Have so many workers told of the one row of a query; say whether that was this call's to do."""
    if not unheard(rows, again=again).update(told_at=timezone.now()):
        return False
    transaction.on_commit(partial(_enqueue, task, key, times=max(1, min(times, _MOST_AT_ONCE))))
    return True


def unheard(rows: QuerySet[Any], *, again: timedelta) -> QuerySet[Any]:
    """Return the rows of which no worker was told, or has given a sign, for so long."""
    return rows.exclude(told_at__gt=timezone.now() - again)


def go_on(rows: QuerySet[Any], task: Task[[str], None], key: str, *, times: int = 1) -> None:
    """Have the next workers told of a row of which some was done just now."""
    if rows.update(told_at=timezone.now()):
        _enqueue(task, key, times=max(1, min(times, _MOST_AT_ONCE)))


def quiet(do: Callable[_Given, None]) -> Callable[_Given, None]:
    """Say of a fault only which kind it was: a queue keeps the words of one, and they may hold what a person typed."""

    @wraps(do)
    def done(*given: _Given.args, **named: _Given.kwargs) -> None:
        close_old_connections()
        try:
            do(*given, **named)
        except Exception as fault:  # noqa: BLE001 - the row waits, and is told of again
            _log.error("task_failed", extra={"kind": type(fault).__qualname__})
        finally:
            close_old_connections()

    return done


def _enqueue(task: Task[[str], None], key: str, *, times: int) -> None:
    try:
        with transaction.atomic():
            for _time in range(times):
                task.enqueue(key)
    except Exception as fault:  # noqa: BLE001 - whatever the queue has: the row waits, and is told of again
        _log.error("queue_offline", extra={"kind": type(fault).__qualname__})
