"""What a worker is told of reviews: to do some of one."""

from __future__ import annotations

from django_tasks import task

from petitions.records import telling
from petitions.records.reviews.running import review_to_do
from petitions.records.reviews.telling import tell_of_rest
from petitions.review.kept.work import do_some


@task()
@telling.quiet
def review_some(review_id: str) -> None:
    """Do one unit of a review; where more is left, have the next worker told, at a new step all of them."""
    review = review_to_do(review_id)
    if review is not None:
        tell_of_rest(review, review_some, came=do_some(review))
