"""Why cases have no papers, in the few words in which staff act on it; the manifest has the reason of each case."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any

from petitions.documents.county.checking import Why
from petitions.exchange.county_run.lot_work import whys_left_out


class Without(StrEnum):
    """What a case without papers lacks, in the order in which it is told."""

    NOTHING = "nothing"
    """Nothing is asked of a court."""
    HAND = "hand"
    """A hand review is still open."""
    NUMBER = "number"
    """It has no case number, or several."""
    OTHER = "other"


_WHYS: Mapping[str, Without] = {
    Why.NO_CASE_NUMBER: Without.NUMBER,
    Why.SEVERAL_CASE_NUMBERS: Without.NUMBER,
    Why.NOTHING_ASKED: Without.NOTHING,
    Why.HAND_REVIEW: Without.HAND,
}


def count_without(rows: Iterable[Mapping[str, Any]]) -> dict[str, int]:
    """Return how many cases lack what, of those rows of the manifest that name a problem."""
    return dict(Counter(str(_lacks(row)) for row in rows if "problems" in row))


def _lacks(row: Mapping[str, Any]) -> Without:
    problem = str(row["problems"][0]["problem"])
    if problem != Why.NO_COUNT_LEFT:
        return _WHYS.get(problem, Without.OTHER)
    found = {_WHYS.get(why, Without.OTHER) for why in whys_left_out(row)}
    if Without.HAND in found:
        return Without.HAND
    return Without.NOTHING if found == {Without.NOTHING} else Without.OTHER
