"""Shows that the security tests bite: takes each control away in a copy of the tree and expects its tests to fail.

    python benchmarks/sabotage.py                     every control; writes the record and docs/security-controls.md
    python benchmarks/sabotage.py --only S27 S28      those of some controls
    python benchmarks/sabotage.py --jobs 1            one at a time (as many as there are processors, if not said)
    python benchmarks/sabotage.py --quickest 8        the quickest so many, by the record
    python benchmarks/sabotage.py --missing           those of which it is not known that they are caught
    python benchmarks/sabotage.py --table             only draw the page anew from the record

The sabotages stand in tests/security/sabotage: exact old text, new text, and the tests that must notice. One counts as caught
where each of its tests fails by an assertion, or by the error that it names, none fails to begin, and a test of something
else still passes. First, all the tests run over the code as it is (``--no-baseline`` leaves that out): one that fails by
itself would show nothing.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from queue import SimpleQueue
from threading import Lock

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.sabotage_controls import Sabotage, controls, sabotages
from benchmarks.sabotage_table import TABLE, is_known_as_caught, note, record, table
from benchmarks.sabotage_trial import Tree, Verdict, options_of, try_sabotage


def main() -> int:
    """Try the sabotages, print and keep what became of them; return 1 where one was not caught."""
    asked = _asked()
    if not asked.table:
        began = time.monotonic()
        tried = _chosen(asked)
        with tempfile.TemporaryDirectory(prefix="sabotage-") as place:
            trees = [Tree(Path(place) / str(number)) for number in range(asked.jobs)]
            broken = [] if asked.no_baseline else _failing(tried, trees[0])
            verdicts = _try_all(tried, trees, keep=not asked.no_record)
            for tree in trees:
                tree.close()
        _report(tried, verdicts, broken, seconds=time.monotonic() - began)
        if asked.no_record:
            return int(bool(broken) or not all(one.caught for one in verdicts.values()))
    note({}, sabotages(controls()), on="")
    TABLE.write_text(table(controls(), record()), "utf-8")
    return int(not all(is_known_as_caught(one, record()) for one in sabotages(controls())))


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", nargs="+", default=[], help="the controls to take away: S27 S28")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="how many at the same time")
    parser.add_argument("--quickest", type=int, help="only so many, the quickest by the record")
    parser.add_argument(
        "--missing", action="store_true", help="only those of which nothing, or no success, is known"
    )
    parser.add_argument("--no-baseline", action="store_true", help="trust that the tests pass as it is")
    parser.add_argument("--no-record", action="store_true", help="write neither the record nor the page")
    parser.add_argument("--table", action="store_true", help="only draw the page anew")
    return parser.parse_args()


def _chosen(asked: argparse.Namespace) -> list[Sabotage]:
    found, entries = sabotages(controls(), only=asked.only), record()
    if asked.missing:
        found = [one for one in found if not is_known_as_caught(one, entries)]
    if asked.quickest is None:
        return found
    known = [one for one in found if one.key in entries]
    return sorted(known, key=lambda one: entries[one.key].seconds)[: asked.quickest]


def _failing(tried: Sequence[Sabotage], tree: Tree) -> list[str]:
    """Return the tests that fail over the code as it is, begun in the same way as when the control is gone."""
    wrong = []
    for options in {options_of(one) for one in tried}:
        alike = [one for one in tried if options_of(one) == options]
        cases, said = tree.run(
            [*dict.fromkeys(test for one in alike for test in (*one.tests, one.steady))], *options
        )
        wrong += [f"{case.path}::{case.name}" for case in cases if case.failed or case.broke or case.skipped]
        wrong += [] if cases else [said]
    return wrong


def _try_all(tried: Sequence[Sabotage], trees: Sequence[Tree], *, keep: bool) -> dict[str, Verdict]:
    """Try each in the first tree that is free, and note at once what became of it."""
    known, writing = sabotages(controls()), Lock()
    free: SimpleQueue[Tree] = SimpleQueue()
    for tree in trees:
        free.put(tree)

    def one_at(one: Sabotage) -> Verdict:
        tree = free.get()
        try:
            verdict = try_sabotage(one, tree)
        finally:
            free.put(tree)
        with writing:
            print(
                f"{'caught' if verdict.caught else 'MISSED':7} {verdict.seconds:6.1f} s  {one.key}",
                flush=True,
            )
            if not verdict.caught:
                print(f"        {verdict.why}", flush=True)
            if keep:
                note({one: verdict}, known, on=f"{datetime.now(UTC):%Y-%m-%d}")  # noqa: TID251 - a script's day
        return verdict

    with ThreadPoolExecutor(len(trees)) as pool:
        return dict(zip((one.key for one in tried), pool.map(one_at, tried), strict=True))


def _report(
    tried: Sequence[Sabotage], verdicts: dict[str, Verdict], broken: Sequence[str], *, seconds: float
) -> None:
    for one in tried:
        if not verdicts[one.key].caught:
            print(f"\n{one.key}\n    {verdicts[one.key].why}")
    for test in broken:
        print(f"\nfails or is left out over the code as it is: {test}")
    caught = sum(one.caught for one in verdicts.values())
    print(f"\n{caught} of {len(tried)} caught in {seconds:.0f} seconds, load {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    sys.exit(main())
