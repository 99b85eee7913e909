"""The same search where few facts below dates and section are open: every way is walked as it is, without layers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from math import prod
from typing import Any

from petitions.law.needs.tried import (
    ACTS,
    AMOUNTS,
    ANSWERS,
    ORDERS,
    PLEADED,
    SEX_OFFENSES,
    STRIKES,
)
from petitions.law.possibilities import Way, changing
from petitions.law.situation import Situation
from petitions.law.terms import Level
from petitions.law.walk import End, walk

MOST_WAYS = 24
"""With more, the layers of ``below`` are faster: they walk each state once."""

_VALUES: dict[str, tuple[Any, ...]] = {
    **AMOUNTS,
    **{key: tried for key, (_, tried) in ACTS.items()},
    "super_strike": STRIKES,
    "sex_offense": SEX_OFFENSES,
    "earlier_same_section": (False, True),
    "later_relief": ORDERS,
    "level": tuple(Level),
    "sentence_status": ANSWERS,
    PLEADED: ANSWERS,
}
FACTS = frozenset(_VALUES)
"""Every fact below dates and section."""
_OF_THE_SITUATION = {
    "drug_form": "form",
    "flower_grams": "flower",
    "concentrate_grams": "concentrate",
    "later_relief": "orders",
    "level": "level",
    "sentence_status": "is_serving",
    PLEADED: "pleaded_down",
}
_OF_THE_VIEW = {"super_strike": "strikes", "sex_offense": "sex_offenses"}


def are_few(facts: frozenset[str]) -> bool:
    """Say whether so few ways are open that each can be walked."""
    return prod(len(_VALUES[fact]) for fact in facts) <= MOST_WAYS


@lru_cache(maxsize=65536)
def deciding(situation: Situation, facts: frozenset[str]) -> frozenset[str]:
    """Return the facts that change the answer, and stop when these are all."""
    names = tuple(sorted(facts))
    firsts: tuple[dict[Way, End], ...] = tuple({} for _ in names)
    found = set[str]()
    for way, end in _ways(situation, names):
        for place, first in enumerate(firsts):
            if first.setdefault(way[:place] + way[place + 1 :], end) != end:
                found.add(names[place])
        if len(found) == len(names):
            break
    return frozenset(found)


def ends_of(situation: Situation, facts: frozenset[str]) -> tuple[frozenset[str], tuple[End, ...]]:
    """Return the facts that change the answer, and the answers of every way that these could be, in order."""
    names = tuple(sorted(facts))
    ends = dict(_ways(situation, names))
    found = frozenset(changing(ends, names))
    others = [(place, _VALUES[name][0]) for place, name in enumerate(names) if name not in found]
    return found, tuple(
        end for way, end in ends.items() if all(way[place] is value for place, value in others)
    )


def _ways(situation: Situation, names: tuple[str, ...]) -> Iterator[tuple[Way, End]]:
    for way in product(*(_VALUES[name] for name in names)):
        placed = situation
        for name, value in zip(names, way, strict=True):
            placed = _placed(placed, name, value)
        yield way, _end(placed)


@lru_cache(maxsize=65536)
def _end(situation: Situation) -> End:
    return walk(situation)


def _placed(situation: Situation, name: str, value: Any) -> Situation:
    if name in _OF_THE_SITUATION:
        return situation._replace(**{_OF_THE_SITUATION[name]: value})
    if name in ACTS:
        return situation._replace(acts=situation.acts._replace(**{ACTS[name][0]: value}))
    view = situation.view
    if name in _OF_THE_VIEW:
        return situation._replace(view=view._replace(**{_OF_THE_VIEW[name]: value}))
    return situation._replace(view=view._replace(may_be_third=value or view.is_third_on_record))
