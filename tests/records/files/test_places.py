"""A folder of sealed files is the same to whoever uses it, on a disk and in a bucket."""

from __future__ import annotations

import gc
import io
import os
import threading
from contextlib import suppress
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone

from petitions.records.files.place import NotYourTurn, Place
from petitions.records.files.stores import PRINTS, REVIEWS, store
from petitions.records.held.folder import Folder, FolderGone
from petitions.records.reviews.vault import Vault, VaultGone
from tests.records.files.in_bucket import files_in

LONG = 20 << 20
"""Bytes of a file that a bucket takes in parts only."""


@pytest.fixture(autouse=True)
def _stores(settings: Any, tmp_path: Any, each_store: str) -> None:
    settings.PRINTS_DIR = str(tmp_path / "prints")


def made(name: str = "one") -> Place:
    place = store(PRINTS).folder(name)
    place.make()
    return place


def whole(place: Place, content: bytes) -> None:
    begun = place.begin("file")
    begun.write(content)
    begun.close()
    begun.keep()


def test_what_is_put_there_is_read_and_what_is_put_later_takes_its_place() -> None:
    place = made()
    place.put("file", b"old")
    place.put("file", b"new")
    assert place.read("file") == b"new" and place.has("file") and place.names() == {"file"}
    with place.open("file") as file:
        assert file.read(2) == b"ne" and file.seek(1) == 1 and file.read() == b"ew"
    place.remove("file")
    place.remove("file")
    assert not place.has("file") and place.names() == frozenset()
    for read in (place.read, place.open):
        with pytest.raises(FileNotFoundError):
            read("file")


def test_a_folder_is_made_once_and_its_end_takes_all_that_stands_in_it_and_nothing_else() -> None:
    one, beside, within = made("a"), made("ab"), store(PRINTS).folder("a/papers-1")
    assert not within.is_there
    within.make()
    for place in (one, beside, within):
        place.put("file", b"x")
    with pytest.raises(FileExistsError):
        one.make()
    assert one.names() == {"file"} and one.name == "a" and within.name == "papers-1"
    one.destroy()
    one.destroy()
    assert not one.is_there and not within.is_there and beside.is_there
    assert files_in(PRINTS) == {"ab/file": b"x"}
    assert [name for name in store(PRINTS).folders() if not name.startswith(".")] == ["ab"]


def test_nothing_is_kept_in_a_folder_that_was_destroyed_or_never_made() -> None:
    gone, never = made(), store(PRINTS).folder("never")
    gone.destroy()
    for place in (gone, never):
        with pytest.raises(FileNotFoundError):
            place.put("file", b"x")
        with pytest.raises(FileNotFoundError):
            whole(place, b"x")
        with pytest.raises(FolderGone):
            Folder(place, b"k" * 32).put("file", b"x")
        with pytest.raises(VaultGone):
            Vault(place, b"k" * 32).put("file", b"x")
        with pytest.raises(NotYourTurn), place.turn():
            pass
        place.sweep()
    assert files_in(PRINTS) == {}


@pytest.mark.parametrize("size", [0, 5, LONG])
def test_a_file_that_grows_stands_under_its_name_only_when_it_is_whole(size: int) -> None:
    place, content = made(), os.urandom(size)
    place.put("file", b"before")
    begun = place.begin("file")
    for start in range(0, size, 1 << 20):
        begun.write(content[start : start + (1 << 20)])
    begun.close()
    assert place.read("file") == b"before" and place.names() == {"file"}
    begun.keep()
    assert place.read("file") == content and len(files_in(PRINTS)) == 1


@pytest.mark.parametrize("end", ["dropped", "forgotten", "swept"])
@pytest.mark.parametrize("size", [5, LONG])
def test_a_file_that_never_becomes_whole_leaves_nothing(end: str, size: int) -> None:
    place = made()
    begun = place.begin("file")
    begun.write(bytes(size))
    if end == "dropped":
        begun.drop()
    elif end == "forgotten":
        del begun
        gc.collect()
    else:
        place.sweep()
    assert files_in(PRINTS) == {} and not in_parts()


