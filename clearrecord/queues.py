"""Where tasks wait for a worker: in the database on one machine, in Redis or Valkey where REDIS_URL names one."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

_SCHEMES = ("redis", "rediss", "unix")
_LONGEST = 3600
"""Seconds after which RQ takes a task for lost; the lease of what it does is over long before."""


def task_backends(redis: str) -> dict[str, Any]:
    """Return Django's TASKS."""
    own = "clearrecord.redis_queue.RedisQueue" if redis else "django_tasks_db.DatabaseBackend"
    return {"default": {"BACKEND": own, "QUEUES": ["default"]}}


def task_apps(redis: str) -> list[str]:
    """Return what is installed for it; the tables of the database queue are there with Redis too, so that one can change."""
    return ["django_tasks", "django_tasks_db", *(["django_rq"] if redis else [])]


def redis_queues(redis: str) -> dict[str, Any]:
    """Return the queues of RQ; raise ImproperlyConfigured for what is no address."""
    if not redis:
        return {}
    if urlsplit(redis).scheme not in _SCHEMES:
        raise ImproperlyConfigured("REDIS_URL: write redis://HOST:PORT/NUMBER.")
    return {"default": {"URL": redis, "DEFAULT_TIMEOUT": _LONGEST}}
