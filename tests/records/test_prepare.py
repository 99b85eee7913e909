"""The ``prepare`` command makes a database from nothing, and again changes nothing."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.utils import timezone

from petitions.records.models import Interview
from petitions.records.writing import start_interview
from tests.ground.test_run import ROOT, told


@pytest.mark.django_db
def test_prepare_deletes_what_nobody_came_back_to() -> None:
    old, fresh = start_interview(), start_interview()
    Interview.objects.filter(pk=old).update(touched_at=timezone.now() - timedelta(hours=73))
    said = StringIO()
    call_command("prepare", stdout=said)
    assert said.getvalue() == "Deleted 1 idle interviews and 0 kept under a code.\n"
    assert [*Interview.objects.values_list("pk", flat=True)] == [fresh]


def test_prepare_makes_the_database_and_may_run_again(tmp_path: Path) -> None:
    for _ in range(2):
        subprocess.run(
            [sys.executable, "manage.py", "prepare"],
            env=told(tmp_path, port=0),
            cwd=ROOT,
            check=True,
            capture_output=True,
        )
    with sqlite3.connect(tmp_path / "clearrecord.sqlite3") as database:
        assert database.execute("SELECT count(*) FROM petitions_interview").fetchone() == (0,)
