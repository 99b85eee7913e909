"""Has the papers of reviews made apart from the site, so that neither a page nor a restart ends that."""

from __future__ import annotations

from datetime import timedelta

from petitions.records.reviews.models import ReviewPapers
from petitions.records.reviews.papers import open_papers
from petitions.records.reviews.telling import tell_of
from petitions.records.telling import AGAIN, unheard
from petitions.review.papers.tasks import papers_some


def make_apart(papers: ReviewPapers, *, again: timedelta = AGAIN) -> None:
    """Have papers made, unless workers were told of them lately, hold all of them, or they are over."""
    tell_of(papers, papers_some, again=again)


def make_what_waits(*, again: timedelta) -> None:
    """Have all papers made of which workers have heard nothing for so long."""
    for papers in unheard(open_papers(), again=again):
        make_apart(papers, again=again)
