"""An archive is whole or refused, never half written, and takes the place of nothing (S35)."""

from __future__ import annotations

import io
import sqlite3
import tarfile
from functools import partial
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from pytest_django import Settings

from petitions.records.backups import backup, databases
from petitions.records.backups.archive import LIST, BrokenArchive, unpacked, written
from petitions.records.backups.databases import NotEmpty, NoTool
from petitions.records.own_keys import own_key_or_new, place_of


def archive(tmp_path: Path) -> Path:
    kept, made = tmp_path / "kept", tmp_path / "made.tar"
    kept.write_bytes(b"content" * 1000)
    with written(made, about={"format": 1}) as writing:
        writing.add(partial(kept.open, "rb"), name="a/b")
        writing.add(partial((tmp_path / "gone").open, "rb"), name="c")
    return made


def test_what_was_put_in_comes_out(tmp_path: Path) -> None:
    about = unpacked(archive(tmp_path), into=tmp_path / "out")
    assert list(about["files"]) == ["a/b"] and (tmp_path / "out/a/b").read_bytes() == b"content" * 1000
    assert oct((tmp_path / "made.tar").stat().st_mode)[-3:] == "600"


def test_an_archive_that_was_changed_or_cut_off_anywhere_is_refused(tmp_path: Path) -> None:
    made = archive(tmp_path)
    whole = made.read_bytes()
    at = whole.index(b"contentcontent")
    for number, broken in enumerate(
        (whole[:at] + b"X" + whole[at + 1 :], whole[:3000], whole[:8000], b"", b"no")
    ):
        made.write_bytes(broken)
        with pytest.raises(BrokenArchive):
            unpacked(made, into=tmp_path / f"out-{number}")


def test_a_file_that_leads_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    evil = tmp_path / "evil.tar"
    with tarfile.open(evil, "w") as tar:
        for name, content in (("../out.txt", b"x"), (LIST, b'{"files": {}}')):
            head = tarfile.TarInfo(name)
            head.size = len(content)
            tar.addfile(head, io.BytesIO(content))
    with pytest.raises(BrokenArchive):
        unpacked(evil, into=tmp_path / "in")
    assert not (tmp_path / "out.txt").exists()


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.DIRTYPE])
def test_what_is_no_file_is_refused(kind: bytes, tmp_path: Path) -> None:
    odd = tmp_path / "odd.tar"
    with tarfile.open(odd, "w") as tar:
        head = tarfile.TarInfo("a")
        head.type, head.linkname = kind, "/etc/passwd"
        tar.addfile(head)
        head = tarfile.TarInfo(LIST)
        head.size = len(b'{"files": {}}')
        tar.addfile(head, io.BytesIO(b'{"files": {}}'))
    with pytest.raises(BrokenArchive):
        unpacked(odd, into=tmp_path / "in")
    assert not [*(tmp_path / "in").rglob("*")]


