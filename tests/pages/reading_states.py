"""The states of the guide "read your own record": each step as it begins, after a wrong answer, and between two counts."""

from __future__ import annotations

from collections.abc import Iterator

from petitions.rapsheet.guide.steps import ANOTHER, COUNT, TOP
from tests.interview.walk import Fields, card, crime, when
from tests.pages.answered import begun
from tests.pages.state import State
from tests.rapsheet.guide.reader import START, whole

WRONG: dict[str, Fields] = {
    "you/notices": {"answer": ["none", "theft"]},
    "c1/code": crime("weed"),
    "c1/town": card("Orange County, Florida"),
    "c1/case-number": {"part_case_number": "x" * 300},
    "c1/court-date": when("2005", "13", "40"),
}


def reading_states() -> Iterator[State]:
    """Give them all."""
    yield State("reading", "read_it_yourself", START)
    yield State("reading-begun", "read_it_yourself", START, begun)
    yield State("reading-words", "sheet_words", f"{START}words/")
    for place, steps in (("you", TOP), ("c1", (*COUNT, ANOTHER))):
        for step in steps:
            path = f"{START}{place}/{step.key}/"
            yield State(f"reading-{step.key}", "read_step", path, begun)
            yield State(f"empty-reading-{step.key}", "read_step", path, begun, sent={})
    for place, fields in WRONG.items():
        name = f"wrong-reading-{place.partition('/')[2]}"
        yield State(name, "read_step", f"{START}{place}/", begun, sent=fields)
    meant: Fields = {"typed": "1l357b"}
    yield State("wrong-reading-code-meant", "read_step", f"{START}c1/code/", begun, sent=meant)
    tab = {"seen": "other", **card("Fresno")}
    yield State("reading-in-two-tabs", "read_step", f"{START}c1/town/", begun, sent=tab)
    yield from _notes()


def _notes() -> Iterator[State]:
    yield State("reading-other-paper", "read_step", f"{START}you/other-paper/", begun)
    yield State("reading-no-court", "read_step", f"{START}you/no-court/", begun)
    yield State("reading-no-code", "read_step", f"{START}c1/no-code/", begun)
    yield State("reading-no-code-of-three", "read_step", f"{START}c2/no-code/", whole)
    yield State("reading-rest", "read_step", f"{START}you/rest/", begun)
    yield State("reading-rest-of-three", "read_step", f"{START}you/rest/", whole)
    yield State("reading-code-of-three", "read_step", f"{START}c3/code/", whole)
