"""The process that does one review, apart from the site: it steps aside from whoever called, and works."""

from __future__ import annotations

from petitions.records.orders import take_orders


def main() -> None:
    """Do the review whose id stands on standard input, in a fork that nobody waits for."""
    review_id = take_orders()
    from petitions.records.reviews.running import review_to_do  # noqa: PLC0415 - Django must be set up
    from petitions.review.kept.work import work  # noqa: PLC0415 - polars, whose threads no fork takes along

    review = review_to_do(review_id)
    if review is not None:
        work(review)


if __name__ == "__main__":
    main()
