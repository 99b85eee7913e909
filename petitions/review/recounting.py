"""Counts the policy of a review once more with what staff changed, and only the people whom a change touches.

A person's numbers depend on no other person, so the whole is the numbers that are there, less these people's under the
policy, plus these people's with the changes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date

import polars as pl

from petitions.review.options import Review
from petitions.review.tally import Tally, name, words_of
from petitions.review.tallying import lane_counts, lane_names, policy_lane, sums_of_people

CHANGED = "changed_by_staff"
"""The lane of the policy with what staff changed."""
BY_STAFF = "Changed by staff"
_OF_CONVICTION = (
    "row", "person", "section", "day", "felony", "level", "born_first", "born_last", "race", "determination", "reason",
)  # fmt: skip
_OF_PERSON = ("person", "all_felonies", "all_convictions", "all_recent", "has_recent")
_PEOPLE = ("no felony", "no conviction", "no recent", "some relief")


def counted_of(judged: pl.DataFrame, convictions: pl.DataFrame, *, on: date) -> pl.DataFrame:
    """Return of each judged conviction what counting looks at, with the sums over all convictions of its person."""
    sums = sums_of_people(convictions, on=on)
    return judged.select(_OF_CONVICTION).join(sums, on="person", how="left", maintain_order="left")


def recounted(tally: Tally, counted: pl.DataFrame, changes: Mapping[int, str], *, review: Review) -> Tally:
    """Return the tally with the lane ``CHANGED`` beside the others; ``changes`` are determinations by row."""
    chosen = pl.DataFrame(
        {"row": list(changes), "chosen": list(changes.values())},
        schema={"row": pl.UInt64, "chosen": pl.String},
    )
    touched = counted.join(chosen, on="row", how="semi").select("person").unique()
    before = counted.join(touched, on="person", how="semi", maintain_order="left")
    numbers = Counter(_as_changed(tally, lane=lane_names(review)[0]))
    numbers.update(_numbers(_with(before, chosen), on=review.on))
    numbers.subtract(_numbers(before, on=review.on))
    lasting = {name(one, CHANGED) for one in _PEOPLE}
    added = {key: number for key, number in numbers.items() if number or key in lasting}
    return Tally({**tally.counts, **added}, tally.earliest)


def is_recounted(tally: Tally) -> bool:
    """Say whether a tally has the lane with what staff changed."""
    return name("some relief", CHANGED) in tally.counts


def _with(before: pl.DataFrame, chosen: pl.DataFrame) -> pl.DataFrame:
    joined = before.join(chosen, on="row", how="left", maintain_order="left")
    reason = pl.when(pl.col("chosen").is_null()).then("reason").otherwise(pl.lit(BY_STAFF))
    return joined.with_columns(determination=pl.coalesce("chosen", "determination"), reason=reason).drop(
        "chosen"
    )


def _numbers(theirs: pl.DataFrame, *, on: date) -> dict[str, int]:
    people = theirs.select(_OF_PERSON).unique()
    return lane_counts(policy_lane(theirs.drop(_OF_PERSON[1:]), lane=CHANGED), people, on=on)


def _as_changed(tally: Tally, *, lane: str) -> dict[str, int]:
    """Return the numbers of the policy under the name of the other lane."""
    found = {}
    for key, number in tally.counts.items():
        words = words_of(key)
        place = 2 if words[0].endswith(" by") else 1
        if words[place : place + 1] == (lane,):
            found[name(*words[:place], CHANGED, *words[place + 1 :])] = number
    return found
