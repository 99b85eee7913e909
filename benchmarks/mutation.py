"""Measures how far the tests of the law notice a change of the law: conditions, numbers, words and tables alike.

    python benchmarks/mutation.py                        every mutant; goes on where it was stopped
    python benchmarks/mutation.py --sample 600 --seed 1  that many, drawn at random
    python benchmarks/mutation.py --module walk          those of one module

A mutant is petitions/law with one small change: a comparison turned, an operand left out, a number one more or less, a word
or an enum's member taken for another, an entry of a table gone, a condition always true, a result lost (see ``mutants.py``).
It is killed when a test of tests/law fails over it, and timed out when one takes five times as long as it should. No file is
changed: each mutant is compiled in memory, in a process of its own that is forked from this one. What the tests run, and in which order,
does not change the result, so those run first that killed this mutant, or others of its module, before. Tests marked
``long`` are left out. Results are kept in var/mutation, by the contents of the law, the tests and these scripts.

Not mutated: types, docstrings, imports, decorators, asserts, zip(strict=True), and the prose of sentences but for
the numbers and the classes of crime in it. Mutants that no test could tell from the law stand in
``mutants_known.toml``, each with its reason; the score is told with and without them.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import platform
import sys
import time
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.mutant_trial import Test, Verdict, found_by, in_child, try_law, try_mutant
from benchmarks.mutants import LAW, Mutant, chosen, every_mutant

RESULTS = ROOT / "var/mutation"
KNOWN = Path(__file__).with_name("mutants_known.toml")
LEAST = 0.9
"""Of the mutants that are not equivalent, at least so many must be noticed."""
QUICK = 0.3
"""Seconds: tests that take longer say nothing more about how a mutant is tried."""
SHARED = Path(os.environ.get("CLEARRECORD_SHARED", ROOT.parent / "shared"))


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


class Trials:
    """Tries mutants, a few at a time, and keeps what it finds."""

    def __init__(self, *, jobs: int) -> None:
        self.jobs = jobs
        self.path = RESULTS / f"{digest()}.jsonl"
        self.hints = dict(_kept(path for path in RESULTS.glob("*.jsonl") if path != self.path))
        self.verdicts = dict(_kept([self.path]))
        self.kills: dict[str, Counter[Test]] = defaultdict(Counter)
        self.seconds: dict[Test, float] = {}
        for key, verdict in self.verdicts.items():
            self._count(key, verdict)

    def run(self, mutants: Sequence[Mutant]) -> dict[str, Verdict]:
        """Return the verdict on each mutant."""
        waiting = [one for one in mutants if one.key not in self.verdicts]
        if waiting:
            self._measure_tests()
        running: dict[int, tuple[Mutant, int]] = {}
        RESULTS.mkdir(parents=True, exist_ok=True)
        with self.path.open("a", encoding="utf-8") as kept:
            for place, mutant in enumerate(waiting):
                if place % 50 == 0:
                    print(f"\r{place} of {len(waiting)}", end="", file=sys.stderr, flush=True)
                running |= [self._started(mutant)]
                if len(running) >= self.jobs:
                    self._wait(running, kept)
            while running:
                self._wait(running, kept)
        print("\r", end="", file=sys.stderr)
        return self.verdicts

    def _measure_tests(self) -> None:
        number, reading = in_child(lambda: try_law(shared=SHARED))
        found = found_by(number, reading)
        os.waitpid(number, 0)
        if found is None:
            raise SystemExit("A test of tests/law fails over the law as it is: run bin/test tests/law first.")
        self.seconds = {tuple(test): seconds for test, seconds, _ in found}
        self._try_the_law_itself()
        print(
            f"{sum(rows for *_, rows in found)} tests in {sum(self.seconds.values()):.0f} seconds",
            file=sys.stderr,
        )

    def _try_the_law_itself(self) -> None:
        """Make sure that what kills a mutant is its change and not the way it is tried."""
        (unchanged, *_) = every_mutant()
        order = [test for test, seconds in self.seconds.items() if seconds < QUICK]

        def work() -> Verdict:
            return try_mutant(
                unchanged.module, unchanged.tree, order, first_row=0, seconds=self.seconds, shared=SHARED
            )

        number, reading = in_child(work)
        found = found_by(number, reading)
        os.waitpid(number, 0)
        if found is None or found[0] != "survived":
            raise SystemExit(f"The law as it is does not survive its own tests here: {found}")

    def _started(self, mutant: Mutant) -> tuple[int, tuple[Mutant, int]]:
        hint = self.hints.get(mutant.key, Verdict("survived"))
        order = self._order(mutant.module, hint.by)

        def work() -> Verdict:
            mutant.edit.apply()
            return try_mutant(
                mutant.module, mutant.tree, order, first_row=hint.row, seconds=self.seconds, shared=SHARED
            )

        number, reading = in_child(work)
        return number, (mutant, reading)

    def _order(self, module: str, hint: Test | None) -> list[Test]:
        """Put those first that kill most in a second."""
        here, everywhere = self.kills[module], self.kills[""]

        def worth(test: Test) -> float:
            return (here[test] + everywhere[test] / 50 + 0.01) / (self.seconds[test] + 0.02)

        return sorted(self.seconds, key=lambda test: (test != hint, -worth(test)))

    def _wait(self, running: dict[int, tuple[Mutant, int]], kept: Any) -> None:
        number, status = os.wait()
        mutant, reading = running.pop(number)
        found = found_by(number, reading)
        if found is None:
            if not os.WIFSIGNALED(status):
                raise SystemExit(f"This mutant could not be tried: {mutant.key}")
            found = ["timed out"]
        verdict = _verdict(found)
        self.verdicts[mutant.key] = verdict
        self._count(mutant.key, verdict)
        kept.write(json.dumps({"mutant": mutant.key, "verdict": verdict}) + "\n")
        kept.flush()

    def _count(self, key: str, verdict: Verdict) -> None:
        if verdict.by:
            self.kills[key.partition(" | ")[0]][verdict.by] += 1
            self.kills[""][verdict.by] += 1


def digest() -> str:
    """Name the contents of the law, its tests and these scripts: results of other contents say nothing."""
    files = [*LAW.rglob("*.py"), *(ROOT / "tests/law").glob("*.py"), *Path(__file__).parent.glob("muta*.py")]
    found = hashlib.sha256()
    for path in (*sorted(files), SHARED / "law/cases.json"):
        found.update(path.read_bytes() if path.exists() else b"-")
    return found.hexdigest()[:16]


def _kept(paths: Iterable[Path]) -> Iterable[tuple[str, Verdict]]:
    for path in sorted(paths, key=lambda one: one.stat().st_mtime if one.exists() else 0):
        for line in path.read_text("utf-8").splitlines() if path.exists() else ():
            kept = json.loads(line)
            yield kept["mutant"], _verdict(kept["verdict"])


def _verdict(found: Sequence[Any]) -> Verdict:
    result, by, row = (*found, None, 0)[:3]
    return Verdict(result, (by[0], by[1]) if by else None, row)


def listed(kind: str) -> dict[str, str]:
    """Return the mutants of ``mutants_known.toml`` that are ``equivalent`` or ``open``, each with the reason."""
    groups = tomllib.loads(KNOWN.read_text("utf-8")).get(kind, [])
    return {key: group["reason"] for group in groups for key in group["mutants"]}


def report(mutants: Sequence[Mutant], verdicts: dict[str, Verdict], *, seconds: float, jobs: int) -> None:
    """Print the score of each module and of all, the machine, and every mutant that survived."""
    equivalent = listed("equivalent")
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
        without = total - Counter(survived=total["equivalent"])
        _line(f"all but {total['equivalent']} equivalent", without)
    print(f"\n{_machine()}; {jobs} at a time; {seconds:.0f} seconds for those that were not tried before\n")
    for one in mutants:
        if verdicts[one.key].result == "survived":
            _survivor(one, equivalent.get(one.key))
    for key in equivalent.keys() & verdicts.keys():
        if verdicts[key].result != "survived":
            print(f"listed as equivalent, but {verdicts[key].result}: {key}")


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
