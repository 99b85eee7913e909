"""Starts the process of a review, apart from the site, so that neither a page nor a restart ends it."""

from __future__ import annotations

from django.utils import timezone

from petitions.records.apart import start_apart
from petitions.records.reviews.models import CountyReview
from petitions.records.reviews.running import is_free


def run_apart(review: CountyReview) -> None:
    """Have a review run, unless a worker holds it or it is over."""
    if is_free(review, now=timezone.now()):
        start_apart("petitions.review.kept", review.pk.encode())