def test_it_is_unpacked_by_the_python_of_debian_12_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its tarfile knows no filters; a backup must not need them."""
    monkeypatch.delattr(tarfile, "data_filter")
    monkeypatch.setattr(tarfile.TarFile, "extractall", lambda _tar, path=".", members=None: None)
    assert unpacked(archive(tmp_path), into=tmp_path / "out")["files"]


def test_nothing_takes_the_place_of_another_file_and_no_half_is_left(tmp_path: Path) -> None:
    made = archive(tmp_path)
    with pytest.raises(FileExistsError), written(made, about={}):
        pass
    with pytest.raises(ZeroDivisionError), written(tmp_path / "half.tar", about={}):
        raise ZeroDivisionError
    assert {one.name for one in tmp_path.iterdir()} == {"kept", "made.tar"}


@pytest.mark.django_db
def test_the_copy_of_the_keys_is_the_newest_alone(tmp_path: Path, settings: Settings) -> None:
    settings.ROW_KEYS_DIR = str(tmp_path / "row_keys")
    own_key_or_new("one")
    call_command("backup", str(tmp_path / "keys.tar"), keys=True, verbosity=0)
    (tmp_path / "row_keys" / place_of("one")).unlink()
    own_key_or_new("two")
    call_command("backup", str(tmp_path / "keys.tar"), keys=True, verbosity=0)
    found = unpacked(tmp_path / "keys.tar", into=tmp_path / "out")["files"]
    assert list(found) == [f"keys/{place_of('two')}"]
    assert {one.name for one in tmp_path.iterdir()} == {"row_keys", "keys.tar", "out"}


@pytest.fixture
def site(settings: Settings, tmp_path: Path) -> Path:
    """Give a site whose database is a file of the test's own, with one sealed file."""
    for name in ("SHEETS_DIR", "PRINTS_DIR", "REVIEWS_DIR", "ROW_KEYS_DIR"):
        setattr(settings, name, str(tmp_path / "site" / name))
    sealed = tmp_path / "site/PRINTS_DIR/one"
    sealed.mkdir(parents=True)
    (sealed / "result").write_bytes(b"sealed")
    (sealed / ".draft").write_bytes(b"half")
    with sqlite3.connect(tmp_path / "site.sqlite3") as database:
        database.execute("CREATE TABLE t (n)")
        database.execute("INSERT INTO t VALUES (7)")
    return tmp_path / "site.sqlite3"


def at(file: Path) -> Any:
    told = {**connection.settings_dict, "NAME": str(file)}
    return patch.multiple(connection, settings_dict=told, vendor="sqlite", close=lambda: None)


def test_a_site_comes_back_and_nothing_is_overwritten(site: Path, tmp_path: Path, settings: Settings) -> None:
    with at(site):
        call_command("backup", str(tmp_path / "b.tar"), verbosity=0)
        with pytest.raises(CommandError, match="another name"):
            call_command("backup", str(tmp_path / "b.tar"))
        with pytest.raises(CommandError, match="could not be written"):
            call_command("backup", str(tmp_path / "nowhere/b.tar"))
        with pytest.raises(CommandError, match="not empty"):
            call_command("restore", str(tmp_path / "b.tar"))
    with at(tmp_path / "other.sqlite3"), pytest.raises(NotEmpty):  # a new database, and folders that are not
        backup.restore(tmp_path / "b.tar", keys=None)
    assert not (tmp_path / "other.sqlite3").exists()
    for name in ("SHEETS_DIR", "PRINTS_DIR", "REVIEWS_DIR"):
        setattr(settings, name, str(tmp_path / "new" / name))
    with at(site), pytest.raises(NotEmpty):
        backup.restore(tmp_path / "b.tar", keys=None)
    with at(tmp_path / "new.sqlite3"):
        backup.restore(tmp_path / "b.tar", keys=None)
    with sqlite3.connect(tmp_path / "new.sqlite3") as database:
        assert database.execute("SELECT n FROM t").fetchall() == [(7,)]
    kept = [path for path in (tmp_path / "new").rglob("*") if path.is_file()]
    assert [path.read_bytes() for path in kept] == [b"sealed"]
    assert {oct(path.stat().st_mode)[-3:] for path in kept} == {"600"}


def test_another_kind_of_database_and_no_archive_are_refused(site: Path, tmp_path: Path) -> None:
    with written(tmp_path / "other.tar", about={"format": 1, "vendor": "postgresql"}):
        pass
    with at(site), pytest.raises(CommandError, match="no whole backup"):
        call_command("restore", str(tmp_path / "other.tar"))


def test_without_the_programs_of_postgresql_it_is_told(tmp_path: Path) -> None:
    told = {"HOST": "", "PORT": "", "USER": "", "PASSWORD": "", "NAME": "none"}
    with (
        patch.object(databases.shutil, "which", return_value=None),
        pytest.raises(NoTool, match="not on this"),
    ):
        databases._run("pg_dump", settings=told)
    with (
        patch.object(databases.shutil, "which", return_value="/bin/false"),
        pytest.raises(NoTool, match="refused"),
    ):
        databases._run("pg_dump", settings=told)
