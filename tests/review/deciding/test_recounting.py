"""What is counted again for the people whom staff's changes touch is what a count of everybody would give."""

from __future__ import annotations

from random import Random
from unittest.mock import patch

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from petitions.review import decide as deciding
from petitions.review.decide import decide_to_recount
from petitions.review.known import Known
from petitions.review.options import FLOWS, Review, review_from
from petitions.review.policies.rules import DISMISS, HAND_REVIEW, NOT_ELIGIBLE, REDUCE
from petitions.review.recounting import BY_STAFF, CHANGED, is_recounted, recounted
from petitions.review.tally import Tally, words_of
from tests.review.deciding.given import a_row, random_rows, table
from tests.review.deciding.test_tally import ON

OUTCOMES = (DISMISS, REDUCE, NOT_ELIGIBLE, HAND_REVIEW)


def asked(flow: str) -> Review:
    own = {"baselineEligibility": {"dismiss": ["11357", "11358"], "reduce": ["11359"]}}
    return review_from({"flow": flow, **own, "also": [{"flow": flow}]}, county="LOS ANGELES", on=ON)


def in_full(rows: pl.DataFrame, changes: dict[int, str], *, review: Review) -> Tally:
    """Count everybody, the changes laid over what the first policy decided."""
    judged, first = Known.judged, [True]

    def changed(self: Known, policy: object, *, review: Review) -> pl.DataFrame:
        found = judged(self, policy, review=review)  # type: ignore[arg-type]
        if not first.pop() if first else True:
            return found
        new = pl.col("row").cast(pl.Int64).replace_strict(changes, default=None, return_dtype=pl.String)
        reason = pl.when(new.is_null()).then("reason").otherwise(pl.lit(BY_STAFF))
        return found.with_columns(determination=pl.coalesce(new, "determination"), reason=reason)

    with patch.object(Known, "judged", changed), patch.object(deciding, "differing", _no_codes):
        return deciding.decide(rows, review=review).tally


def _no_codes(*_given: object, **_named: object) -> pl.DataFrame:
    return pl.DataFrame(schema={"row": pl.UInt64, "Differs From Peer": pl.String})


def of_lane(tally: Tally, lane: str) -> dict[tuple[str, ...], int]:
    """Return the numbers of a lane without its name; nothing that is 0."""
    found = {}
    for key, number in tally.counts.items():
        words = words_of(key)
        place = 2 if words[0].endswith(" by") else 1
        if words[place : place + 1] == (lane,) and number:
            found[*words[:place], *words[place + 1 :]] = number
    return found


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 2**32), st.sampled_from(sorted(FLOWS)), st.floats(0, 1))
def test_a_recount_of_the_touched_people_is_a_count_of_everybody(seed: int, flow: str, part: float) -> None:
    dice, review = Random(seed), asked(flow)
    rows = table(random_rows(dice, people=15))
    decided, counted = decide_to_recount(rows, review=review)
    changes = {row: dice.choice(OUTCOMES) for row in counted["row"].to_list() if dice.random() < part}
    found = recounted(decided.tally, counted, changes, review=review)
    assert of_lane(found, CHANGED) == of_lane(in_full(rows, changes, review=review), flow)
    assert {key: found.counts[key] for key in decided.tally.counts} == decided.tally.counts


def test_people_in_several_shares_are_recounted_alike() -> None:
    dice, review = Random(7), asked("configurable")
    shares = [table(random_rows(dice, people=20)), table(random_rows(dice, people=20), first=10_000)]
    shares[1] = shares[1].with_columns(SUBJECT_ID=pl.concat_str(pl.lit("second "), "SUBJECT_ID"))
    both = [decide_to_recount(rows, review=review) for rows in shares]
    counted = pl.concat([one for _, one in both])
    changes = dict.fromkeys(counted["row"].to_list()[::3], DISMISS)
    tally = both[0][0].tally.plus(both[1][0].tally)
    whole = in_full(pl.concat(shares), changes, review=review)
    assert of_lane(recounted(tally, counted, changes, review=review), CHANGED) == of_lane(
        whole, "configurable"
    )


@pytest.mark.parametrize(
    ("outcome", "people"),
    [
        # some relief, no felony left, no conviction left
        (DISMISS, (1, 1, 1)),
        (REDUCE, (1, 1, 0)),
        (NOT_ELIGIBLE, (0, 0, 0)),
        (HAND_REVIEW, (0, 0, 0)),
    ],
)
def test_one_person_whose_only_conviction_staff_decide(outcome: str, people: tuple[int, ...]) -> None:
    review = asked("configurable")
    decided, counted = decide_to_recount(table([a_row()]), review=review)
    found = recounted(decided.tally, counted, {0: outcome}, review=review)
    assert (
        tuple(found.number(kind, CHANGED) for kind in ("some relief", "no felony", "no conviction")) == people
    )
    assert dict(found.table("convictions by", "section", CHANGED)) == {("11359", outcome): 1}
    assert found.number("some relief", "configurable") == 1
    assert is_recounted(found) and not is_recounted(decided.tally)
