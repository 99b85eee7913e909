"""The worked examples can be applied to the tree as it is, and do what the page says."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs/worked-examples.md"
_EXAMPLE = re.compile(r"^## (A [\w ]+)\n(?:(?!^## ).*\n)*?```diff\n((?:(?!```).*\n)+)```", re.MULTILINE)
_NOT_COPIED = shutil.ignore_patterns("golden", "__pycache__", "browser_tools", "pictures")
NAMES = ["a_code_section", "a_question", "a_paper", "a_language", "a_county"]


def examples() -> dict[str, str]:
    return {
        name.lower().replace(" ", "_"): changes
        for name, changes in _EXAMPLE.findall(PAGE.read_text(encoding="utf-8"))
    }


def applied(changes: str, *more: str, to: Path) -> subprocess.CompletedProcess[str]:
    ceiling = {**os.environ, "GIT_CEILING_DIRECTORIES": str(to.parent)}
    return subprocess.run(
        ["git", "apply", *more, "-"],
        cwd=to, input=changes, env=ceiling, capture_output=True, text=True, check=False,
    )  # fmt: skip


def copied(to: Path) -> Path:
    for name in ("petitions", "clearrecord", "templates", "static", "tests"):
        shutil.copytree(ROOT / name, to / name, ignore=_NOT_COPIED)
    for name in ("locale", "docs"):
        shutil.copytree(ROOT / name, to / name, ignore=_NOT_COPIED)
    return to


def test_there_is_an_example_of_each_kind() -> None:
    assert list(examples()) == NAMES


def test_the_examples_fit_the_tree_as_it_is() -> None:
    tried = applied("".join(examples().values()), "--check", to=ROOT)
    assert tried.returncode == 0, tried.stderr


def test_an_example_that_does_not_fit_any_more_is_noticed() -> None:
    assert applied(examples()["a_county"].replace("Alpine", "Alpina"), "--check", to=ROOT).returncode


@pytest.mark.long
def test_each_example_does_what_the_page_says(tmp_path: Path) -> None:
    tree = copied(tmp_path / "tree")
    environment = {**os.environ, "CLEARRECORD_VAR": str(tmp_path / "var"), "CLEARRECORD_ENV": "development"}
    for name, changes in examples().items():
        before = tried(name, tree, environment)
        assert before.returncode, f"{name} holds before it was applied, so it shows nothing"
        done = applied(changes, to=tree)
        assert not done.returncode, (name, done.stderr)
        after = tried(name, tree, environment)
        assert not after.returncode, (name, after.stderr)


def tried(name: str, tree: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tests.ground.tried_examples", name],
        cwd=tree, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
