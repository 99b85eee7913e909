"""Counts the work that goes on beside the pages, over all organizations and without a name of any."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Min, Model, Q

from petitions.records.matters.models import PrintJob, PrintPart, PrintState
from petitions.records.reviews.models import CountyReview, ReviewPapers, ReviewState

_STATES = tuple(ReviewState.values)
"""Those of a print job are among them."""


@dataclass(frozen=True, slots=True)
class Work:
    """One kind of work: how many rows are in each state, and since when the oldest waits.

    ``waits_since`` is None where none waits; ``is_timed`` says whether the rows of this kind tell at all when they were asked for.
    """

    kind: str
    states: dict[str, int]
    is_timed: bool
    waits_since: datetime | None


def work_in_hand(*, now: datetime) -> Iterator[Work]:
    """Return each kind of work. A row whose worker has said nothing for the length of its lease waits too."""
    yield _work(PrintJob, kind="print_job", asked_at="created_at", now=now)
    yield _work(ReviewPapers, kind="review_papers", asked_at="begun_at", now=now)
    yield _work(PrintPart, kind="print_job_part", asked_at="", now=now)
    yield _work(CountyReview, kind="county_review", asked_at="", now=now)


def _work(model: type[Model], *, kind: str, asked_at: str, now: datetime) -> Work:
    rows = model._default_manager  # noqa: SLF001 - Django's own name for it
    waiting = Q(state=PrintState.WAITING) | Q(state=PrintState.WORKING, lease__lte=now)
    found = dict(rows.values_list("state").annotate(Count("pk")))
    since = rows.filter(waiting).aggregate(since=Min(asked_at))["since"] if asked_at else None
    return Work(kind, {state: found.get(state, 0) for state in _STATES}, bool(asked_at), since)
