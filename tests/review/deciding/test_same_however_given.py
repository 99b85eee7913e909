"""The order of rows, the shares that the file comes in and rows given twice change no decision."""

from __future__ import annotations

from collections import Counter
from functools import reduce
from random import Random
from typing import Any

import polars as pl
import pytest

from petitions.review.added import OURS, added
from petitions.review.decide import Decided, decide
from petitions.review.options import Review, review_from
from petitions.review.policies.columns import CASE, SEX, STRIKES
from petitions.review.tally import Tally
from tests.review.deciding.given import Row, random_rows, table
from tests.review.deciding.test_reference import COUNTY, ON, OPTIONS

_IN_FILE_ORDER = (CASE, STRIKES, SEX)
"""Cells that list texts as the file has them."""
_OF_THE_PEER = OURS[:2]
"""What the peer would have answered does depend on the order, and a row says what it says itself."""
SEEDS = (1, 2)
_QUICK = (0, 3, 7)
"""Places of the options that are tried at each run; the others take long in sum."""
_EACH = [
    pytest.param(one, id=f"{one['flow']}-{place}", marks=() if place in _QUICK else pytest.mark.long)
    for place, one in enumerate(OPTIONS)
]


def _review(options: dict[str, Any]) -> Review:
    return review_from(options, county=COUNTY, on=ON)


def _decisions(rows: list[Row], decided: Decided, *, flow: str) -> Counter[tuple[str, ...]]:
    """Return how often each judged count got each set of cells."""
    names = [
        name
        for name in added(flow)
        if name not in (*_IN_FILE_ORDER, *_OF_THE_PEER, "Possible Other P64 Charges")
    ]
    judged = decided.rows.filter("judged").to_dicts()
    return Counter(
        (rows[line["row"]]["SUBJECT_ID"], rows[line["row"]]["CNT_ORDER"], *(line[name] for name in names))
        for line in judged
    )


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("options", _EACH)
def test_the_order_of_rows_changes_no_decision(options: dict[str, Any], seed: int) -> None:
    rows = random_rows(Random(seed), people=60)
    shuffled = Random(seed).sample(rows, len(rows))
    review = _review(options)
    one, other = (decide(table(given), review=review) for given in (rows, shuffled))
    assert _decisions(rows, one, flow=review.flow) == _decisions(shuffled, other, flow=review.flow)
    assert one.tally == other.tally


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("options", _EACH)
def test_rows_given_twice_change_no_decision(options: dict[str, Any], seed: int) -> None:
    rows = random_rows(Random(seed), people=60)
    twice = [*rows, *Random(seed).sample(rows, len(rows) // 2)]
    review = _review(options)
    one, other = (decide(table(given), review=review) for given in (rows, twice))
    assert _decisions(rows, one, flow=review.flow) == _decisions(twice, other, flow=review.flow)
    assert one.tally == other.tally


@pytest.mark.parametrize("options", _EACH)
def test_shares_of_people_decide_as_the_whole_does(options: dict[str, Any]) -> None:
    rows, review = table(random_rows(Random(5), people=90)), _review(options)
    share = pl.col("SUBJECT_ID").cast(pl.Int32) % 5
    shares = rows.with_columns(share=share).partition_by("share", maintain_order=True, include_key=False)
    parts = [decide(share, review=review) for share in shares]
    whole = decide(rows, review=review)
    together = [line for part in parts for line in part.rows.to_dicts()]
    assert sorted(together, key=lambda line: line["row"]) == whole.rows.to_dicts()
    assert reduce(lambda sum_, part: sum_.plus(part.tally), parts, Tally()) == whole.tally


def test_nothing_is_decided_of_no_rows() -> None:
    decided = decide(table([]), review=_review(OPTIONS[0]))
    assert decided.rows.is_empty() and decided.tally.number("people") == 0
