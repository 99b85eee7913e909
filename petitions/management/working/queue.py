"""The queue that TASKS names: what works on it, how much waits in it, and what it forgets."""

from __future__ import annotations

import logging
import random
import time
from datetime import UTC, datetime, timedelta
from typing import Any

from django.conf import settings
from django.db.models import Min
from django.utils.crypto import get_random_string
from django_tasks import task_backends
from django_tasks_db.backend import DatabaseBackend
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

_NAME = "default"
_LOOK_EVERY = 0.5
_log = logging.getLogger(__name__)
_MOST_TASKS = 2_000
"""After about so many tasks a worker ends, and a new one is started: whatever it has gathered in memory goes with it."""
_LONGEST_REST = 5.0
"""Seconds between two looks for a Redis that is away; of itself RQ rests up to a minute."""
_ASK_EVERY = 1.0
_KEPT = timedelta(days=1)
_LOOKED_AT = 20


class QueueAway(Exception):
    """The queue does not answer."""


def work_on_it() -> None:
    """Do task after task until SIGTERM; the task at hand is ended first."""
    most = _MOST_TASKS + random.randrange(_MOST_TASKS)  # noqa: S311 - so that not all of them end together
    if _is_database():
        worker = Worker(
            queue_names=[_NAME],
            interval=_LOOK_EVERY,
            batch=False,
            backend_name=_NAME,
            startup_delay=True,
            max_tasks=most,
            worker_id=get_random_string(32),
            excluded_queue_names=[],
        )
        worker.configure_signals()
        worker.run()
        return
    _work_on_redis(most)


def _work_on_redis(most: int) -> None:
    """Wait until there is a Redis, then work; where it goes away under the work, this worker ends and the next one waits."""
    from django_rq.workers import get_worker  # noqa: PLC0415 - only there with Redis
    from redis.exceptions import ConnectionError as Away  # noqa: PLC0415 - as above
    from redis.exceptions import TimeoutError as Silent  # noqa: PLC0415 - as above

    while not _answers((Away, Silent)):
        time.sleep(_ASK_EVERY)
    found = get_worker(_NAME, worker_class="rq.SimpleWorker", job_class="django_tasks_rq.Job")
    found.max_connection_wait_time = _LONGEST_REST
    try:
        found.work(logging_level="WARNING", max_jobs=most)
    except (Away, Silent) as fault:
        _log.error("queue_offline", extra={"kind": type(fault).__qualname__})


def _answers(away: tuple[type[Exception], ...]) -> bool:
    try:
        _redis_queue().connection.ping()
    except away:
        return False
    return True


def waiting(*, most: int) -> int:
    """Return how many tasks wait, counted up to ``most``."""
    if _is_database():
        return int(DBTaskResult.objects.ready()[:most].count())
    return min(most, int(_redis_queue().count)) if settings.REDIS_URL else 0


def waits_since() -> datetime | None:
    """Return since when the task waits that waits longest; None where none does. In Redis that is one of those that come next.

    Raise QueueAway.
    """
    if _is_database():
        found: datetime | None = DBTaskResult.objects.ready().aggregate(since=Min("enqueued_at"))["since"]
        return found
    return _oldest_in_redis() if settings.REDIS_URL else None


def forget(*, now: datetime) -> None:
    """Forget tasks of a day ago, and in Redis those that a worker did not live to end: what they were for stands in its row."""
    DBTaskResult.objects.filter(enqueued_at__lte=now - _KEPT).delete()
    if settings.REDIS_URL:
        registry = _redis_queue().failed_job_registry
        for job in registry.get_job_ids():
            registry.remove(job, delete_job=True)


def _oldest_in_redis() -> datetime | None:
    from redis.exceptions import RedisError  # noqa: PLC0415 - only needed with Redis

    try:
        jobs = _redis_queue().get_jobs(0, _LOOKED_AT)
    except RedisError:
        raise QueueAway from None
    found = [one.enqueued_at.replace(tzinfo=UTC) for one in jobs if one.enqueued_at]
    return min(found, default=None)


def _is_database() -> bool:
    return isinstance(task_backends[_NAME], DatabaseBackend)


def _redis_queue() -> Any:
    from django_rq import get_queue  # noqa: PLC0415 - only there with Redis

    return get_queue(_NAME)
