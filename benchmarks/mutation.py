"""Measures how far the tests of the law notice a change of the law: conditions, numbers, words and tables alike.

    python benchmarks/mutation.py                        every mutant; goes on where it was stopped
    python benchmarks/mutation.py --sample 600 --seed 1  that many, drawn at random
    python benchmarks/mutation.py --module walk          those of one module

A mutant is petitions/law with one small change: a comparison turned, an operand left out, a number one more or less, a word
or an enum's member taken for another, an entry of a table gone, a condition always true, a result lost (see ``mutant_changes.py``).
It is killed when a test of tests/law fails over it, and timed out when one takes much longer than it should. No file is
changed: each mutant is compiled in memory, in a process of its own that is forked from this one. The order of the tests does
not change the result, so those run first that killed this mutant, or others of its module, before. Tests marked ``long``
are left out. Results are kept in var/mutation, by the contents of the law, the tests and these scripts.

Not mutated: types, docstrings, imports, decorators, asserts, zip(strict=True), and the prose of sentences but for
the numbers and the classes of crime in it. Mutants that no test could tell from the law stand in
``mutants_known.toml``, each with its reason; the score is told with and without them.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import time
import tomllib
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.mutant_trial import Verdict
from benchmarks.mutant_trials import Trials
from benchmarks.mutants import Mutant, chosen, every_mutant

KNOWN = Path(__file__).with_name("mutants_known.toml")
LEAST = 0.9
"""Of the mutants that are not equivalent, at least so many must be noticed."""


def main() -> int:
    """Try the mutants, print what became of them; return 1 where too many survived that are not equivalent."""
    if os.environ.get("PYTHONHASHSEED") != "0":  # so that sets have one order in every run
        os.execve(sys.executable, [sys.executable, *sys.argv], {**os.environ, "PYTHONHASHSEED": "0"})
    asked = _asked()
    mutants = chosen(every_mutant(), module=asked.module, sample=asked.sample, seed=asked.seed)
    began = time.monotonic()
    verdicts = Trials(jobs=asked.jobs).run(mutants)
    report(mutants, verdicts, seconds=time.monotonic() - began, jobs=asked.jobs)
    counted = [one.key for one in mutants if one.key not in listed("equivalent")]
    survived = sum(verdicts[key].result == "survived" for key in counted)
    return int(survived > (1 - LEAST) * len(counted))


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--jobs", type=int, default=os.cpu_count() or 1, help="mutants tried at the same time"
    )
    parser.add_argument("--sample", type=int, help="try only so many, drawn at random")
    parser.add_argument("--seed", type=int, default=1, help="which sample: the same seed draws the same")
    parser.add_argument("--module", help="only of this module: walk, or needs.days")
    return parser.parse_args()


def listed(kind: str) -> dict[str, str]:
    """Return the mutants of ``mutants_known.toml`` that are ``equivalent`` or ``open``, each with the reason."""
    groups = tomllib.loads(KNOWN.read_text("utf-8")).get(kind, [])
    return {key: group["reason"] for group in groups for key in group["mutants"]}


def report(mutants: Sequence[Mutant], verdicts: dict[str, Verdict], *, seconds: float, jobs: int) -> None:
    """Print the score of each module and of all, the machine, and every mutant that survived."""
    equivalent = listed("equivalent")
    _scores(mutants, verdicts, equivalent)
    print(f"\n{_machine()}; {jobs} at a time; {seconds:.0f} seconds for those that were not tried before\n")
    for one in mutants:
        if verdicts[one.key].result == "survived":
            _survivor(one, equivalent.get(one.key))
    for key in equivalent.keys() & verdicts.keys():
        if verdicts[key].result != "survived":
            print(f"listed as equivalent, but {verdicts[key].result}: {key}")


def _scores(mutants: Sequence[Mutant], verdicts: dict[str, Verdict], equivalent: Collection[str]) -> None:
    by_module: dict[str, Counter[str]] = defaultdict(Counter)
    for one in mutants:
        result = verdicts[one.key].result
        by_module[one.module][result] += 1
        by_module[one.module]["equivalent"] += result == "survived" and one.key in equivalent
    print(f"{'module':32} {'mutants':>8} {'killed':>7} {'timed out':>10} {'survived':>9} {'score':>7}")
    for module, counts in by_module.items():
        _line(module.removeprefix("petitions."), counts)
    total = sum(by_module.values(), Counter[str]())
    _line("all", total)
    if total["equivalent"]:
        _line(f"all but {total['equivalent']} equivalent", total - Counter(survived=total["equivalent"]))


def _line(name: str, counts: Counter[str]) -> None:
    noticed = counts["killed"] + counts["timed out"]
    number = noticed + counts["survived"]
    score = f"{100 * noticed / number:.1f} %" if number else ""
    print(
        f"{name:32} {number:8} {counts['killed']:7} {counts['timed out']:10} {counts['survived']:9} {score:>7}"
    )


def _survivor(one: Mutant, reason: str | None) -> None:
    print(
        f"{one.path}:{one.line}: {one.was} -> {one.becomes}"
        + (f"   (equivalent: {reason})" if reason else "")
    )
    print(f"    {one.key}")


def _machine() -> str:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{os.cpu_count()} cores, {memory:.0f} GiB, Python {platform.python_version()}, load {os.getloadavg()[0]:.1f}"


if __name__ == "__main__":
    sys.exit(main())
