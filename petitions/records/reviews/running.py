"""Runs of reviews: begun once, held by one worker at a time, honest about how far they are, stopped and tried again."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from petitions.records.reviews.keeping import row_of
from petitions.records.reviews.models import CountyReview, ReviewState

LEASE = timedelta(seconds=30)
MOST_TRIES = 3
_OPEN = (ReviewState.WAITING, ReviewState.WORKING)


def begin_review(review: CountyReview) -> bool:
    """Have a review run whose files are all there; say whether it was this call that did."""
    found = row_of(review).filter(state__in=(ReviewState.GATHERING, ReviewState.STOPPED, ReviewState.FAILED))
    return bool(found.update(state=ReviewState.WAITING, tries=0, trouble="", step="", done=0, whole=0))


def review_to_do(review_id: str) -> CountyReview | None:
    """Return a review for the worker that was told to do it, of whichever organization it is."""
    return CountyReview.objects.filter(pk=review_id, state__in=_OPEN, until__gt=timezone.now()).first()


def is_free(review: CountyReview, *, now: datetime) -> bool:
    """Say whether a review waits for a worker."""
    return review.state in _OPEN and (review.lease is None or review.lease <= now)


def take_review(review: CountyReview, *, worker: str) -> bool:
    """Take a review that nobody holds; say whether that worked. One that failed too often is given up."""
    now = timezone.now()
    free = row_of(review).filter(state__in=_OPEN).filter(Q(lease=None) | Q(lease__lte=now))
    if free.filter(tries__gte=MOST_TRIES).update(state=ReviewState.FAILED, lease=None, trouble="again"):
        return False
    taken = {"state": ReviewState.WORKING, "worker": worker, "lease": now + LEASE, "tries": F("tries") + 1}
    return bool(free.update(**taken))


def hold_review(review: CountyReview, *, worker: str) -> bool:
    """Hold on to a review; False where it was stopped, deleted, or taken by another."""
    return bool(_held(review, worker=worker).update(lease=timezone.now() + LEASE))


def begin_step(review: CountyReview, step: str, *, whole: int, worker: str) -> None:
    """Note which step begins, and how much there is to do."""
    now = timezone.now()
    _held(review, worker=worker).update(step=step, done=0, whole=whole, step_began_at=now)


def note_done(review: CountyReview, *, done: int, worker: str, rows: int | None = None) -> None:
    """Note how far the step is."""
    more = {} if rows is None else {"rows": rows}
    _held(review, worker=worker).update(done=done, **more)


def finish_review(review: CountyReview, *, worker: str, rows: int) -> bool:
    """Note that the results are there; False where the review was stopped meanwhile."""
    now = timezone.now()
    done = {"state": ReviewState.DONE, "rows": rows, "lease": None, "done_at": now, "step": ""}
    return bool(_held(review, worker=worker).update(**done))


def fail_review(review: CountyReview, *, worker: str, trouble: str) -> None:
    """Note that there can be no results, and why; trying again would not help."""
    _held(review, worker=worker).update(state=ReviewState.FAILED, lease=None, trouble=trouble)


def give_up(review: CountyReview, *, worker: str) -> None:
    """Let go of a review after a fault, so that it is tried again, or is given up after the last try."""
    _held(review, worker=worker).update(state=ReviewState.WAITING, lease=None)


def stop_review(review: CountyReview) -> bool:
    """Stop a run; what it has made so far stays, so that it can go on."""
    return bool(row_of(review).filter(state__in=_OPEN).update(state=ReviewState.STOPPED, lease=None))


def _held(review: CountyReview, *, worker: str) -> QuerySet[CountyReview]:
    return row_of(review).filter(worker=worker, state=ReviewState.WORKING)
