"""The same form, sent by fifty threads at once on PostgreSQL, makes one row, and leads all of them to it (S40)."""

from __future__ import annotations

import os
import subprocess
import sys
import uuid
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest

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
@pytest.mark.no_cover
def test_fifty_presses_at_once_make_one(tmp_path: Path) -> None:
    server = os.environ.get("CLEARRECORD_TEST_POSTGRES")
    if not server:
        pytest.skip("no PostgreSQL is named; bin/test --all starts one and sets CLEARRECORD_TEST_POSTGRES")
    name = f"clearrecord_{uuid.uuid4().hex}"
    around = {
        **os.environ,
        "DATABASE_URL": urlsplit(server)._replace(path=f"/{name}").geturl(),
        "CLEARRECORD_VAR": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "clearrecord.settings",
        "PYTHONPATH": str(ROOT),
    }
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")  # type: ignore[arg-type]
        words = [sys.executable, "-m", "tests.access.pressed"]
        done = subprocess.run(
            words, cwd=ROOT, env=around, capture_output=True, text=True, timeout=600, check=False
        )
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")  # type: ignore[arg-type]
    assert done.stdout == EXPECTED, done.stdout + done.stderr[-2000:]
