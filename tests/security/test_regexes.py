"""No expression of the product can be made slow by a text: each is pumped with what it repeats (S25)."""

from __future__ import annotations

import re
import time

import pytest

from tests.security.regexes import Used, found, pumps, run

pytestmark = [pytest.mark.long, pytest.mark.no_cover]
STEPS, WHOLE = (12, 18, 24, 30, 300, 3_000, 30_000), 100_000
SHORT, SLACK = 0.004, 4
"""What is nothing in any case; and by how much a shorter text may take longer than its part, before a long one is tried."""
MOST_SECONDS, MOST_RATIO, MEASURABLE = 0.05, 2.5, 0.01
ROUNDS = 5
MADE_WHILE_RUNNING = {
    "petitions/documents/meanings/__init__.py": "made of our own sentences of an official form, each part without a repeat in a repeat",
    "petitions/review/offense_lists/matching.py": "made of the offenses of an office, which are plain words; matched against one cell",
}
"""Modules whose expressions are made of more than constants, with why that is no danger."""


def seconds(used: Used, text: str) -> float:
    """Return the shortest of several times of this process alone; one is enough where it is short."""
    best = MOST_SECONDS * 100
    for _round in range(ROUNDS):
        began = time.process_time()
        run(used, text)
        best = min(best, time.process_time() - began)
        if best < SHORT:
            break
    return best


def slow(used: Used) -> list[str]:
    """Return what makes an expression slow."""
    return [
        told for before, unit, end in pumps(used.pattern) if (told := _slow_with(used, before, unit, end))
    ]


def _slow_with(used: Used, before: str, unit: str, end: str) -> str:
    def text(size: int) -> str:
        return before + unit * (size // len(unit)) + end

    for size in STEPS:
        if seconds(used, text(size)) > max(SHORT, SLACK * MOST_SECONDS * size / WHOLE):
            return f"{unit!r} × {size}"
    whole = seconds(used, text(WHOLE))
    if whole > MOST_SECONDS:
        return f"{unit!r} × {WHOLE}: {whole:.3f} s"
    if whole > MEASURABLE and _grows(used, text(WHOLE), half=text(WHOLE // 2)):
        return f"{unit!r}: more than {MOST_RATIO} times as long for twice the text"
    return ""


def _grows(used: Used, whole: str, *, half: str) -> bool:
    """Say whether twice the text takes far longer, each time that it is asked: other work beside it comes and goes."""
    return all(seconds(used, whole) > MOST_RATIO * seconds(used, half) for _time in range(ROUNDS))


def test_every_expression_is_found_or_named() -> None:
    used, unknown = found()
    assert len(used) > 150
    assert {one.place.partition(":")[0] for one in unknown} == set(MADE_WHILE_RUNNING)


@pytest.mark.parametrize("used", found()[0], ids=str)
def test_no_text_makes_it_slow(used: Used) -> None:
    assert slow(used) == []


@pytest.mark.parametrize("pattern", [r"(\s*\*\s*)+", r"(a+)+$", r"(?:x|x+)*y", r"\s+$", r"^(\w+\s?)*!$"])
def test_a_bad_expression_is_seen(pattern: str) -> None:
    assert slow(Used("here", re.compile(pattern), frozenset({"search"})))
