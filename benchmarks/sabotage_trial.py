"""Tries a sabotage in a copy of the tree: makes the change, runs the tests that must notice it, takes it back."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

from benchmarks.sabotage_controls import ROOT, Change, Sabotage

_LEFT_OUT = shutil.ignore_patterns(".git", ".venv", "var", "node_modules", ".*_cache")
_MOST_SECONDS = 1200
_QUIETLY = ("-q", "-p", "no:cacheprovider", "-p", "no:xdist", "--hypothesis-seed=1")
"""With the same examples each time: what was caught once is caught again."""
_NOTICED = ("AssertionError", "Failed", "assert ")
"""How a test fails that looked and found something wrong; any other error may only say that the change cannot run."""


class Case(NamedTuple):
    """One test that ran: ``failed`` holds the first line of why, or nothing; ``broke`` where it could not even begin."""

    path: str
    name: str
    failed: str
    broke: bool
    skipped: bool


class Verdict(NamedTuple):
    """What became of a sabotage; ``why`` says what was wrong with it where it was not caught."""

    caught: bool
    why: str
    seconds: float


class Tree:
    """A copy of the project, with a process in it that runs tests."""

    def __init__(self, place: Path) -> None:
        """Copy the project, and link the environment of this one into it."""
        self.place = place
        shutil.copytree(ROOT, place, ignore=_LEFT_OUT)
        (place / ".venv").symlink_to((ROOT / ".venv").resolve())
        (place / "var").mkdir()
        self._runner = subprocess.Popen(
            [str(place / ".venv/bin/python"), "benchmarks/sabotage_runner.py"],
            cwd=place,
            env=_environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def run(self, tests: Sequence[str], *options: str) -> tuple[list[Case], str]:
        """Run tests; return what became of each, and the end of what was printed where that is nothing."""
        report, said = self.place / "var/report.xml", self.place / "var/said.txt"
        report.unlink(missing_ok=True)
        arguments = [*_QUIETLY, f"--junitxml={report}", *options, *tests]
        assert self._runner.stdin and self._runner.stdout
        print(
            json.dumps({"arguments": arguments, "said": str(said), "seconds": _MOST_SECONDS}),
            file=self._runner.stdin,
            flush=True,
        )
        if self._runner.stdout.readline().strip() != "done":
            return [], "The tests took too long."
        cases = _cases(report) if report.exists() else []
        return cases, "" if cases else said.read_text("utf-8", "replace")[-600:]

    def close(self) -> None:
        """End the process."""
        assert self._runner.stdin
        self._runner.stdin.close()
        self._runner.wait()


def try_sabotage(one: Sabotage, tree: Tree) -> Verdict:
    """Make the change in a copy of the tree, run its tests, take it back."""
    began = time.monotonic()
    enough = ["--maxfail=1"] if len(one.tests) == 1 else []
    try:
        with _changed(one.changes, tree.place):
            cases, said = tree.run((one.steady, *one.tests), *options_of(one), *enough)
    except ValueError as error:
        return Verdict(caught=False, why=str(error), seconds=0)
    why = wrong_with(one, cases) or ""
    return Verdict(not why, f"{why} {said}".strip() if why else "", round(time.monotonic() - began, 1))


def options_of(one: Sabotage) -> tuple[str, ...]:
    """Return how the tests of a sabotage are begun: without the migrations, where the control is none of theirs."""
    return () if one.is_migrated else ("--no-migrations",)


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST_", "COV"))}
    shared = kept.get("CLEARRECORD_SHARED", str(ROOT.parent / "shared"))
    return {**kept, "CLEARRECORD_SHARED": shared}


@contextmanager
def _changed(changes: Sequence[Change], tree: Path) -> Iterator[None]:
    before = {one.file: (tree / one.file).read_text("utf-8") for one in changes}
    after = dict(before)
    for one in changes:
        after[one.file] = one.made_in(after[one.file])
    try:
        for file, text in after.items():
            _write(tree / file, text)
        yield
    finally:
        for file, text in before.items():
            _write(tree / file, text)


def _write(file: Path, text: str) -> None:
    """Write a file, and forget what Python compiled of it: the change may be as long, and of the same second."""
    file.write_text(text, "utf-8")
    if file.suffix == ".py":
        Path(importlib.util.cache_from_source(str(file))).unlink(missing_ok=True)


def _cases(report: Path) -> list[Case]:
    found = []
    for case in ET.parse(report).iter("testcase"):
        failure = case.find("failure")
        message = (failure.get("message") or "?") if failure is not None else ""
        found.append(
            Case(
                path=(case.get("classname") or "").replace(".", "/") + ".py",
                name=case.get("name") or "",
                failed=message.strip(),
                broke=case.find("error") is not None,
                skipped=case.find("skipped") is not None,
            )
        )
    return found


def wrong_with(one: Sabotage, cases: Sequence[Case]) -> str | None:
    """Return why this is no sabotage that was caught; None where it is."""
    if not cases:
        return "No test ran."
    if any(case.broke for case in cases):
        return f"{next(case.name for case in cases if case.broke)} could not even begin."
    steady = _of(one.steady, cases)
    if not steady or any(case.failed or case.skipped for case in steady):
        return f"{one.steady} did not pass: the change breaks more than the control."
    for test in one.tests:
        failed = [case.failed for case in _of(test, cases) if case.failed]
        if not failed:
            return f"{test} did not notice."
        if not any(_noticed(message, one.error) for message in failed):
            return f"{test} failed by another error: {failed[0][:200]!r}"
    return None


def _noticed(message: str, error: str) -> bool:
    allowed = (*_NOTICED, error) if error else _NOTICED
    last = message.rsplit("\n", 1)[-1]
    return message.startswith(allowed) or last.startswith(allowed) or "ExceptionGroup" in message


def _of(test: str, cases: Sequence[Case]) -> list[Case]:
    """Return what became of a test, in every row of its table unless one is named."""
    path, _colons, name = test.partition("::")
    whole = [case for case in cases if case.path == path]
    if not name:
        return whole
    exact = [case for case in whole if case.name == name]
    return exact or [case for case in whole if re.sub(r"\[.*\]$", "", case.name, flags=re.DOTALL) == name]
