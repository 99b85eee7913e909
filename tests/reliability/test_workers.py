"""Real workers on both queues: one that is killed costs only its units, Redis that comes back empty loses none."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.long


def measured(*told: str) -> list[str]:
    """Run the benchmark, which looks through all that comes of it; return the line of each job, without those of its steps."""
    given = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "REDIS_URL")}
    done = subprocess.run(
        [sys.executable, "benchmarks/scale.py", *told],
        cwd=ROOT,
        env=given,
        capture_output=True,
        text=True,
        timeout=400,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr[-3000:]
    return [
        line for line in done.stdout.splitlines() if re.match(r"(packets|review|papers) +\d workers?:", line)
    ]


def test_a_worker_that_is_killed_costs_only_its_units_on_the_database_queue() -> None:
    [packets] = measured("--packets", "32", "--matters", "4", "--rows", "0", "--workers", "2", "--kill")
    assert "1 killed; none lost, none doubled" in packets


@pytest.mark.services
@pytest.mark.skipif(shutil.which("redis-server") is None, reason="Redis is not installed")
def test_redis_that_comes_back_empty_loses_none() -> None:
    [packets] = measured(
        "--packets",
        "32",
        "--matters",
        "4",
        "--rows",
        "0",
        "--workers",
        "2",
        "--queue",
        "redis",
        "--kill",
        "--restart",
    )
    assert "1 killed, Redis restarted; none lost, none doubled" in packets


@pytest.mark.services
@pytest.mark.skipif(shutil.which("redis-server") is None, reason="Redis is not installed")
def test_a_review_is_done_by_two_workers_on_redis() -> None:
    [review] = measured("--packets", "0", "--rows", "20000", "--workers", "2", "--queue", "redis")
    assert "20,000 rows" in review and "none lost" in review


@pytest.mark.services
@pytest.mark.parametrize("fault", ["--kill", ""])
def test_two_workers_that_share_no_folder_do_a_job_a_review_and_its_papers_from_a_bucket(fault: str) -> None:
    told = ("--bucket", "--packets", "32", "--matters", "4", "--rows", "20000", "--workers", "2")
    packets, review, *papers = measured(*told, fault or "--papers")
    came = f"{1 if fault else 'none'} killed; none lost, none doubled"
    assert "32 packets" in packets and "20,000 rows" in review
    assert [came in one for one in (packets, review, *papers)] == [True] * (2 if fault else 3)
    assert fault or "cases in" in papers[0]
