"""A load balancer learns whether the database answers."""

from __future__ import annotations

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
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from clearrecord.health import LEAST_ROOM

pytestmark = pytest.mark.urls("tests.ground.site_urls")


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
@pytest.mark.parametrize("name", ["ROW_KEYS_DIR", "SHEETS_DIR", "PRINTS_DIR", "REVIEWS_DIR"])
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
