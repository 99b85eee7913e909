"""Visitors at a usual result of one, two and three convictions, for the tests of the printed sheet."""

from __future__ import annotations

from collections.abc import Callable

from tests.interview.visitors import screened
from tests.interview.walk import POSSESSION, Fields, Walk, card, crime

GROWING: dict[str, Fields] = {
    **POSSESSION,
    "crime": crime("11358"),
    "county": card("San Diego"),
    "plants": card("unsure"),
    "home-grow": card("unsure"),
}
SERVING: dict[str, Fields] = {
    **POSSESSION,
    "crime": crime("11359"),
    "county": card("Los Angeles"),
    "sentence": card("supervised"),
}


def one() -> Walk:
    """Reach a dismissal."""
    return screened()


def one_open() -> Walk:
    """Reach a range, with what would settle it."""
    return screened(**{key: fields for key, fields in GROWING.items() if key not in POSSESSION}, **_named())


def two() -> Walk:
    """Reach a dismissal and a range."""
    return _another(one(), GROWING)


def three() -> Walk:
    """Reach a dismissal, a range, and a misdemeanor while the sentence is served."""
    return _another(two(), SERVING)


def many() -> Walk:
    """Reach twelve convictions."""
    walked = three()
    for _more in range(3):
        for answers in (POSSESSION, GROWING, SERVING):
            walked = _another(walked, answers)
    return walked


USUAL: dict[str, Callable[[], Walk]] = {"one": one, "one-open": one_open, "two": two, "three": three}


def _named() -> dict[str, Fields]:
    return {key: GROWING[key] for key in ("crime", "county")}


def _another(walked: Walk, answers: dict[str, Fields]) -> Walk:
    walked.go("/interview/convictions/add/")
    return walked.follow(walked.post(**card("other"))).until(answers)
