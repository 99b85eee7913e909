"""Reads the security controls of tests/security/sabotage: what each one is, its tests, and the changes that take it away."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "tests/security/sabotage"
STEADY = "tests/access/test_routes.py::test_a_visitor_without_answers_sees_nothing_of_anyone[healthz]"
"""Passes under every change that does not say otherwise: the site still starts, and answers from its database."""


@dataclass(frozen=True, slots=True)
class Change:
    """One place of the product's code, and what stands there instead."""

    file: str
    old: str
    new: str

    def made_in(self, text: str) -> str:
        """Return the text with the change; raise ValueError where ``old`` does not stand there exactly once."""
        if text.count(self.old) != 1:
            raise ValueError(f"{self.file} holds {text.count(self.old)} times what is to be changed.")
        return text.replace(self.old, self.new)


@dataclass(frozen=True, slots=True)
class Sabotage:
    """One way to take a control away, and the tests that must fail then."""

    control: str
    what: str
    changes: tuple[Change, ...]
    tests: tuple[str, ...]
    steady: str = STEADY
    """A test of something else, which passes all the same: the change has not simply broken everything."""
    is_migrated: bool = False
    """The control stands in a migration: the database of the tests is made by those, which takes longer."""
    error: str = ""
    """The exception by which a test fails, where it is no assertion."""

    @property
    def key(self) -> str:
        """Return a name that no other has."""
        return f"{self.control}: {self.what}"

    @property
    def print(self) -> str:
        """Return a fingerprint of the change and its tests, so that a record of another change counts for nothing."""
        more = [str(one) for one in (self.error, self.is_migrated or "") if one]
        told = (self.changes, self.tests, self.steady, *more)
        return hashlib.sha256(repr(told).encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Control:
    """One control. Where it has no sabotage, ``why_none`` says why; ``to_come`` says what is not built yet."""

    name: str
    title: str
    what: str
    code: tuple[str, ...]
    tests: tuple[str, ...]
    sabotages: tuple[Sabotage, ...]
    why_none: str = ""
    to_come: str = ""

    @property
    def number(self) -> int:
        """Return the number in its name."""
        return int(self.name.removeprefix("S"))

    @property
    def every_test(self) -> tuple[str, ...]:
        """Return the tests of the control, once each: those of its sabotages, then the others."""
        own = [test for one in self.sabotages for test in one.tests]
        return tuple(dict.fromkeys(re.sub(r"\[.*\]$", "", test) for test in (*own, *self.tests)))


def controls(folder: Path = FOLDER) -> list[Control]:
    """Return every control, by number."""
    rows = [row for path in sorted(folder.glob("*.toml")) for row in _rows(path)]
    return sorted((_control(row) for row in rows), key=lambda one: one.number)


def sabotages(found: Sequence[Control], *, only: Sequence[str] = ()) -> list[Sabotage]:
    """Return the sabotages of the controls that are named, or of all."""
    return [one for control in found if not only or control.name in only for one in control.sabotages]


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    yield from tomllib.loads(path.read_text("utf-8"))["control"]


def _control(row: dict[str, Any]) -> Control:
    return Control(
        name=row["name"],
        title=row["title"],
        what=row["what"],
        code=tuple(row.get("code", ())),
        tests=tuple(row.get("tests", ())),
        sabotages=tuple(_sabotage(row["name"], one) for one in row.get("sabotage", ())),
        why_none=row.get("why_none", ""),
        to_come=row.get("to_come", ""),
    )


def _sabotage(control: str, row: dict[str, Any]) -> Sabotage:
    changes = [Change(one["file"], one["old"], one["new"]) for one in (row, *row.get("also", ()))]
    return Sabotage(
        control=control,
        what=row["what"],
        changes=tuple(changes),
        tests=tuple(row["tests"]),
        steady=row.get("steady", STEADY),
        is_migrated=row.get("migrations", False),
        error=row.get("error", ""),
    )
