"""Two processes count wrong tries together (S8, D6)."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

pytestmark = [pytest.mark.long, pytest.mark.no_cover]
_GUESS = """
import django; django.setup()
from django.test import Client
for _try in range(3):
    said = Client().post("/account/login/", {"login": "volunteer", "password": "not it at all"}).content.decode()
    print("waits" if "too many wrong tries" in said else "looked at")
"""


def test_what_one_worker_counts_holds_at_the_other(tmp_path: Path) -> None:
    told = os.environ | {
        "CLEARRECORD_VAR": str(tmp_path),
        "DATABASE_URL": "",
        "DJANGO_SETTINGS_MODULE": "clearrecord.settings",
        "ALLOWED_HOSTS": "testserver",
    }
    run = [sys.executable, "manage.py", "prepare", "--sample"]
    subprocess.run(run, env=told, cwd=ROOT, check=True, timeout=120, capture_output=True)
    found = []
    for _worker in range(2):
        worker = [sys.executable, "-c", _GUESS]
        said = subprocess.run(
            worker, env=told, cwd=ROOT, check=True, timeout=120, capture_output=True, text=True
        )
        found += said.stdout.split("\n")[:3]
    assert found == ["looked at"] * 5 + ["waits"]
