"""A run for a county that is killed at any moment goes on, and ends with the same papers as one that was left alone."""

from __future__ import annotations

import random
import signal
import subprocess
from pathlib import Path

import pytest

from tests.exchange.county_run.county_runs import finished, inputs, many, started
from tests.exchange.packet_run.runs import tree

pytestmark = pytest.mark.long
KILLS = 6


def papers(out: Path) -> dict[str, str]:
    """Return the files with their digests; spreadsheets, which tell when they were made, and what names them apart."""
    found = tree(out)
    own = (".packets", "manifest.csv")
    return {
        name: digest for name, digest in found.items() if not name.startswith(own) and ".xlsx" not in name
    }


def test_a_run_that_is_killed_again_and_again_ends_with_the_same_papers(tmp_path: Path) -> None:
    given = inputs(tmp_path, *many(420))
    code, said = finished(*given, tmp_path / "whole", "--merge")
    assert code == 2 and said.splitlines()[-1] == "42 case(s) have no papers. manifest.csv says why."
    dice = random.Random(64)
    for stop in (signal.SIGKILL, signal.SIGINT) * (KILLS // 2):
        process = started(*given, tmp_path / "out", "--merge")
        try:
            process.wait(dice.uniform(1, 25))
        except subprocess.TimeoutExpired:
            process.send_signal(stop)
            _, told = process.communicate(timeout=60)
            assert b"Traceback" not in told
    assert finished(*given, tmp_path / "out", "--merge")[0] == 2
    assert papers(tmp_path / "out") == papers(tmp_path / "whole")
    assert not list((tmp_path / "out/.packets").glob("stage-*"))
