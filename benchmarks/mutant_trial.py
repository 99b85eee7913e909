"""Runs the tests of the law in a process of its own, over the law as it is or with one mutant in it."""

from __future__ import annotations

import ast
import gc
import importlib
import importlib.abc
import importlib.machinery
import inspect
import itertools
import json
import os
import resource
import signal
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import pytest
from hypothesis import Phase, settings

ROOT = Path(__file__).resolve().parents[1]
TESTS = "tests.law"
MEMORY = 4 * 2**30
MOST_SECONDS = 900
"""By the clock on the wall, whatever happens."""
PATIENCE = 5
"""How many times as long as over the law as it is one test may take (and three seconds)."""
settings.register_profile(
    "mutation", derandomize=True, database=None, deadline=None, phases=[Phase.explicit, Phase.generate]
)
Test = tuple[str, str]
"""The module and the function."""


class Verdict(NamedTuple):
    """``result`` is killed, survived or timed out; ``by`` the test that saw it, and which row of its table."""

    result: str
    by: Test | None = None
    row: int = 0


class MutatedLoader(importlib.abc.Loader):
    """Loads a module from a changed tree."""

    def __init__(self, tree: ast.Module, path: str) -> None:
        self.tree, self.path = tree, path

    def exec_module(self, module: ModuleType) -> None:
        """Run the changed module."""
        exec(compile(ast.fix_missing_locations(self.tree), self.path, "exec"), module.__dict__)


class MutatedFinder(importlib.abc.MetaPathFinder):
    """Finds one module in its changed form, and leaves every other to Python."""

    def __init__(self, name: str, tree: ast.Module) -> None:
        self.name, self.tree = name, tree

    def find_spec(self, fullname: str, path: Sequence[str] | None, _target: ModuleType | None = None) -> Any:
        """Return the changed module, where it is asked for."""
        if fullname != self.name:
            return None
        spec = importlib.machinery.PathFinder.find_spec(fullname, path)
        assert spec and spec.origin
        spec.loader = MutatedLoader(self.tree, spec.origin)
        return spec


def in_child(work: Callable[[], Any]) -> tuple[int, int]:
    """Start work in a process of its own; return its number and where to read what it found, as JSON."""
    reading, writing = os.pipe()
    number = os.fork()
    if number:
        os.close(writing)
        return number, reading
    try:
        os.close(reading)
        _bound()
        os.write(writing, json.dumps(work()).encode())
    finally:
        os._exit(0)


def _bound() -> None:
    """Bound this process, and silence it."""
    silence = os.open(os.devnull, os.O_RDWR)
    for stream in (1, 2):
        os.dup2(silence, stream)
    signal.alarm(MOST_SECONDS)
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    gc.set_threshold(100_000)
    settings.load_profile("mutation")


def found_by(number: int, reading: int) -> Any:
    """Return what a process found, once it has ended; None where a limit ended it."""
    with os.fdopen(reading, "rb") as source:
        content = source.read()
    return json.loads(content) if content else None


def try_law(*, shared: Path) -> list[tuple[Test, float, int]]:
    """Run every test over the law as it is; return each with its seconds of processor time and its rows."""
    found = []
    for name in test_modules():
        module = importlib.import_module(name)
        for function in functions_of(module):
            began, rows = time.process_time(), 0
            with suppress(pytest.skip.Exception):  # what it needs is not on this machine
                for run in rows_of(module, function, shared=shared):
                    run()
                    rows += 1
            found.append(((name, function), time.process_time() - began, rows))
    return found


def try_mutant(
    name: str,
    tree: ast.Module,
    order: Sequence[Test],
    *,
    first_row: int,
    seconds: Mapping[Test, float],
    shared: Path,
) -> Verdict:
    """Run the tests in this order until one fails; begin with one row of the first."""
    sys.meta_path.insert(0, MutatedFinder(name, tree))
    for place, (test_module, function) in enumerate(order):
        signal.setitimer(signal.ITIMER_PROF, 3 + PATIENCE * seconds[test_module, function])
        failed = _first_failure(test_module, function, first_row=0 if place else first_row, shared=shared)
        if failed is not None:
            return Verdict("killed", (test_module, function), failed)
    return Verdict("survived")


def _first_failure(test_module: str, function: str, *, first_row: int, shared: Path) -> int | None:
    """Return the first row that fails, counted from ``first_row``, with which it begins; None where none does."""
    row = first_row
    try:
        module = importlib.import_module(test_module)
        rows = list(enumerate(rows_of(module, function, shared=shared)))
        for row, run in (*rows[first_row:], *rows[:first_row]):  # noqa: B007 - told when it fails
            run()
    except pytest.skip.Exception:
        return None
    except BaseException:  # noqa: BLE001 - whatever a changed law does, the test has noticed
        return row
    return None


def test_modules() -> list[str]:
    return [f"{TESTS}.{path.stem}" for path in sorted((ROOT / "tests/law").glob("test_*.py"))]


def functions_of(module: ModuleType) -> list[str]:
    """Return the tests that a module defines."""
    return [
        name
        for name, value in vars(module).items()
        if name.startswith("test_") and getattr(value, "__module__", "") == module.__name__
    ]


def rows_of(module: ModuleType, function: str, *, shared: Path) -> Iterator[Callable[[], object]]:
    """Yield a test as pytest would run it, once for each row of its tables; not those marked as long."""
    test = getattr(module, function)
    marks = getattr(test, "pytestmark", [])
    if any(mark.name == "long" for mark in marks):
        return
    tables = [list(_table(mark)) for mark in marks if mark.name == "parametrize"]
    for way in itertools.product(*tables):
        facts = {name: value for row in way for name, value in row.items()}
        yield partial(_run, module, function, facts, shared=shared)


def _run(module: ModuleType, function: str, facts: dict[str, Any], *, shared: Path) -> None:
    test = getattr(module, function)
    fixtures = [name for name in inspect.signature(test).parameters if name not in facts]
    test(**facts, **{name: _fixture(module, name, shared) for name in fixtures})


def _table(mark: pytest.Mark) -> Iterator[dict[str, Any]]:
    names, rows = mark.args[:2]
    names = [name.strip() for name in names.split(",")] if isinstance(names, str) else list(names)
    for row in rows:
        marks, values = (
            (row.marks, row.values) if hasattr(row, "marks") else ((), row if len(names) > 1 else (row,))
        )
        if not any(mark.name == "long" for mark in marks):
            yield dict(zip(names, values, strict=True))


def _fixture(module: ModuleType, name: str, shared: Path) -> Any:
    if name == "shared":
        if not shared.is_dir():
            pytest.skip("the shared findings are not here")
        return shared
    fixture = getattr(module, name)._get_wrapped_function()  # noqa: SLF001 - pytest has no public way
    needed = inspect.signature(fixture).parameters
    return fixture(**{one: _fixture(module, one, shared) for one in needed})
