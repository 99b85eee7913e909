"""The queue that TASKS names: what works on it, whether it is empty, and what it forgets."""

from __future__ import annotations

import random
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.utils.crypto import get_random_string
from django_tasks import task_backends
from django_tasks_db.backend import DatabaseBackend
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

_NAME = "default"
_LOOK_EVERY = 0.5
_MOST_TASKS = 2_000
"""After about so many tasks a worker ends, and a new one is started: whatever it has gathered in memory goes with it."""
_KEPT = timedelta(days=1)


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
    from django_rq.workers import get_worker  # noqa: PLC0415 - only there with Redis

    found = get_worker(_NAME, worker_class="rq.SimpleWorker", job_class="django_tasks_rq.Job")
    found.work(logging_level="WARNING", max_jobs=most)


def is_empty() -> bool:
    """Say whether no task waits."""
    if _is_database():
        return not DBTaskResult.objects.ready().exists()
    return not (settings.REDIS_URL and _redis_queue().count)


def forget(*, now: datetime) -> None:
    """Forget tasks of a day ago, and in Redis those that a worker did not live to end: what they were for stands in its row."""
    DBTaskResult.objects.filter(enqueued_at__lte=now - _KEPT).delete()
    if settings.REDIS_URL:
        registry = _redis_queue().failed_job_registry
        for job in registry.get_job_ids():
            registry.remove(job, delete_job=True)


def _is_database() -> bool:
    return isinstance(task_backends[_NAME], DatabaseBackend)


def _redis_queue() -> Any:
    from django_rq import get_queue  # noqa: PLC0415 - only there with Redis

    return get_queue(_NAME)
