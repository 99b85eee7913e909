"""Measures the county review: invents a file, decides it, writes everything, and prints time, speed and memory.

    python benchmarks/review.py                               50,000 and 500,000 rows
    python benchmarks/review.py --rows 3000000 --rows 10000000
    python benchmarks/review.py --rows 500000 --invent FILE   only write that file

Each run is a process of its own, as a person would start it, with its start counted in. Memory is what the process
and its workers hold together at the highest, shared pages counted once for each. CPU time is told beside the time on
the wall: on a machine that does other things too it is what can be compared.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.invented_research_file import COUNTY, write_file

FOLDER = ROOT / "var" / "review-bench"
USUAL = (50_000, 500_000)
ON = "2020-07-01"
CHOICES = {
    "flow": "configurable",
    "baselineEligibility": {"dismiss": ["11357", "11358"], "reduce": ["11359", "11360"]},
    "additionalRelief": {"subjectAgeThreshold": 57, "yearsSinceConvictionThreshold": 10, "subjectHasOnlyProp64Charges": True},
}  # fmt: skip
_BETWEEN_LOOKS = 0.05
_PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True, slots=True)
class Measured:
    """What one run took."""

    wall: float
    cpu: float
    memory: int


def main() -> None:
    """Print a line for each step and length."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rows", type=int, action="append", metavar="N")
    parser.add_argument("--invent", type=Path, metavar="FILE", help="only write the invented file")
    parser.add_argument("--keep", action="store_true", help="keep the invented files in var/review-bench")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    given = parser.parse_args()
    if given.invent:
        write_file(given.invent, rows=(given.rows or USUAL)[0])
        return
    print(
        f"machine  {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, Python {platform.python_version()}"
    )
    for rows in given.rows or USUAL:
        measure_both(rows, workers=given.workers)
        if not given.keep:
            shutil.rmtree(FOLDER)


def measure_both(rows: int, *, workers: int) -> None:
    """Measure deciding alone and writing everything, of a file of so many rows."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    file, choices, out = FOLDER / f"{rows}.csv", FOLDER / "options.json", FOLDER / "out"
    choices.write_text(json.dumps(CHOICES))
    if not file.exists():
        write_file(file, rows=rows)
    given = [str(file), "--county", COUNTY, "--options", str(choices), "--on", ON, "--workers", str(workers)]
    print(f"{rows:>10,} rows, {file.stat().st_size / 1e9:.2f} GB")
    _print(
        "deciding alone",
        rows,
        measured([sys.executable, "manage.py", "review", *given, "--summary-only", "--output", str(out)]),
    )
    shutil.rmtree(out)
    _print(
        "all results", rows, measured([sys.executable, "manage.py", "review", *given, "--output", str(out)])
    )
    print(
        f"{'':12}written {sum(path.stat().st_size for path in out.iterdir() if path.is_file()) / 1e9:.2f} GB"
    )
    shutil.rmtree(out)


def measured(command: Sequence[str]) -> Measured:
    """Run a command and watch the memory of its processes."""
    before, began, most = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic(), 0
    process = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE)
    while process.poll() is None:
        most = max(most, _memory_of_tree(process.pid))
        time.sleep(_BETWEEN_LOOKS)
    wall = time.monotonic() - began
    if process.returncode:
        sys.exit(process.stderr.read().decode() if process.stderr else "the command failed")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Measured(wall, cpu, most)


def _memory_of_tree(process: int) -> int:
    """Return the resident bytes of a process and of all that it started."""
    try:
        pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
        children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    except (OSError, IndexError):
        return 0  # it has just ended
    return pages * _PAGE + sum(_memory_of_tree(int(child)) for child in children)


def _print(what: str, rows: int, found: Measured) -> None:
    print(
        f"{'':12}{what:<16}{found.wall:7.2f} s wall {found.cpu:8.2f} s CPU {rows / found.wall:>12,.0f} rows a second"
        f" {found.memory / 2**30:6.2f} GiB"
    )


if __name__ == "__main__":
    main()
