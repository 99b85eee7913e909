"""No expression of the product can be made slow by a text: each is pumped with what it repeats (S25)."""

from __future__ import annotations

import re
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from math import inf

import pytest

from tests.security.regexes import Used, found, pumps, run

pytestmark = pytest.mark.long
STEPS, WHOLE = (12, 18, 24, 30, 300, 3_000, 30_000), 100_000
SHORT, SLACK = 0.004, 4
"""What is nothing in any case; and by how much a shorter text may take longer than its part, before a long one is tried."""
MOST_SECONDS, MOST_RATIO, MEASURABLE = 0.05, 2.5, 0.01
ROUNDS, COMPARED, LONGEST = 5, 8, 20 * MOST_SECONDS
"""How often one text is tried, how often two are compared, and when a match is broken off, which might never end."""
MADE_WHILE_RUNNING = {
    "petitions/documents/meanings/__init__.py": "made of our own sentences of an official form, each part without a repeat in a repeat",
    "petitions/review/offense_lists/matching.py": "made of the offenses of an office, which are plain words; matched against one cell",
}
"""Modules whose expressions are made of more than constants, with why that is no danger."""


class _TooLong(Exception):
    """A match was broken off."""


@contextmanager
def broken_off() -> Iterator[None]:
    """Break off what takes too much of the processor; Python's matcher asks for signals while it runs."""

    def end(_signal: int, _frame: object) -> None:
        raise _TooLong

    before = signal.signal(signal.SIGVTALRM, end)
    signal.setitimer(signal.ITIMER_VIRTUAL, LONGEST)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def seconds(used: Used, text: str) -> float:
    """Return the shortest of several times of this process alone; one is enough where it is short, or has no end."""
    best = inf
    for _round in range(ROUNDS):
        taken = once(used, text)
        best = min(best, taken)
        if best < SHORT or taken == inf:
            break
    return best


def once(used: Used, text: str, *, times: int = 1) -> float:
    """Return the time of one try, or of several together."""
    began = time.process_time()
    try:
        for _time in range(times):
            with broken_off():
                run(used, text)
    except _TooLong:
        return inf
    return time.process_time() - began


def is_in_step(used: Used, text: str, half: str) -> bool:
    """Say whether a text takes about twice as long as its half.

    Several tries are timed together, as the clock of a process may tell only each 4 ms; and both in turn, as a busy
    machine is not always as quick.
    """
    of_text, of_half = inf, inf
    for _round in range(COMPARED):
        of_text = min(of_text, once(used, text, times=ROUNDS))
        of_half = min(of_half, once(used, half, times=ROUNDS))
        if of_text <= MOST_RATIO * of_half:
            return True
    return False


def slow(used: Used) -> str:
    """Return the first text that makes an expression slow; nothing where none does."""
    tried = (_slow_with(used, before, unit, end) for before, unit, end in pumps(used.pattern))
    return next(filter(None, tried), "")


def _slow_with(used: Used, before: str, unit: str, end: str) -> str:
    def text(size: int) -> str:
        return before + unit * (size // len(unit)) + end

    for size in STEPS:
        if seconds(used, text(size)) > max(SHORT, SLACK * MOST_SECONDS * size / WHOLE):
            return f"{unit!r} × {size}"
    whole = seconds(used, text(WHOLE))
    if whole > MOST_SECONDS:
        return f"{unit!r} × {WHOLE}: {whole:.3f} s"
    if whole > MEASURABLE and not is_in_step(used, text(WHOLE), text(WHOLE // 2)):
        return f"{unit!r}: more than {MOST_RATIO} times as long for twice the text"
    return ""


def test_every_expression_is_found_or_named() -> None:
    used, unknown = found()
    assert len(used) > 150
    assert {one.place.partition(":")[0] for one in unknown} == set(MADE_WHILE_RUNNING)


@pytest.mark.parametrize("used", found()[0], ids=str)
def test_no_text_makes_it_slow(used: Used) -> None:
    assert slow(used) == ""


BAD = (
    r"(\s*\*\s*)+",
    r"(a+)+$",
    r"(?:x|x+)*y",
    r"\s+$",
    r"^(\w+\s?)*!$",
    r"^(?:a{5}|a{6})*!$",  # quick on thirty letters, and without an end on three hundred
)


@pytest.mark.parametrize("pattern", BAD)
def test_a_bad_expression_is_seen_and_holds_nobody_up(pattern: str) -> None:
    began = time.process_time()
    assert slow(Used("here", re.compile(pattern), frozenset({"search"})))
    assert time.process_time() - began < 2 * ROUNDS * LONGEST
