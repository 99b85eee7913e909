"""The same tests run on the embedded database and on PostgreSQL: which one it is, is not left to chance."""

from __future__ import annotations

import os
import sys
from urllib.parse import urlsplit

import pytest
from django.db import connection

from tests import on_postgresql

ROOM = "CLEARRECORD_TEST_POSTGRES"


@pytest.mark.django_db
def test_the_database_is_the_one_that_was_asked_for() -> None:
    asked = urlsplit(os.environ.get("DATABASE_URL", "sqlite:///var/clearrecord.sqlite3")).scheme
    assert connection.vendor == asked


def test_a_command_is_told_of_the_server_and_its_end_is_ours(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(ROOM, "postgresql://somebody@127.0.0.1/postgres")
    monkeypatch.delenv("DATABASE_URL", raising=False)
    said = f"import os; print(os.environ['{ROOM}'], os.environ.get('DATABASE_URL')); raise SystemExit(3)"
    assert on_postgresql.main([sys.executable, "-c", said]) == 3
    assert on_postgresql.main(["--as-database", sys.executable, "-c", said]) == 3
    address = "postgresql://somebody@127.0.0.1/postgres"
    assert capfd.readouterr().out.split() == [address, "None", address, address]


def test_without_a_server_nothing_claims_to_have_run_on_one(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv(ROOM, raising=False)
    monkeypatch.setattr("benchmarks.own_postgresql._PLACES", "/nowhere")
    monkeypatch.setattr("benchmarks.own_postgresql.shutil.which", lambda _name: None)
    assert on_postgresql.main(["--as-database", sys.executable, "-c", "print('it ran')"]) == 0
    said = capfd.readouterr().out
    assert "PostgreSQL is not installed" in said and "it ran" not in said
