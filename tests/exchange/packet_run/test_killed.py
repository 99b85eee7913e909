"""A run that is killed or stopped at any moment goes on, and ends with the same bytes as one that was left alone."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from tests.exchange.packet_run.runs import (
    finished,
    interrupt,
    is_alive,
    lines,
    many,
    started,
    tree,
    workers_of,
)

pytestmark = pytest.mark.long
OPTIONS = ("--workers", "2", "--merge")
RECORDS = [*many(420), "not JSON"]
ALL_STARTED = 3
"""Children of a run with two workers: the tracker of what is shared, and the two."""
KILLS = 8
PATIENCE = 15


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str], float]:
    """Run once without a stop: the input, every file that comes of it, and the seconds it takes."""
    folder = tmp_path_factory.mktemp("whole")
    file = folder / "records.ndjson"
    file.write_bytes(lines(*RECORDS))
    began = time.monotonic()
    assert finished(file, folder / "out", *OPTIONS)[0] == 2
    return file, tree(folder / "out"), time.monotonic() - began


def kill(process: subprocess.Popen[bytes]) -> None:
    process.kill()


def kill_a_worker(process: subprocess.Popen[bytes]) -> None:
    """Kill the last process that the command has started, a worker or what prints for it."""
    for worker in workers_of(process)[-1:]:
        with suppress(ProcessLookupError):
            os.kill(worker, signal.SIGKILL)


@pytest.mark.parametrize("stop", [kill, interrupt, kill_a_worker])
def test_a_run_that_is_stopped_again_and_again_ends_with_the_same_bytes(
    whole: tuple[Path, dict[str, str], float], tmp_path: Path, stop: Callable[[subprocess.Popen[bytes]], None]
) -> None:
    file, expected, seconds = whole
    dice = random.Random(stop.__name__)
    for _ in range(KILLS):
        process = started(file, tmp_path / "out", *OPTIONS)
        gone_after(process, stop, seconds=dice.uniform(0.3, 0.6 * seconds))
    assert finished(file, tmp_path / "out", *OPTIONS)[0] == 2
    assert tree(tmp_path / "out") == expected


def test_a_run_that_is_killed_while_it_joins_ends_with_the_same_bytes(
    whole: tuple[Path, dict[str, str], float], tmp_path: Path
) -> None:
    file, expected, _ = whole
    out = tmp_path / "out"
    shutil.copytree(file.parent / "out", out)
    for volume in out.glob("merged-*.pdf"):
        volume.unlink()
    for seconds in (2, 4, 6):
        gone_after(started(file, out, *OPTIONS), kill, seconds=seconds)
    assert finished(file, out, *OPTIONS)[0] == 2
    assert tree(out) == expected


def gone_after(
    process: subprocess.Popen[bytes], stop: Callable[[subprocess.Popen[bytes]], None], *, seconds: float
) -> None:
    """Stop a process after some seconds; see that it and all that it started end, without a traceback."""
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        family = workers_of(process)
        stop(process)
        _, said = process.communicate(timeout=60)
        assert stop is interrupt or b"Traceback" not in said
        assert all_end(family)


def all_end(family: list[int]) -> bool:
    last = time.monotonic() + PATIENCE
    while any(is_alive(one) for one in family):
        if time.monotonic() > last:
            return False
        time.sleep(0.05)
    return True


def test_ctrl_c_is_answered_at_once_with_a_kind_line(
    whole: tuple[Path, dict[str, str], float], tmp_path: Path
) -> None:
    process = started(whole[0], tmp_path / "out", *OPTIONS)
    while not list((tmp_path / "out" / ".packets").glob("stage-*")):
        time.sleep(0.02)
    family = workers_of(process)
    began = time.monotonic()
    interrupt(process)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 1 and time.monotonic() - began < 5
    assert said.decode().splitlines()[-1] == (
        "Stopped. What is printed stays. Run the same command again: it continues."
    )
    assert b"Traceback" not in said and all_end(family)
    assert not list((tmp_path / "out" / ".packets").glob("stage-*"))


def test_a_killed_worker_is_told_in_one_line(
    whole: tuple[Path, dict[str, str], float], tmp_path: Path
) -> None:
    process = started(whole[0], tmp_path / "out", *OPTIONS)
    while not list((tmp_path / "out" / ".packets").glob("stage-*")) or len(workers_of(process)) < ALL_STARTED:
        time.sleep(0.02)
    for worker in workers_of(process)[1:]:
        os.kill(worker, signal.SIGKILL)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 1 and b"Traceback" not in said
    assert said.decode().splitlines()[-1].startswith("A worker process ended early")