def in_parts() -> list[object]:
    found: Any = store(PRINTS)
    return [] if found.disk() is not None else found.objects.uploads(found.prefix)


def test_a_long_file_whose_folder_is_destroyed_on_the_way_leaves_nothing() -> None:
    place = made()
    begun = place.begin("file")
    begun.write(bytes(LONG))
    place.destroy()
    with pytest.raises(FileNotFoundError):
        begun.keep()
    del begun
    gc.collect()
    assert files_in(PRINTS) == {} and not in_parts()


def test_while_others_write_a_folder_is_destroyed_and_nothing_of_them_stays() -> None:
    place, told = made(), []

    def write(number: int) -> None:
        for turn in range(200):
            try:
                place.put(f"{number}-{turn}", bytes(1000))
            except FileNotFoundError:
                told.append(number)
                return

    writers = [threading.Thread(target=write, args=(number,)) for number in range(3)]
    for one in writers:
        one.start()
    while len(place.names()) < 5:
        pass
    place.destroy()
    for one in writers:
        one.join()
    assert sorted(told) == [0, 1, 2] and files_in(PRINTS) == {}


def test_any_part_of_a_long_file_is_read_alone() -> None:
    place, content = made(), os.urandom(LONG + 77)
    whole(place, content)
    with place.open("file") as file:
        assert file.seek(0, io.SEEK_END) == len(content)
        for start, length in ((LONG, 100), (0, 16), (3_000_000, 9_000_000), (17, 5), (LONG + 70, 7)):
            file.seek(start)
            assert file.read(length) == content[start : start + length]


def test_of_two_one_has_the_turn_and_the_end_of_it_frees_it() -> None:
    place = made()
    with place.turn(), pytest.raises(NotYourTurn), place.turn():
        pass
    with place.turn():
        pass


def test_a_sweep_of_the_store_takes_what_was_sent_by_halves_long_ago(settings: Any, tmp_path: Any) -> None:
    settings.REVIEWS_DIR = str(tmp_path / "reviews")
    place = store(REVIEWS).folder("one")
    place.make()
    begun, young = place.begin("file"), place.begin("other")
    for one in (begun, young):
        one.write(bytes(LONG))
    found: Any = store(REVIEWS)
    if found.disk() is not None:
        drafts = list((found.disk() / "one").glob(".*"))
        assert len(drafts) == 2
        os.utime(drafts[0], (1, 1))
        found.sweep(before=timezone.now() - timedelta(days=1))
        assert len(list((found.disk() / "one").glob(".*"))) == 1
    else:
        assert len(found.objects.uploads(found.prefix)) == 2
        found.sweep(
            before=timezone.now() - timedelta(days=20_000)
        )  # the server of the tests knows one day only
        assert len(found.objects.uploads(found.prefix)) == 2
        found.sweep(before=timezone.now() - timedelta(days=1))
        assert found.objects.uploads(found.prefix) == []
    with suppress(FileNotFoundError):
        young.drop()


def test_the_storage_of_django_reads_writes_and_lists_the_same_files(each_store: str) -> None:
    from django.core.files.storage import storages  # noqa: PLC0415

    made("one").put("file", b"sealed")
    kept = storages[PRINTS]
    assert kept.exists("one/file") and kept.size("one/file") == 6
    assert kept.save("one/file", ContentFile(b"anew")) == "one/file"
    with kept.open("one/file") as file:
        assert file.read() == b"anew" and file.size == 4
    folders, files = kept.listdir("one")
    assert folders == [] and [one for one in files if not one.startswith(".")] == ["file"]
    assert abs(kept.get_modified_time("one/file") - timezone.now()) < timedelta(minutes=1)
    assert abs(store(PRINTS).changed("one") - timezone.now()) < timedelta(minutes=1)
    with pytest.raises(NotImplementedError):
        kept.url("one/file")
    kept.delete("one/file")
    assert not kept.exists("one/file") and files_in(PRINTS) == {}
