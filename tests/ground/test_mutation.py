"""The tests of the law notice small changes of it: a sample of mutants, and what a mutant is."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.mutant_names import Known
from benchmarks.mutants import every_mutant, mutants_of
from benchmarks.mutation import listed

ROOT = Path(__file__).resolve().parents[2]
CHANGED = {
    "a limit": ("def f(grams):\n    return grams > 28.5", {"grams >= 28.5", "grams <= 28.5", "28.51", "28.49"}),
    "a day": ("DAY = date(2016, 11, 9)", {"2017", "2015", "12", "10", "8"}),
    "two conditions": ("def f(a, b):\n    return a and b", {"a or b", "a", "b", "return None"}),
    "a condition": ("if known:\n    found = 1", {"if True", "if False", "2", "0"}),
    "no": ("found = not known", {"known"}),
    "a code": ("CODES = {'R_ONE': 1, 'R_TWO': 2}", {"'R_ONE'", "'R_TWO'", "'R_ONEX'", "3"}),
    "an entry": ("TABLE = {'R_ONE': 1}\nROW = ('11357', '11358')", {"(no such entry)", "'11357'", "'11358'"}),
    "a member": ("found = Relief.NONE", {"Relief.MISDEMEANOR", "Relief.INFRACTION"}),
    "the first day": ("found = span.first", {"span.last"}),
    "a sentence": ("S = _('At 21 you may have six plants. It is a felony.')", {
        "'At 22 you may have six plants. It is a felony.'",
        "'At 21 you may have seven plants. It is a felony.'",
        "'At 21 you may have six plants. It is a misdemeanor.'",
    }),
}  # fmt: skip
LEFT_ALONE = (
    '"""Six plants."""',
    "from __future__ import annotations",
    "Pair = tuple[int, str]",
    "def f(one: int | None) -> 'Pair': ...",
    "assert 1 < 2",
)


def becomes(source: str) -> set[str]:
    """Return what the mutants of some lines put in the place of what was there."""
    known = Known({"Relief": ["NONE", "MISDEMEANOR", "INFRACTION"]}, {})
    return {one.becomes for one in mutants_of("rule", ast.parse(source), known)}


@pytest.mark.parametrize(("source", "expected"), CHANGED.values(), ids=CHANGED)
def test_what_a_person_could_get_wrong_is_changed(source: str, expected: set[str]) -> None:
    assert expected <= becomes(source)


@pytest.mark.parametrize("source", LEFT_ALONE)
def test_what_is_not_law_is_left_alone(source: str) -> None:
    assert becomes(source) == set()


def test_every_mutant_that_is_listed_exists_and_has_a_reason() -> None:
    known = listed("equivalent")

    assert known.keys() <= {one.key for one in every_mutant()}
    assert all(known.values())


@pytest.mark.long
def test_the_tests_of_the_law_notice_nine_in_ten_mutants_of_a_sample() -> None:
    run = [sys.executable, "benchmarks/mutation.py", "--sample", "40", "--seed", "2016"]
    tried = subprocess.run(run, cwd=ROOT, capture_output=True, text=True, check=False)

    assert tried.returncode == 0, tried.stdout + tried.stderr
    assert "listed as equivalent, but" not in tried.stdout
