"""Workers that are killed at a moment of chance or at a chosen point lose nothing, double nothing and leave no file behind (S43, S44)."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
KILLS = os.environ.get("CLEARRECORD_KILLS", "10")


@pytest.mark.long
def test_whatever_is_killed_goes_on_and_comes_to_its_end_once() -> None:
    done = subprocess.run(
        [sys.executable, "benchmarks/kills.py", "--kills", KILLS],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr[-3000:]
    assert done.stdout.splitlines()[-1] == f"{KILLS} kills: 0 lost, 0 doubled, 0 files without a row"
