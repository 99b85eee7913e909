"""Has reviews run apart from the site, so that neither a page nor a restart ends one."""

from __future__ import annotations

from datetime import timedelta

from petitions.records.reviews.models import CountyReview
from petitions.records.reviews.running import open_reviews, open_row
from petitions.records.reviews.units import takes_left
from petitions.records.telling import AGAIN, tell
from petitions.review.kept.tasks import review_some


def run_apart(review: CountyReview, *, again: timedelta = AGAIN) -> None:
    """Have a review run, unless workers were told of it lately, hold all of it, or it is over."""
    times = takes_left(review)
    if times:
        tell(open_row(review), review_some, review.pk, times=times, again=again)


def run_what_waits(*, again: timedelta) -> None:
    """Have each review run of which workers have heard nothing for so long."""
    for review in open_reviews():
        run_apart(review, again=again)
