"""Tells which lines and branches the tests reached, and ends with 1 where it is less than all of the law or 95 % of the rest.

    .venv/bin/python -m tests.covered var/covered.json

The file is what slipcover writes (``--branch --json``). What only a process beside the tests runs is not in it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

LAW, OF_LAW, OF_THE_REST = "petitions/law/", 100.0, 95.0
_COUNTS = ("covered_lines", "missing_lines", "covered_branches", "missing_branches")
Found = Mapping[str, Mapping[str, Any]]


def main(words: list[str]) -> int:
    """Print what was not reached, then both shares; return 1 where one is too small."""
    found: Found = json.loads(Path(words[0]).read_text(encoding="utf-8"))["files"]
    for line in not_reached(found):
        print(line)
    parts = (("the law", law_in(found), OF_LAW), ("the rest", rest_in(found), OF_THE_REST))
    too_little = False
    for name, files, least in parts:
        reached = share(files)
        too_little = too_little or reached < least
        print(f"{name}: {reached:.2f} % of lines and branches are reached, {least:.0f} % must be")
    return int(too_little)


def law_in(found: Found) -> list[Mapping[str, Any]]:
    """Return what was found of the law's files."""
    return [one for path, one in found.items() if path.startswith(LAW)]


def rest_in(found: Found) -> list[Mapping[str, Any]]:
    """Return what was found of all others."""
    return [one for path, one in found.items() if not path.startswith(LAW)]


def share(files: Iterable[Mapping[str, Any]]) -> float:
    """Return how much of the lines and branches was reached, in percent; 0 of nothing."""
    counts = [[one["summary"][name] for name in _COUNTS] for one in files]
    lines, no_lines, branches, no_branches = map(sum, zip(*counts, strict=True)) if counts else (0,) * 4
    whole = lines + no_lines + branches + no_branches
    return 100 * (lines + branches) / whole if whole else 0.0


def not_reached(found: Found) -> list[str]:
    """Return a line for each file that was not reached wholly: its lines, and its branches from one line to another."""
    said = []
    for path, one in sorted(found.items()):
        branches = [f"{before}->{after}" for before, after in one["missing_branches"]]
        missing = [str(line) for line in one["missing_lines"]] + branches
        if missing:
            said.append(f"{path}: {', '.join(missing)}")
    return said


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
