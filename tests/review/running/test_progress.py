"""What a review says of how far it is."""

from __future__ import annotations

import pytest

from petitions.review.running.places import Step
from petitions.review.running.progress import Progress, report


@pytest.mark.parametrize(
    ("progress", "said"),
    [
        (Progress(Step.READ, 2_400_000_000, 1_200_000_000, 1_200_000_000, 1_500_000, 10), "reading: 1.20 of 2.40 GB, 150,000 rows a second, less than a minute left"),
        (Progress(Step.READ, 2_400_000_000, 1_200_000_000, 1_200_000_000, 1_500_000, 60), "reading: 1.20 of 2.40 GB, 25,000 rows a second, about 3 min left"),
        (Progress(Step.WRITTEN, 400_000_000, 400_000_000, 100_000_000, 100_000, 10), "writing: 400.0 of 400.0 MB, 10,000 rows a second, less than a minute left"),
        (Progress(Step.DECIDED, 400_000, 200_000, 0, 0, 10), "deciding: 0.2 of 0.4 MB"),
    ],
)  # fmt: skip
def test_a_report_says_how_far_how_fast_and_how_long(progress: Progress, said: str) -> None:
    assert report(progress) == said
