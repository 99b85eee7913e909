"""An empty PostgreSQL database of a test's own, for tests that work on one from processes of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from benchmarks.own_postgresql import empty_database
from tests.conftest import ROOT


@contextmanager
def own_database() -> Iterator[str]:
    """Make one, give its address, and take it away afterwards; skip the test where no PostgreSQL is named."""
    server = os.environ.get("CLEARRECORD_TEST_POSTGRES")
    if not server:
        pytest.skip("no PostgreSQL is named; bin/test --all starts one and sets CLEARRECORD_TEST_POSTGRES")
    with empty_database(server) as url:
        yield url


def told(url: str, folder: Path) -> dict[str, str]:
    """Return what a process is told that is to work on the database, with its files in the folder."""
    return os.environ | {
        "CLEARRECORD_VAR": str(folder),
        "DATABASE_URL": url,
        "DJANGO_SETTINGS_MODULE": "clearrecord.settings",
        "PYTHONPATH": str(ROOT),
    }


def ran(*words: str, around: dict[str, str]) -> str:
    """Run Python on these words to a good end; return what it printed."""
    done = subprocess.run(
        [sys.executable, *words], cwd=ROOT, env=around, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-4000:]
    return done.stdout
