"""Has reviews run apart from the site, so that neither a page nor a restart ends one."""

from __future__ import annotations

from datetime import timedelta

from petitions.records.reviews.models import CountyReview
from petitions.records.reviews.running import open_reviews
from petitions.records.reviews.telling import tell_of
from petitions.records.telling import AGAIN, unheard
from petitions.review.kept.tasks import review_some


def run_apart(review: CountyReview, *, again: timedelta = AGAIN) -> None:
    """Have a review run, unless workers were told of it lately, hold all of it, or it is over."""
    tell_of(review, review_some, again=again)


def run_what_waits(*, again: timedelta) -> None:
    """Have each review run of which workers have heard nothing for so long."""
    for review in unheard(open_reviews(), again=again):
        run_apart(review, again=again)
