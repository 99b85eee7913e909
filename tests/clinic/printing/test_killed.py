"""Workers that are killed at any moment lose nothing and double nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
KILLS = os.environ.get("CLEARRECORD_KILLS", "12")


@pytest.mark.long
def test_a_job_whose_workers_are_killed_ends_once_and_whole(tmp_path: Path) -> None:
    around = {
        "CLEARRECORD_VAR": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "clearrecord.settings",
        "PYTHONPATH": str(ROOT),
    }
    found = subprocess.run(
        [sys.executable, "-m", "tests.clinic.printing.killed", KILLS],
        cwd=ROOT,
        env={**os.environ, **around},
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
    )
    assert found.stdout.strip() == "done True 1 1 ['result'] True []"
