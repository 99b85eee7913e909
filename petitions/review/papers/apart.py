"""Starts the process that makes the papers of a review, apart from the site, so that neither a page nor a restart ends it."""

from __future__ import annotations

from django.utils import timezone

from petitions.records.apart import start_apart
from petitions.records.reviews.models import ReviewPapers
from petitions.records.reviews.running import is_free


def make_apart(papers: ReviewPapers) -> None:
    """Have papers made, unless a worker holds them or they are over."""
    if is_free(papers, now=timezone.now()):
        start_apart("petitions.review.papers", str(papers.pk).encode())
