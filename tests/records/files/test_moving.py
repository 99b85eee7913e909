"""A backup takes what stands in a bucket as what stands in folders, and puts it back wherever the settings say."""

from __future__ import annotations

import json
from pathlib import Path
from unittest.mock import patch

import pytest
from pytest_django import Settings

from clearrecord.file_stores import file_stores
from petitions.records.backups import backup
from petitions.records.backups.archive import unpacked
from petitions.records.backups.backup import back_up, back_up_keys, restore
from petitions.records.backups.databases import NotEmpty
from petitions.records.files.stores import PRINTS, REVIEWS, store
from petitions.records.own_keys import destroy_key, own_key, own_key_or_new, place_of
from tests.records.files.in_bucket import files_in, new_bucket, stores_in

LONG = 9 << 20


@pytest.fixture(autouse=True)
def _no_database() -> object:
    """The database is another matter here: its copy is an empty file."""
    with (
        patch.object(backup, "copy_database", lambda path: path.write_bytes(b"")),
        patch.object(backup, "put_database", lambda _path: None),
    ):
        yield


def folders(settings: Settings, place: Path) -> None:
    for name in ("SHEETS_DIR", "PRINTS_DIR", "REVIEWS_DIR", "ROW_KEYS_DIR"):
        setattr(settings, name, str(place / name))


def filled() -> dict[str, dict[str, bytes]]:
    for name, file, content in ((PRINTS, "result", b"sealed"), (REVIEWS, "a1", bytes(LONG))):
        place = store(name).folder("one")
        place.make()
        place.put(file, content)
    own_key_or_new("row")
    destroyed = own_key_or_new("destroyed")
    destroy_key(place_of("destroyed"))
    assert destroyed
    return everything()


def everything() -> dict[str, dict[str, bytes]]:
    return {name: files_in(name) for name in (PRINTS, REVIEWS, "row_keys")}


@pytest.mark.parametrize("into", ["disk", "bucket"])
def test_a_site_moves_from_either_to_either(
    into: str, each_store: str, s3_server: str, settings: Settings, tmp_path: Path
) -> None:
    folders(settings, tmp_path / "old")
    before, key, first = filled(), own_key("row"), settings.STORAGES
    assert back_up(tmp_path / "site.tar") > LONG and back_up_keys(tmp_path / "keys.tar") == 1
    kept = unpacked(tmp_path / "site.tar", into=tmp_path / "looked")["files"]
    assert not [name for name in kept if "keys" in name or "/." in name]
    with pytest.raises(NotEmpty):
        restore(tmp_path / "site.tar", keys=None)
    folders(settings, tmp_path / "new")
    settings.STORAGES = stores_in(new_bucket(s3_server)) if into == "bucket" else without_bucket(first)
    restore(tmp_path / "site.tar", keys=tmp_path / "keys.tar")
    assert everything() == before and own_key("row") == key and own_key("destroyed") is None
    assert store(PRINTS).folder("one").is_there and store(REVIEWS).folder("one").read("a1") == bytes(LONG)
    with pytest.raises(NotEmpty):
        restore(tmp_path / "site.tar", keys=tmp_path / "keys.tar")
    assert json.loads((tmp_path / "looked/list.json").read_text())["vendor"]


def without_bucket(given: dict[str, object]) -> dict[str, object]:
    return {**given, **file_stores({}, is_production=False)}
