"""A sheet is held in private, sealed, and gone with its visit, its time or a word of the person."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from petitions.records.files.stores import SHEETS, store
from petitions.records.held.folder import Folder, FolderGone
from petitions.records.held.holding import held_by, hold, let_go, purge_held
from petitions.records.held.models import HeldSheet
from petitions.records.models import Interview
from petitions.records.retention import Keeping
from petitions.records.writing import start_interview
from tests.rapsheet.handing.handed import CANARY, held_pages, open_to_everyone, sheet_pdf
from tests.records.files.in_bucket import files_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("each_store")]
disk_alone = pytest.mark.parametrize("each_store", ["disk"], indirect=True)


@pytest.fixture
def place() -> Iterator[Path]:
    with open_to_everyone() as found:
        yield found


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@disk_alone
def test_only_the_owner_can_list_or_open_anything(place: Path) -> None:
    old = os.umask(0)
    try:
        folder = hold(start_interview())
        folder.put("file-1", sheet_pdf())
    finally:
        os.umask(old)
    assert {mode(place), mode(folder.place.path)} == {0o700}
    assert {mode(file) for file in folder.place.path.iterdir()} == {0o600}


def test_nothing_of_the_sheet_can_be_read_on_disk(place: Path) -> None:
    folder = hold(start_interview())
    held_pages(folder)
    folder.put("file-1", sheet_pdf())
    written = b"".join(files_in(SHEETS).values())
    assert len(written) > 10_000
    for word in (CANARY.encode(), b"11359", b"JFIF", b"%PDF"):
        assert word not in written


def test_the_key_stands_nowhere_but_sealed_in_its_row(place: Path) -> None:
    folder = hold(start_interview())
    row = HeldSheet.objects.get()
    assert folder.key not in bytes(row.content)
    assert folder.key.hex() not in repr(folder)
    assert repr(folder.key) not in repr(folder)


def test_a_visit_opens_its_own_sheet_only(place: Path) -> None:
    mine, other = start_interview(), start_interview()
    hold(mine).put("plan", b"mine")
    hold(other).put("plan", b"other")
    found = held_by(mine)
    assert found is not None
    assert found.get("plan") == b"mine"
    assert held_by(start_interview()) is None


def test_a_file_of_another_name_or_folder_does_not_open(place: Path) -> None:
    one, two = hold(start_interview()), hold(start_interview())
    one.put("page-1", b"first")
    one.place.put("page-2", one.place.read("page-1"))
    two.place.put("page-1", one.place.read("page-1"))
    for folder, name in ((one, "page-2"), (two, "page-1")):
        with pytest.raises(FolderGone):
            folder.get(name)


def test_a_new_sheet_takes_the_place_of_the_old_one(place: Path) -> None:
    visit = start_interview()
    old = hold(visit)
    new = hold(visit)
    assert not old.is_there
    assert store(SHEETS).folders() == [new.name]


def test_a_sheet_is_gone_once_it_is_let_go(place: Path) -> None:
    visit = start_interview()
    folder = hold(visit)
    folder.put("page-1", b"text")
    let_go(visit)
    assert files_in(SHEETS) == {} and store(SHEETS).folders() == []
    assert held_by(visit) is None
    with pytest.raises(FolderGone):
        folder.put("page-2", b"late")


@pytest.mark.parametrize("path", ["/leave/", "/answers/delete/"])
def test_whoever_leaves_or_deletes_their_answers_deletes_the_sheet(path: str, place: Path) -> None:
    client = Client()
    client.post("/interview/begin/", {"shared": "on"})
    hold(client.session["interview"]).put("page-1", b"text")
    client.post(path)
    assert files_in(SHEETS) == {} and store(SHEETS).folders() == []
    assert not HeldSheet.objects.exists()


def test_the_end_of_a_visit_on_a_shared_computer_takes_the_sheet(place: Path) -> None:
    visit = start_interview(keeping=Keeping.SHARED)
    hold(visit)
    Interview.objects.update(touched_at=timezone.now() - timedelta(minutes=16))
    call_command("purge", verbosity=0)
    assert files_in(SHEETS) == {} and store(SHEETS).folders() == []


def test_a_sheet_ends_after_its_hours_though_the_visit_goes_on(place: Path) -> None:
    visit = start_interview()
    hold(visit)
    HeldSheet.objects.update(created_at=timezone.now() - timedelta(hours=25))
    assert held_by(visit) is None
    assert purge_held(now=timezone.now()) == 1
    assert files_in(SHEETS) == {} and store(SHEETS).folders() == []
    assert Interview.objects.filter(pk=visit).exists()


def test_the_purge_counts_visits_not_their_sheets(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hold(start_interview())
    Interview.objects.update(touched_at=timezone.now() - timedelta(days=10))
    call_command("purge")
    assert "Deleted 1 idle interviews" in capsys.readouterr().out


def test_the_purge_takes_what_belongs_to_nobody_and_leaves_what_is_new(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = hold(start_interview())
    now, when = timezone.now(), dict[str, datetime]()
    for name, minutes in (("orphan", 60), ("just-made", 1)):
        store(SHEETS).folder(name).make()
        when[name] = now - timedelta(minutes=minutes)
    monkeypatch.setattr(type(store(SHEETS)), "changed", lambda _store, name: when[name])
    purge_held(now=now)
    assert {*store(SHEETS).folders()} == {kept.name, "just-made"}


def test_a_purge_without_any_sheet_finds_nothing(place: Path) -> None:
    assert purge_held(now=timezone.now()) == 0


def test_a_row_that_was_tampered_with_opens_nothing(place: Path) -> None:
    visit = start_interview()
    hold(visit)
    HeldSheet.objects.update(content=b"x" * 60)
    assert held_by(visit) is None


def test_a_row_whose_folder_is_gone_opens_nothing(place: Path) -> None:
    visit = start_interview()
    hold(visit).destroy()
    assert held_by(visit) is None


def test_a_row_says_nothing_of_the_person() -> None:
    assert str(HeldSheet(id="x")) == "held sheet"


def test_a_folder_that_was_never_made_is_empty(place: Path) -> None:
    folder = Folder(store(SHEETS).folder("none"), b"k" * 32)
    assert folder.names() == frozenset()
    assert folder.get("plan") is None
    folder.destroy()
