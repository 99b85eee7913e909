"""The process that makes the papers of one review, apart from the site: it steps aside from whoever called, and works."""

from __future__ import annotations

from petitions.records.orders import take_orders


def main() -> None:
    """Make the papers whose id stands on standard input, in a fork that nobody waits for."""
    papers_id = take_orders()
    from petitions.records.reviews.papers import papers_to_do  # noqa: PLC0415 - Django must be set up
    from petitions.review.papers.work import work  # noqa: PLC0415 - polars, whose threads no fork takes along

    papers = papers_to_do(papers_id)
    if papers is not None:
        work(papers)


if __name__ == "__main__":
    main()
