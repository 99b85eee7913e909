"""The lanes of a review as a page offers them: each policy, what staff made of the first, and the law."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from petitions.review.options import Review
from petitions.review.recounting import CHANGED
from petitions.review.report.impact import final_lane, lanes_of
from petitions.review.tally import Tally


@dataclass(frozen=True, slots=True)
class Lane:
    """One of them. ``number`` names it in an address, and stays its own when staff begin to change something."""

    number: str
    lane: str
    name: str


def lanes_in(tally: Tally, *, review: Review) -> tuple[Lane, ...]:
    """Return all lanes in the order in which a page shows them."""
    names = lanes_of(tally, review=review)
    lasting = [lane for lane in names if lane != CHANGED]
    numbers = {**{lane: str(place) for place, lane in enumerate(lasting)}, CHANGED: "changed"}
    return tuple(Lane(numbers[lane], lane, name) for lane, name in names.items())


def final_in(lanes: Sequence[Lane], tally: Tally, *, review: Review) -> Lane:
    """Return the lane of what will happen in the end."""
    final = final_lane(tally, review=review)
    return next(one for one in lanes if one.lane == final)


def chosen_in(lanes: Sequence[Lane], query: Mapping[str, str], *, name: str, usual: Lane) -> Lane:
    """Return the lane that is asked for."""
    return next((one for one in lanes if one.number == query.get(name)), usual)
