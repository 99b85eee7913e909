"""On a disk that is full nothing is half kept, the page says that it is not kept, and with room again it works (S46)."""

from __future__ import annotations

import os
import secrets
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from unittest.mock import patch

import pytest
from django.db import OperationalError, connections
from django.test import Client
from pytest_django import Settings

from petitions.access.roles import Role
from petitions.rapsheet.handing.plan import plan_of
from petitions.records.held.folder import Folder
from petitions.records.held.holding import held_by
from petitions.records.matters.models import Matter
from petitions.records.models import Interview
from petitions.records.private_folder import PrivateFolder
from petitions.records.reviews.vault import Vault
from tests.clinic.people import office
from tests.rapsheet.handing.handed import Hander, hander, held_in
from tests.rapsheet.sheet_files import drawn, saved

PHOTO = saved(drawn(("x",), wide=80))
SIZE = 512 * 1024
NEW_MATTER = {
    "name": "Testa Example",
    "language": "en",
    "attorney": "",
    "agreed": "on",
    "token": "of one page",
}


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a disk of half a megabyte."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(place)]
    if os.geteuid() != 0:
        pytest.skip("only root may mount a small disk")
    done = subprocess.run(mount, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"no disk can be mounted here: {done.stderr.strip()}")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


def fill(disk: Path) -> Path:
    """Leave no room."""
    file = disk / "filling"
    with suppress(OSError), file.open("wb", buffering=0) as stream:
        while True:
            stream.write(bytes(4096))
    return file


def everything(disk: Path) -> dict[str, int]:
    """Return every file with its size, hidden ones too."""
    return {
        str(one): one.stat().st_size for one in disk.rglob("*") if one.is_file() and one.name != "filling"
    }


@pytest.mark.django_db
def test_a_file_of_a_sheet_that_finds_no_room_leaves_nothing_and_can_be_sent_again(disk: Path) -> None:
    with held_in(disk / "sheets"), patch("petitions.rapsheet.handing.views.have_read"):
        found = hander()
        found.client.raise_request_exception = False
        assert found.send(PHOTO, names=("one.jpg",)).status_code in (200, 302)
        before, filling = everything(disk), fill(disk)
        page = found.send(PHOTO, names=("two.jpg",))
        assert page.status_code == 503
        assert "What you saved before is still there." in page.content.decode()
        assert everything(disk) == before
        assert titles(found) == ["one.jpg"]
        filling.unlink()
        assert found.send(PHOTO, names=("two.jpg",)).status_code in (200, 302)
        assert titles(found) == ["one.jpg", "two.jpg"]


def titles(found: Hander) -> list[str]:
    folder = held_by(found.client.session["interview"])
    assert folder is not None
    return [one.title for one in plan_of(folder).files]


@pytest.mark.django_db
def test_a_visit_whose_key_finds_no_room_is_told_so_and_begins_once_there_is_some(
    disk: Path, settings: Settings
) -> None:
    """The key of the row stands on a disk of its own here; the database has room."""
    settings.ROW_KEYS_DIR = str(disk / "row_keys")
    (disk / "row_keys").mkdir()
    visitor = Client(raise_request_exception=False)
    before, filling = everything(disk), fill(disk)
    page = visitor.post("/interview/begin/")
    assert page.status_code == 503 and page.headers["Retry-After"]
    assert "What you saved before is still there." in page.content.decode()
    assert everything(disk) == before and not Interview.objects.exists()
    filling.unlink()
    assert visitor.post("/interview/begin/").status_code == 302
    assert Interview.objects.count() == len(everything(disk)) == 1


@pytest.mark.django_db
def test_a_new_matter_whose_key_finds_no_room_is_told_so_and_takes_no_number(
    disk: Path, settings: Settings
) -> None:
    member = office().member(Role.ADMIN)
    settings.ROW_KEYS_DIR = str(disk)
    member.client.raise_request_exception = False
    filling = fill(disk)
    page = member.client.post("/clinic/matters/new/", NEW_MATTER)
    assert page.status_code == 503
    assert "What you saved before is still there." in page.content.decode()
    assert not Matter.objects.exists() and not Interview.objects.exists()
    filling.unlink()
    assert member.client.post("/clinic/matters/new/", NEW_MATTER).status_code == 302
    assert Matter.objects.get().number == 1


@pytest.mark.parametrize("kind", [Folder, Vault])
def test_what_stood_there_before_is_whole_where_the_new_finds_no_room(
    kind: type[Folder | Vault], disk: Path
) -> None:
    (disk / "held").mkdir()
    folder = kind(PrivateFolder(disk / "held"), secrets.token_bytes(32))
    folder.put("plan", b"old")
    filling = fill(disk)
    with pytest.raises(OSError, match="No space left"):
        folder.put("plan", b"new" * 100_000)
    assert folder.get("plan") == b"old"
    assert len(everything(disk)) == 1
    filling.unlink()
    folder.put("plan", b"new")
    assert folder.get("plan") == b"new"


@pytest.mark.django_db
def test_health_is_red_while_the_disk_is_full_and_green_again_by_itself(
    disk: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("clearrecord.health.LEAST_ROOM", SIZE // 2)
    settings.PRINTS_DIR = str(disk)
    assert Client().get("/healthz").status_code == 200
    filling = fill(disk)
    assert Client().get("/healthz").status_code == 503
    filling.unlink()
    assert Client().get("/healthz").status_code == 200


@pytest.mark.django_db
def test_a_database_file_on_a_full_disk_says_so_and_keeps_what_it_had(disk: Path) -> None:
    """SQLite, opened as the site opens it."""
    made = connections["default"].copy()
    made.settings_dict = {**made.settings_dict, "NAME": str(disk / "small.sqlite3")}
    if made.vendor != "sqlite":
        pytest.skip("the tests run on a server here, whose disk is not ours to fill")
    with made.cursor() as cursor:
        cursor.execute("CREATE TABLE kept (word TEXT)")
        cursor.execute("INSERT INTO kept VALUES ('before')")
        filling = fill(disk)
        with pytest.raises(OperationalError, match=r"full|I/O"):
            cursor.execute("INSERT INTO kept VALUES (zeroblob(400000))")
        assert cursor.execute("SELECT word FROM kept").fetchall() == [("before",)]
        filling.unlink()
        cursor.execute("INSERT INTO kept VALUES ('after')")
        assert cursor.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert cursor.execute("SELECT word FROM kept").fetchall() == [("before",), ("after",)]
    made.close()
