"""Says what 1, 10 and 100 machines carry, what breaks first, and what a launch day of 200,000 people takes.

    .venv/bin/python benchmarks/capacity.py              writes capacity.md and capacity.svg from capacity.json
    .venv/bin/python benchmarks/capacity.py --measure    measures the costs first: about three minutes on a quiet machine

It needs PostgreSQL's programs (bin/with_postgresql installs them), and starts a server of its own.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.capacity_chart import chart
from benchmarks.capacity_launch import launch_day
from benchmarks.capacity_page import page

COSTS, PAGE, CHART = (ROOT / "benchmarks" / f"capacity.{ending}" for ending in ("json", "md", "svg"))


def main() -> None:
    """Measure where that is wanted; write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--measure", action="store_true", help="measure the costs anew")
    if parser.parse_args().measure:
        COSTS.write_text(json.dumps(told_now(), indent=1) + "\n", encoding="utf-8")
    told = json.loads(COSTS.read_text(encoding="utf-8"))
    PAGE.write_text(page(told), encoding="utf-8")
    CHART.write_text(chart(launch_day(told["costs"])), encoding="utf-8")
    print(
        f"{PAGE.relative_to(ROOT)} and {CHART.relative_to(ROOT)} rest on what was measured on {told['day']}"
    )


def told_now() -> dict[str, Any]:
    """Return the costs as they are measured now, with the day and the machine."""
    from benchmarks.capacity_measuring import measured  # noqa: PLC0415 - it needs a server; to write needs none

    load = os.getloadavg()[0]
    machine = f"{os.cpu_count()} cores ({_processor()}), load {load:.1f} at the start, Python {platform.python_version()}"
    costs = {name: float(f"{value:.4g}") for name, value in measured().items()}
    day = f"{datetime.now(UTC):%Y-%m-%d}"  # noqa: TID251 - a script’s day
    return {"day": day, "machine": machine, "costs": costs}


def _processor() -> str:
    said = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    return next(
        (line.partition(":")[2].strip() for line in said.splitlines() if "model name" in line), "unknown"
    )


if __name__ == "__main__":
    main()
