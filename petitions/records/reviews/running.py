"""Runs of reviews and of their papers: begun once, led by one worker at a time, honest about how far they are, tried again."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from petitions.records import leases
from petitions.records.reviews.keeping import row_of
from petitions.records.reviews.models import CountyReview, ReviewPapers, ReviewState

_OPEN = (ReviewState.WAITING, ReviewState.WORKING)
ANEW = {"tries": 0, "trouble": "", "step": "", "done": 0, "whole": 0}
"""The columns of a run that begins, or goes on after it was stopped."""
HeldRun = CountyReview | ReviewPapers


def begin_review(review: CountyReview) -> bool:
    """Have a review run whose files are all there; say whether it was this call that did."""
    found = row_of(review).filter(state__in=(ReviewState.GATHERING, ReviewState.STOPPED, ReviewState.FAILED))
    return bool(found.update(state=ReviewState.WAITING, asked_at=timezone.now(), **ANEW))


def review_to_do(review_id: str) -> CountyReview | None:
    """Return a review for the worker that was told to do it, of whichever organization it is."""
    return CountyReview.objects.filter(pk=review_id, state__in=_OPEN, until__gt=timezone.now()).first()


def open_reviews() -> QuerySet[CountyReview]:
    """Return the reviews of all organizations that run; for the workers that the site's operator runs."""
    return CountyReview.objects.filter(state__in=_OPEN, until__gt=timezone.now()).order_by("created_at")


def open_row(run: HeldRun) -> QuerySet[Any]:
    """Return the query of one run that is not over."""
    return _row(run).filter(state__in=_OPEN)


def is_free(run: HeldRun, *, now: datetime) -> bool:
    """Say whether nobody leads a run that is not over."""
    return run.state in _OPEN and (run.lease is None or run.lease <= now)


def take_run(run: HeldRun, *, worker: str) -> bool:
    """Take a run that nobody leads; say whether that worked. One that failed too often is given up."""
    waits = open_row(run)
    if leases.spent(waits).update(state=ReviewState.FAILED, lease=None, trouble="again"):
        return False
    return bool(leases.take(waits, worker=worker, state=ReviewState.WORKING))


def hold_run(run: HeldRun, *, worker: str) -> bool:
    """Hold on to a run; False where it was stopped, deleted, or taken by another."""
    return leases.hold(_row(run).filter(state=ReviewState.WORKING), worker=worker)


def let_run_go(run: HeldRun, *, worker: str) -> bool:
    """Let go of a run whose next step is laid out for all; its tries begin anew. False where it was stopped meanwhile."""
    return bool(_held(run, worker=worker).update(worker="", lease=None, tries=0))


def begin_step(run: HeldRun, step: str, *, whole: int, worker: str) -> bool:
    """Note which step begins, and how much there is to do; False where this worker does not lead any more."""
    now = timezone.now()
    return bool(_held(run, worker=worker).update(step=step, done=0, whole=whole, step_began_at=now))


def note_done(run: HeldRun, *, done: int, worker: str) -> bool:
    """Note how far the step of whoever leads is; False where this worker does not lead any more."""
    return bool(_held(run, worker=worker).update(done=done))


def finish_run(run: HeldRun, *, worker: str, **columns: object) -> bool:
    """Note that what was wanted is there, with what it came to; False where the run was stopped meanwhile."""
    done = {"state": ReviewState.DONE, "lease": None, "done_at": timezone.now(), "step": "", **columns}
    return bool(_held(run, worker=worker).update(**done))


def fail_run(run: HeldRun, *, worker: str, trouble: str) -> None:
    """Note that there can be no results, and why; trying again would not help."""
    _held(run, worker=worker).update(state=ReviewState.FAILED, lease=None, trouble=trouble)


def fail_step(run: HeldRun, *, step: str, trouble: str) -> None:
    """Note the same of a run that nobody leads, as one unit of its step showed it."""
    open_row(run).filter(step=step).update(state=ReviewState.FAILED, lease=None, trouble=trouble)


def give_up(run: HeldRun, fault: Exception, *, worker: str) -> None:
    """Let go of a review after a fault, so that it is tried again, or is given up after the last try."""
    leases.let_go(_held(run, worker=worker), fault, state=ReviewState.WAITING, worker="")


def stop_run(run: HeldRun) -> bool:
    """Stop a run; what it has made so far stays, so that it can go on."""
    return bool(_row(run).filter(state__in=_OPEN).update(state=ReviewState.STOPPED, lease=None))


def _held(run: HeldRun, *, worker: str) -> QuerySet[Any]:
    return _row(run).filter(worker=worker, state=ReviewState.WORKING)


def _row(run: HeldRun) -> QuerySet[Any]:
    """Return the query that changes one run; it names the organization, as every query here does."""
    return type(run).objects.filter(pk=run.pk, organization_id=run.organization_id)
