"""A case number that staff choose counts for the whole case, unless they chose several."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl
import pytest

from petitions.records.reviews.deciding import Choice, Kept
from petitions.review.papers.final import number_beside, open_numbers, with_final
from petitions.review.policies.columns import CASE, DETERMINATION

SEVERAL = "A1; A2"
JUDGED = pl.DataFrame(
    {
        "row": pl.Series([1, 2, 3, 4, 5], dtype=pl.UInt64),
        "SUBJECT_ID": ["p", "p", "p", "q", "q"],
        "CNT_ORDER": ["101001001", "101001002", "101002001", "101001001", "101002001"],
        CASE: [SEVERAL, SEVERAL, SEVERAL, SEVERAL, "A3"],
        DETERMINATION: ["Not eligible"] * 5,
    }
)


@pytest.mark.parametrize(
    ("chosen", "numbers", "left"),
    [
        ({}, [SEVERAL, SEVERAL, SEVERAL, SEVERAL, "A3"], 4),
        # the other conviction of the same case follows; another case and another person do not
        ({1: "A2"}, ["A2", "A2", SEVERAL, SEVERAL, "A3"], 2),
        # each its own
        ({1: "A2", 2: "A1"}, ["A2", "A1", SEVERAL, SEVERAL, "A3"], 2),
        # what the file is sure of stays, unless staff say otherwise of that very conviction
        ({5: "A9", 4: "A1"}, [SEVERAL, SEVERAL, SEVERAL, "A1", "A9"], 3),
    ],
)
def test_numbers_of_cases(chosen: Mapping[int, str], numbers: list[str], left: int) -> None:
    kept = {row: Kept(Choice(case_number=number)) for row, number in chosen.items()}
    final = with_final(JUDGED, kept)
    assert final[CASE].to_list() == numbers
    assert open_numbers(final) == left
    assert final["final"].to_list() == ["Not eligible"] * 5


def test_the_page_of_another_conviction_of_the_case_shows_the_choice() -> None:
    kept = {1: Kept(Choice(case_number="A2"))}
    assert [number_beside(JUDGED, kept, row=row) for row in range(1, 6)] == ["", "A2", "", "", ""]
