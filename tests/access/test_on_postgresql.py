"""The staff pages, county reviews, who may see them and what is kept, on a real PostgreSQL: the same tests as elsewhere."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.services

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("tests/clinic", "tests/access", "tests/records", "tests/review/screens", "tests/review/kept")
_VENDOR = "import django; django.setup()\nfrom django.db import connection\nprint(connection.vendor)"


def test_every_quick_test_of_the_clinic_passes_on_a_real_postgresql() -> None:
    server = os.environ.get("CLEARRECORD_TEST_POSTGRES")
    if not server:
        pytest.skip("no PostgreSQL is named; bin/test --all starts one and sets CLEARRECORD_TEST_POSTGRES")
    assert ran(server, "-c", _VENDOR).stdout.strip() == "postgresql"
    chosen = ("-q", "-n", "2", "-p", "no:cacheprovider", "-m", "not long and not services")
    done = ran(server, "-m", "pytest", *chosen, *PARTS)
    assert done.returncode == 0, done.stdout[-4000:]
    passed = int(done.stdout.split(" passed")[0].split()[-1])
    assert passed > 1_900 and " skipped" not in done.stdout


def ran(server: str, *words: str) -> subprocess.CompletedProcess[str]:
    names = {
        "DATABASE_URL": server,
        "DJANGO_SETTINGS_MODULE": "clearrecord.settings",
        "PYTHONPATH": str(ROOT),
    }
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    return subprocess.run(
        [sys.executable, *words], cwd=ROOT, env={**kept, **names}, capture_output=True, text=True, check=False
    )
