"""The same form, sent by fifty threads at once on PostgreSQL, makes one row, and leads all of them to it (S40)."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.own_database import own_database, told

ROOT = Path(__file__).resolve().parents[2]
EXPECTED = """\
matter {302: 50} 1 True
print job {302: 50} 1 True
review {302: 50} 1 True
import {302: 50} 1 True
invitation {200: 1, 302: 49} 1 True
"""


@pytest.mark.long
@pytest.mark.services
def test_fifty_presses_at_once_make_one(tmp_path: Path) -> None:
    with own_database() as url:
        words = [sys.executable, "-m", "tests.access.pressed"]
        around = told(url, tmp_path)
        done = subprocess.run(
            words, cwd=ROOT, env=around, capture_output=True, text=True, timeout=600, check=False
        )
    assert done.stdout == EXPECTED, done.stdout + done.stderr[-2000:]
