"""Each control has a change that takes it away and tests that notice; what is said of that is true and up to date."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from benchmarks.sabotage_controls import STEADY, Control, Sabotage, controls, sabotages
from benchmarks.sabotage_table import TABLE, is_known_as_caught, record, table
from benchmarks.sabotage_trial import Case, wrong_with

ROOT = Path(__file__).resolve().parents[2]
CONTROLS = controls()
SABOTAGES = sabotages(CONTROLS)
AGAIN = "mend the tests where one was not caught; then run benchmarks/sabotage.py --missing"


@cache
def functions_of(path: str) -> frozenset[str]:
    """Return the names of the tests in a file."""
    tree = ast.parse((ROOT / path).read_text())
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def is_there(test: str) -> bool:
    path, _colons, name = test.partition("::")
    name = re.sub(r"\[.*\]$", "", name)
    return (ROOT / path).exists() and (not name or name in functions_of(path))


def name(one: Control | Sabotage) -> str:
    return one.name if isinstance(one, Control) else one.key


def test_the_controls_are_s1_to_s56() -> None:
    assert [one.name for one in CONTROLS] == [f"S{number}" for number in range(1, 57)]
    assert len({one.key for one in SABOTAGES}) == len(SABOTAGES)


@pytest.mark.parametrize("control", CONTROLS, ids=name)
def test_a_control_has_a_sabotage_or_a_reason_why_there_is_none(control: Control) -> None:
    assert control.title and control.what
    assert control.sabotages or control.why_none or control.to_come
    assert all((ROOT / place).exists() for place in control.code)
    assert [test for test in control.every_test if not is_there(test)] == []


@pytest.mark.parametrize("one", SABOTAGES, ids=name)
def test_a_sabotage_still_fits_the_code(one: Sabotage) -> None:
    assert one.tests and all("::" in test for test in (*one.tests, one.steady))
    assert is_there(one.steady) and one.steady not in one.tests
    text = {change.file: (ROOT / change.file).read_text("utf-8") for change in one.changes}
    for change in one.changes:
        text[change.file] = change.made_in(text[change.file])
        if change.file.endswith(".py"):
            ast.parse(text[change.file])


def test_every_sabotage_was_tried_as_it_stands_and_was_caught() -> None:
    entries = record()
    assert [one.key for one in SABOTAGES if not is_known_as_caught(one, entries)] == [], AGAIN


def test_the_page_says_what_was_found() -> None:
    assert TABLE.read_text("utf-8") == table(CONTROLS, record()), "run benchmarks/sabotage.py --table"


ONE = Sabotage("S0", "a control is gone", (), ("tests/a.py::test_it",))
PASSED = Case(*STEADY.replace(".py::", ".py|").split("|"), failed="", broke=False, skipped=False)
NOTICED = Case("tests/a.py", "test_it[row]", failed="AssertionError: 1 == 2", broke=False, skipped=False)


@pytest.mark.parametrize(
    ("cases", "why"),
    [
        ([PASSED, NOTICED], ""),
        ([PASSED, NOTICED._replace(failed="Failed: DID NOT RAISE <class 'X'>")], ""),
        ([], "No test ran"),
        ([PASSED, NOTICED._replace(failed="")], "did not notice"),
        ([PASSED], "did not notice"),
        ([PASSED, NOTICED._replace(failed="ImportError: no")], "another error"),
        (
            [PASSED, NOTICED, NOTICED._replace(name="test_other", failed="", broke=True)],
            "could not even begin",
        ),
        ([PASSED._replace(failed="AssertionError"), NOTICED], "breaks more"),
        ([PASSED._replace(skipped=True), NOTICED], "breaks more"),
        ([NOTICED], "breaks more"),
    ],
)
def test_only_an_assertion_that_fails_while_the_site_still_runs_counts(cases: list[Case], why: str) -> None:
    found = wrong_with(ONE, cases)
    assert why in (found or "") and bool(why) == bool(found)


@pytest.mark.long
def test_the_quickest_sabotages_are_caught() -> None:
    run = [sys.executable, "benchmarks/sabotage.py", "--quickest", "4", "--no-baseline", "--no-record"]
    done = subprocess.run(run, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "4 of 4 caught" in done.stdout
