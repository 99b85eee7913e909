"""Counts what the site does, for Prometheus. A label is a word of ours: the name of a route, a status, a kind of work.

Off without METRICS_TOKEN. Each process of gunicorn counts in a file of its own, in the folder that
``clearrecord.serving`` makes; whichever is asked adds them up. What goes on beside the site counts in the database.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from time import perf_counter
from typing import Any

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.db import DatabaseError
from django.db.models.signals import post_save
from django.dispatch import receiver
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.views.decorators.http import require_safe
from prometheus_client import REGISTRY, CollectorRegistry, Counter, Histogram, disable_created_metrics
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4, generate_latest
from prometheus_client.metrics_core import GaugeMetricFamily, Metric
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from petitions.documents.worker import papers_printed
from petitions.management.working import queue
from petitions.records.models import Interview
from petitions.records.work_in_hand import Work, work_in_hand

NO_ROUTE = "none"
_OTHER = "other"
REFUSALS = frozenset({400, 401, 403, 404, 405, 409, 410, 413, 415, 429})
"""Answers with which the site turns somebody away."""
_BUCKETS = (0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)

disable_created_metrics()  # type: ignore[no-untyped-call]  # else each figure stands there twice
_requests = Counter(
    "clearrecord_requests",
    "Answers, by the name of the route and the class of the status.",
    ["route", "status"],
)
_seconds = Histogram(
    "clearrecord_request_seconds",
    "How long an answer took, by the name of the route.",
    ["route"],
    buckets=_BUCKETS,
)
_refusals = Counter("clearrecord_refusals", "Answers that turned somebody away, by their status.", ["status"])
_interviews = Counter("clearrecord_interviews_started", "Interviews that were begun.")
_papers = Counter(
    "clearrecord_papers_printed", "PDF files of court papers that were printed for pages and programs."
)


class CountingMiddleware:
    """Counts each answer that Django makes, and how long it took."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        if not settings.METRICS_TOKEN:
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, then count."""
        began = perf_counter()
        response = self.get_response(request)
        route, status = _route(request), response.status_code
        _seconds.labels(route).observe(perf_counter() - began)
        _requests.labels(route, f"{status // 100}xx").inc()
        if status >= 400 and status < 500:
            _refusals.labels(str(status) if status in REFUSALS else _OTHER).inc()
        return response


class WorkCollector(Collector):
    """Asks the database, when it is asked itself, for the work that goes on beside the pages."""

    def collect(self) -> Iterator[Metric]:
        """Give how many are in each state, and how long the oldest has waited; nothing while the database is away."""
        now = timezone.now()
        try:
            found = [*work_in_hand(now=now)]
            with suppress(queue.QueueAway):
                found.append(Work("task", {}, queue.waits_since()))
        except DatabaseError:
            return
        jobs = GaugeMetricFamily(
            "clearrecord_jobs", "Work beside the pages, by kind and state.", labels=["kind", "state"]
        )
        waits = GaugeMetricFamily(
            "clearrecord_oldest_waiting_seconds",
            "How long the oldest that waits for a worker has waited.",
            labels=["kind"],
        )
        for work in found:
            for state, count in work.states.items():
                jobs.add_metric([work.kind, state], count)
            waits.add_metric([work.kind], _waited(work, now=now))
        yield from (jobs, waits)


@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """Return every figure to whoever has the token; to anyone else there is no such page."""
    token = settings.METRICS_TOKEN
    given = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if not token or not constant_time_compare(given, token):
        raise Http404
    return HttpResponse(generate_latest(_registry()), content_type=CONTENT_TYPE_PLAIN_0_0_4)


def _registry() -> CollectorRegistry:
    """Return what is asked: the files of all processes where there are several, or else this process."""
    registry = CollectorRegistry()
    if "PROMETHEUS_MULTIPROC_DIR" in os.environ:
        MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    else:
        registry.register(REGISTRY)
    registry.register(WorkCollector())
    return registry


def _route(request: HttpRequest) -> str:
    """Return the name of the route. An address that leads nowhere has none, and is not repeated."""
    match = request.resolver_match
    return match.view_name if match else NO_ROUTE


def _waited(work: Work, *, now: Any) -> float:
    return max(0.0, (now - work.waits_since).total_seconds()) if work.waits_since else 0.0


@receiver(post_save, sender=Interview)
def _interview_started(*, created: bool, **_named: Any) -> None:
    if created:
        _interviews.inc()


@receiver(papers_printed)
def _papers_printed(*, count: int, **_named: Any) -> None:
    _papers.inc(count)
