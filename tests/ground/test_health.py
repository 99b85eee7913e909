"""A load balancer learns whether the process lives, and whether the site can keep and open what it is told."""

from __future__ import annotations

import asyncio
import os
import shutil
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import Settings

from clearrecord.health import LEAST_ROOM
from petitions.records.keys import KeyRing
from petitions.records.writing import start_interview

pytestmark = pytest.mark.urls("tests.ground.site_urls")
READY, LIVE = "/health/ready/", "/health/live/"


@pytest.mark.django_db
def test_a_site_with_its_database_is_well() -> None:
    page = Client().get("/healthz")
    assert (page.status_code, page.text) == (200, "ok\n")


@pytest.mark.django_db
def test_a_site_without_its_database_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def away() -> None:
        raise OperationalError

    monkeypatch.setattr(connection, "cursor", away)
    page = Client().get("/healthz")
    assert (page.status_code, page.text) == (503, "database offline\n")


@pytest.mark.django_db(transaction=True)
def test_a_database_that_only_reads_is_not_well() -> None:
    def only_reads(execute: Any, sql: str, *rest: Any) -> Any:
        if sql.startswith("INSERT"):
            raise OperationalError("attempt to write a readonly database")
        return execute(sql, *rest)

    with connection.execute_wrapper(only_reads):
        assert Client().get("/healthz").status_code == 503
    assert Client().get("/healthz").status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["SHEETS_DIR", "PRINTS_DIR", "REVIEWS_DIR", "ROW_KEYS_DIR"])
def test_a_full_disk_is_told_and_so_is_its_end(
    name: str, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    setattr(settings, name, str(tmp_path / "not" / "yet" / "made"))
    usage = shutil.disk_usage
    left = {"free": LEAST_ROOM - 1}

    def free(place: Path) -> Any:
        return SimpleNamespace(**left) if place == tmp_path else usage(place)

    monkeypatch.setattr("clearrecord.health.shutil.disk_usage", free)
    page = Client().get("/healthz")
    assert (page.status_code, page.text) == (503, "disk full\n")
    left["free"] = LEAST_ROOM
    assert Client().get("/healthz").status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize(("is_made", "status"), [(True, 503), (False, 200)])
def test_only_a_folder_that_is_used_must_be_writable(
    is_made: bool, status: int, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "sheets"
    settings.SHEETS_DIR = str(folder)
    if is_made:
        folder.mkdir()
    access = os.access
    monkeypatch.setattr(
        "clearrecord.health.os.access",
        lambda place, mode: place not in (tmp_path, folder) and access(place, mode),
    )
    assert Client().get("/healthz").status_code == status


@pytest.mark.django_db
def test_asking_leaves_one_row_which_no_browser_can_name_and_the_purge_takes() -> None:
    for _time in range(3):
        Client().get("/healthz")
    [row] = Session.objects.all()
    assert len(row.pk) < 8 and row.expire_date <= timezone.now()
    assert SessionStore(row.pk).session_key is None
    call_command("purge", verbosity=0)
    assert not Session.objects.exists()


@pytest.mark.django_db
def test_the_older_address_says_what_the_newer_says() -> None:
    for path in ("/healthz", READY):
        page = Client().get(path)
        assert (page.status_code, page.text, page["Content-Type"]) == (200, "ok\n", "text/plain")


def test_a_living_process_says_so_and_asks_nobody() -> None:
    """No database is allowed here; a question to it would fail the test."""
    page = Client().get(LIVE)
    assert (page.status_code, page.text) == (200, "ok\n")


@pytest.mark.django_db
def test_a_database_without_the_last_migration_is_not_ready() -> None:
    rows = MigrationRecorder(connection).migration_qs.filter(app="petitions").order_by("name")
    last = rows.last()
    rows.filter(pk=last.pk).delete()
    page = Client().get(READY)
    assert (page.status_code, page.text) == (503, "migrations missing\n")
    MigrationRecorder(connection).record_applied("petitions", last.name)
    assert Client().get(READY).status_code == 200


@pytest.mark.django_db
def test_a_database_of_a_later_version_is_ready_so_that_the_site_can_be_taken_back() -> None:
    MigrationRecorder(connection).record_applied("petitions", "9999_of_a_later_version")
    assert Client().get(READY).status_code == 200


@pytest.mark.django_db
def test_a_disk_of_keys_that_is_not_there_is_told_once_anything_needs_it(
    settings: Settings, tmp_path: Path
) -> None:
    settings.ROW_KEYS_DIR = str(tmp_path / "keys")
    assert Client().get(READY).status_code == 200, "a new site has no keys yet"
    start_interview()
    assert Client().get(READY).status_code == 200
    (tmp_path / "keys").rename(tmp_path / "elsewhere")
    page = Client().get(READY)
    assert (page.status_code, page.text) == (503, "keys missing\n")


@pytest.mark.django_db
def test_a_key_of_another_site_is_told(settings: Settings) -> None:
    start_interview()
    settings.RECORD_KEYS = KeyRing(current="other", keys={"other": bytes(32)})
    page = Client().get(READY)
    assert (page.status_code, page.text) == (503, "keys missing\n")


@pytest.mark.django_db
def test_everything_that_is_wrong_is_told_at_once(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    start_interview()
    settings.RECORD_KEYS = KeyRing(current="other", keys={"other": bytes(32)})
    monkeypatch.setattr("clearrecord.health.shutil.disk_usage", lambda _place: SimpleNamespace(free=0))
    assert Client().get(READY).text == "disk full\nkeys missing\n"


@pytest.mark.django_db
@pytest.mark.urls("clearrecord.urls")
@pytest.mark.parametrize("path", [LIVE, READY])
def test_whoever_asks_gets_no_session_and_is_never_slowed_down(path: str) -> None:
    client, odd = Client(), {"accept": "no;such=kind;;", "x-forwarded-for": "Canaria"}
    with CaptureQueriesContext(connection) as asked:
        answers = [client.get(f"{path}?format=Canaria", headers=odd) for _time in range(30)]
    assert {(one.status_code, one.text) for one in answers} == {(200, "ok\n")}
    assert not client.cookies and not any(one.cookies for one in answers)
    assert len(asked) <= 30 * 6
    assert {client.post(path).status_code, client.options(path).status_code} == {405}


def test_no_event_loop_is_begun_for_an_answer() -> None:
    async def asked() -> int:
        return int(Client().get("/health/live/").status_code)

    assert asyncio.run(asked()) == 200
