"""What a worker is told of reviews: to do some of one."""

from __future__ import annotations

from django_tasks import task

from petitions.records import telling
from petitions.records.leases import Came
from petitions.records.reviews.running import open_row, review_to_do
from petitions.records.reviews.units import takes_left
from petitions.review.kept.work import do_some


@task()
@telling.quiet
def review_some(review_id: str) -> None:
    """Do one unit of a review; where more is left, have the next worker told, at a new step all of them."""
    review = review_to_do(review_id)
    if review is None:
        return
    came = do_some(review)
    if came == Came.ON:
        telling.go_on(open_row(review), review_some, review.pk)
    if came == Came.NEXT:
        telling.go_on(open_row(review), review_some, review.pk, times=takes_left(review))
