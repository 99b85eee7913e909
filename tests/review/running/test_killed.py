"""A review that is killed or stopped at any moment goes on with --resume, and ends with the same bytes."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from benchmarks.invented_research_file import write_file
from petitions.management.commands.review import NOT_WRITTEN, STOPPED, WORKER_DIED
from tests.exchange.packet_run.runs import interrupt, is_alive, workers_of
from tests.review.running.runs import results
from tests.review.running.starts import finished, started, wait_for

pytestmark = pytest.mark.long
ROWS, KILLS, PATIENCE = 40_000, 8, 30
Whole = tuple[Path, dict[str, bytes], float]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Whole:
    """Run once without a stop: the input, the results, and the seconds it takes."""
    folder = tmp_path_factory.mktemp("whole")
    write_file(folder / "county.csv", rows=ROWS)
    began = time.monotonic()
    assert finished(folder / "county.csv", folder / "out")[0] == 0
    return folder / "county.csv", results(folder / "out"), time.monotonic() - began


def kill(process: subprocess.Popen[bytes]) -> None:
    process.kill()


def kill_a_worker(process: subprocess.Popen[bytes]) -> None:
    for worker in workers_of(process)[-1:]:
        with suppress(ProcessLookupError):
            os.kill(worker, signal.SIGKILL)


@pytest.mark.parametrize("stop", [kill, interrupt, kill_a_worker])
def test_a_review_that_is_stopped_again_and_again_ends_with_the_same_bytes(
    whole: Whole, tmp_path: Path, stop: Callable[[subprocess.Popen[bytes]], None]
) -> None:
    file, expected, seconds = whole
    out, dice = tmp_path / "out", random.Random(stop.__name__)
    for _ in range(KILLS):
        process = started(file, out, "--resume")
        try:
            process.wait(dice.uniform(0.2, 0.9) * seconds)
        except subprocess.TimeoutExpired:
            family = workers_of(process)
            stop(process)
            process.communicate(timeout=60)
            assert all_end(family)
        assert not out.exists() or results(out).items() <= expected.items()
    assert finished(file, out, "--resume")[0] == 0
    assert results(out) == expected


@pytest.mark.parametrize("moment", ["read-*.done", "decided-*.done", "written-*.done"])
def test_ctrl_c_says_what_stays_and_how_to_go_on(whole: Whole, tmp_path: Path, moment: str) -> None:
    file, expected, _ = whole
    out = tmp_path / "out"
    process = started(file, out)
    wait_for(out, moment)
    interrupt(process)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 1 and said.decode().splitlines()[-1] == STOPPED
    assert results(out) == {}
    code, said_next = finished(file, out)
    assert code == 2 and "--resume" in said_next
    assert finished(file, out, "--resume")[0] == 0
    assert results(out) == expected


def test_a_worker_that_is_lost_is_told(whole: Whole, tmp_path: Path) -> None:
    process = started(whole[0], tmp_path / "out")
    wait_for(tmp_path / "out", "read-*.done")
    kill_a_worker(process)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 1 and said.decode().splitlines()[-1] == WORKER_DIED


@pytest.mark.parametrize("largest", [100_000, 5_000_000])
def test_a_disk_that_is_full_is_told_and_the_review_goes_on_where_there_is_room(
    whole: Whole, tmp_path: Path, largest: int
) -> None:
    file, expected, _ = whole
    code, said = finished(file, tmp_path / "out", largest=largest)
    assert code == 1 and said.splitlines()[-1] == NOT_WRITTEN
    assert results(tmp_path / "out") == {}
    assert finished(file, tmp_path / "out", "--resume")[0] == 0
    assert results(tmp_path / "out") == expected


def all_end(family: list[int]) -> bool:
    last = time.monotonic() + PATIENCE
    while any(is_alive(one) for one in family):
        if time.monotonic() > last:
            return False
        time.sleep(0.05)
    return True
