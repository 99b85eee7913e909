"""Tries mutants, a few at a time, and keeps what becomes of them in var/mutation."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.mutant_trial import Test, Verdict, found_by, in_child, try_law, try_mutant
from benchmarks.mutants import LAW, ROOT, Mutant, every_mutant

RESULTS = ROOT / "var/mutation"
QUICK = 0.3
"""Seconds: tests that take longer say nothing more about how a mutant is tried."""
SHARED = Path(os.environ.get("CLEARRECORD_SHARED", ROOT.parent / "shared"))


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
    folders = (
        LAW.rglob("*.py"),
        (ROOT / "petitions/exchange").rglob("*.py"),
        (ROOT / "tests/law").glob("*.*"),
    )
    files = [path for found in (*folders, Path(__file__).parent.glob("muta*.py")) for path in found]
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
