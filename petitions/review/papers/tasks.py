"""What a worker is told of the papers of reviews: to make some of them."""

from __future__ import annotations

from django_tasks import task

from petitions.records import telling
from petitions.records.reviews.papers import papers_to_do
from petitions.records.reviews.telling import tell_of_rest
from petitions.review.papers.work import do_some


@task()
@telling.quiet
def papers_some(papers_id: str) -> None:
    """Make one unit of papers; where more is left, have the next worker told, at a new step all of them."""
    papers = papers_to_do(papers_id)
    if papers is not None:
        tell_of_rest(papers, papers_some, came=do_some(papers))
