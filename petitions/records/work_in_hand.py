"""Counts the work that goes on beside the pages, over all organizations and without a name of any."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Case, Count, Exists, F, Min, Model, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce

from petitions.records.held.models import HeldSheet
from petitions.records.matters.print_models import PrintJob, PrintPart, PrintState
from petitions.records.reviews.models import CountyReview, ReviewPapers, ReviewState, RunUnit

_STATES = tuple(ReviewState.values)
"""Those of a print job are among them."""


@dataclass(frozen=True, slots=True)
class Work:
    """One kind of work: how many rows are in each state, and since when the oldest waits.

    ``waits_since`` is None where none waits; ``states`` is empty where rows of this kind have none.
    """

    kind: str
    states: dict[str, int]
    waits_since: datetime | None


def work_in_hand(*, now: datetime) -> Iterator[Work]:
    """Return each kind of work. A row whose worker has said nothing for the length of its lease waits too."""
    waits = Q(state=PrintState.WAITING) | Q(state=PrintState.WORKING, lease__lte=now)
    yield _work("print_job", PrintJob, _oldest(PrintJob.objects.filter(waits), "created_at"))
    yield _work("print_job_part", PrintPart, _oldest(_free_parts(now), "job__created_at"))
    yield _work("county_review", CountyReview, _run_waits(CountyReview, {"papers": None}, now=now))
    own = {"papers": OuterRef("pk")}
    yield _work("review_papers", ReviewPapers, _run_waits(ReviewPapers, own, now=now))
    yield Work("sheet", {}, _oldest(HeldSheet.objects.exclude(asked_at=None), "asked_at"))


def _work(kind: str, model: type[Model], since: datetime | None) -> Work:
    rows = model._default_manager  # noqa: SLF001 - Django's own name for it
    found = dict(rows.values_list("state").annotate(Count("pk")))
    return Work(kind, {state: found.get(state, 0) for state in _STATES}, since)


def _free_parts(now: datetime) -> QuerySet[PrintPart]:
    """Return the parts of open jobs that nobody makes just now."""
    is_open = (PrintState.WAITING, PrintState.WORKING)
    free = Q(lease=None) | Q(lease__lte=now)
    return PrintPart.objects.filter(free, state__in=is_open, job__state__in=is_open)


def _run_waits(
    model: type[CountyReview | ReviewPapers], units: dict[str, Any], *, now: datetime
) -> datetime | None:
    """Return since when the run waits that waits longest.

    It waits from when it was asked for until a worker leads it; from when its leader fell silent; and from the beginning
    of a step that nobody leads and of which nobody has a part in hand.
    """
    review = OuterRef("pk" if model is CountyReview else "review")
    in_hand = RunUnit.objects.filter(**units, review=review, lease__gt=now)
    waits = Case(
        When(state=ReviewState.WAITING, then=F("asked_at")),
        When(Q(state=ReviewState.WORKING, lease__lte=now), then=F("lease")),
        When(
            Q(state=ReviewState.WORKING, lease=None) & ~Exists(in_hand),
            then=Coalesce("step_began_at", "asked_at"),
        ),
        default=Value(None),
    )
    rows = model._default_manager.filter(state__in=(ReviewState.WAITING, ReviewState.WORKING))  # noqa: SLF001 - as above
    return _oldest(rows.annotate(waits=waits), "waits")


def _oldest(rows: QuerySet[Any], column: str) -> datetime | None:
    since: datetime | None = rows.aggregate(since=Min(column))["since"]
    return since
