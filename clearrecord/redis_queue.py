"""The queue in Redis or Valkey; loaded only where REDIS_URL names one."""

from __future__ import annotations

from django_tasks_rq import RQBackend


class RedisQueue(RQBackend):
    """RQ's queue, which puts a task of the highest priority before all others and knows no other order."""

    supports_priority = True
