"""Handing in a sheet: only where it may be, with agreement, in order; each refusal says what to do."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, override_settings

from petitions.rapsheet.files import uploads
from petitions.rapsheet.files.uploads import InMemoryOnly
from petitions.rapsheet.handing.kept_pages import has_page, keep_refusal
from petitions.rapsheet.handing.plan import begun, plan_of
from petitions.rapsheet.troubles import Trouble
from petitions.rapsheet.wording.agreement import LAW, POINTS, VERSION
from petitions.rapsheet.wording.files import NO_FILE, ONE_FILE, TOO_MANY_FILES
from petitions.rapsheet.wording.unreadable import why_unreadable
from petitions.records.held.folder import Folder
from petitions.records.held.holding import held_by
from petitions.records.reading import open_interview
from tests.rapsheet.handing.handed import (
    CANARY,
    Hander,
    file_added,
    hander,
    held_pages,
    open_to_everyone,
    sheet_pdf,
)
from tests.rapsheet.sheet_files import drawn, saved

pytestmark = pytest.mark.django_db
AT = "/rap-sheet/"
PHOTO = saved(drawn(("x",), wide=80))


@pytest.fixture
def place() -> Iterator[Path]:
    with open_to_everyone() as found, patch("petitions.rapsheet.handing.views.have_read"):
        yield found


def folder_of(found: Hander) -> Folder:
    folder = held_by(found.client.session["interview"])
    assert folder is not None
    return folder


def titles(found: Hander) -> list[str]:
    return [one.title for one in plan_of(folder_of(found)).files]


@pytest.mark.parametrize("setting", ["clinics", "off"])
def test_where_the_public_may_not_the_page_says_why_and_what_else(setting: str) -> None:
    with override_settings(READ_RAP_SHEETS=setting):
        client = Client()
        for response in (client.get(AT), client.post(AT, {"agreed": "on"})):
            page = response.content.decode()
            assert "Pen. Code, § 11142" in page
            assert "Pen. Code, § 11125" in page
            assert "/read-your-record/" in page
        assert "interview" not in client.session


def test_a_sheet_that_is_held_is_closed_when_the_setting_is_turned_off(place: Path) -> None:
    found = hander()
    held_pages(folder_of(found))
    with override_settings(READ_RAP_SHEETS="clinics"):
        for path in ("check/", "pages/1/picture/", "files/"):
            assert found.client.get(f"{AT}{path}").headers["Location"] == AT


def test_nothing_is_taken_without_agreement(place: Path) -> None:
    client = Client()
    assert "error-summary" in client.post(AT, {}).content.decode()
    assert client.post(f"{AT}files/", {"files": PHOTO}).status_code == 410
    assert not place.exists()


def test_what_was_agreed_to_and_when_stands_in_the_answers(place: Path) -> None:
    opened = open_interview(hander().client.session["interview"])
    assert opened is not None
    assert opened.answers["sheet_agreed"]["text"] == VERSION
    assert re.match(r"\d{4}-\d\d-\d\dT\d\d:\d\d", opened.answers["sheet_agreed"]["at"])


def test_a_changed_text_has_another_version() -> None:
    text = "\n".join([*POINTS, *(f"{sentence} {citation}" for sentence, citation in LAW)])
    known = {"1": "7b1c3b8dbe7d4507"}
    assert known[VERSION] == hashlib.sha256(text.encode()).hexdigest()[:16], "a new text wants a new VERSION"


def test_a_shared_computer_is_noted_with_the_agreement(place: Path) -> None:
    client = Client()
    client.post(AT, {"agreed": "on", "shared": "on"})
    opened = open_interview(client.session["interview"])
    assert opened is not None
    assert opened.visit.keeping == "shared"


def test_files_stand_in_order_and_can_be_moved_and_removed(place: Path) -> None:
    found = hander()
    found.send(PHOTO, PHOTO, names=("one.jpg", "two.jpg"))
    found.send(PHOTO, names=("three.jpg",))
    assert titles(found) == ["one.jpg", "two.jpg", "three.jpg"]
    page = found.client.get(f"{AT}files/").content.decode()
    assert page.index("one.jpg") < page.index("two.jpg") < page.index("three.jpg")
    for word, name in (("up", "file-3"), ("down", "file-1"), ("remove", "file-2")):
        found.client.post(f"{AT}files/", {word: name})
    assert titles(found) == ["three.jpg", "one.jpg"]


@pytest.mark.parametrize(
    ("contents", "sentence"),
    [
        ((), NO_FILE),
        ((b"GIF89a of something",), "wrong_type"),
        ((PHOTO, b"text"), "wrong_type"),
        ((b"",), "empty"),
    ],
)
def test_each_refusal_says_what_to_do(contents: tuple[bytes, ...], sentence: str, place: Path) -> None:
    found = hander()
    expected = why_unreadable(sentence) if sentence in ("wrong_type", "empty") else str(sentence)
    for button in ("add", "read"):
        page = found.send(*contents, **{button: "1"}).content.decode()
        assert page.count(expected) == 2, "in the summary and at the field"
    assert titles(found) == []
    assert not plan_of(folder_of(found)).is_begun


def test_more_files_than_a_sheet_has_pages_are_refused(place: Path) -> None:
    found = hander()
    with patch("petitions.rapsheet.handing.check.MOST_FILES", 2):
        found.send(PHOTO, PHOTO)
        assert str(TOO_MANY_FILES) in found.send(PHOTO).content.decode()
    assert len(titles(found)) == 2


def test_files_beyond_the_bound_are_dropped_and_said_to_be_too_large(place: Path) -> None:
    found = hander()
    with override_settings(MOST_UPLOADED=500):
        assert why_unreadable("too_large") in found.send(PHOTO).content.decode()
    with patch("petitions.rapsheet.handing.check.MOST_IN_ALL", 1000):
        assert why_unreadable("too_large") in found.send(PHOTO + b"x" * 1000).content.decode()
    assert titles(found) == []


def test_nothing_beyond_the_bound_is_even_kept_in_memory() -> None:
    for length, is_kept in ((500, True), (501, False)):
        handler = InMemoryOnly(None)
        with (
            override_settings(MOST_UPLOADED=500),
            patch.object(uploads, "_asks_for_files", return_value=True),
        ):
            handler.handle_raw_input(None, {}, length, b"")
        handler.new_file("files", "photo.jpg", "image/jpeg", length, None, None)
        handler.receive_data_chunk(b"x" * 100, 0)
        assert (handler.file_complete(100) is not None) is is_kept
        assert len(handler.file.getvalue()) == (100 if is_kept else 0)


def test_a_file_sent_to_any_other_page_is_dropped(place: Path) -> None:
    response = Client().post(AT, {"agreed": "on", "files": _file()})
    assert response.status_code == 302
    assert not response.wsgi_request.FILES


def test_reading_takes_what_was_chosen_last_and_closes_the_list(place: Path) -> None:
    found = hander()
    assert found.send(sheet_pdf(), read="1").headers["Location"] == f"{AT}reading/"
    assert found.client.get(f"{AT}files/").headers["Location"] == f"{AT}reading/"
    assert "We are opening your files." in found.client.get(f"{AT}reading/").content.decode()


def test_the_progress_page_says_which_page_is_read(place: Path) -> None:
    found = hander()
    folder = folder_of(found)
    held_pages(folder)
    folder.remove("page-2")
    assert "We are reading page 2 of 2." in found.client.get(f"{AT}reading/").content.decode()
    now = found.client.get(f"{AT}reading/now/").json()
    assert now == {"said": "We are reading page 2 of 2.", "read": 1, "of": 2, "goes_on": True}


def test_before_the_files_are_complete_nothing_is_read(place: Path) -> None:
    found = hander()
    file_added(folder_of(found))
    assert found.client.get(f"{AT}reading/").headers["Location"] == f"{AT}files/"


def test_files_that_cannot_be_read_can_be_chosen_again(place: Path) -> None:
    found = hander()
    folder = folder_of(found)
    begun(folder)
    keep_refusal(folder, "encrypted")
    assert why_unreadable("encrypted") in found.client.get(f"{AT}reading/").content.decode()
    found.agree(anew="1")
    assert not folder.is_there
    assert found.client.get(f"{AT}files/").status_code == 200


def test_agreeing_again_keeps_the_sheet_that_is_there(place: Path) -> None:
    found = hander()
    folder = folder_of(found)
    assert "Go on with the sheet" in found.client.get(AT).content.decode()
    found.agree()
    assert folder.is_there


def test_whoever_stops_leaves_nothing(place: Path) -> None:
    found = hander()
    held_pages(folder_of(found))
    assert found.client.post(f"{AT}stop/").headers["Location"] == f"{AT}stopped/"
    assert list(place.iterdir()) == []
    assert found.client.get(f"{AT}check/").headers["Location"] == AT


def test_pages_that_were_read_badly_say_what_to_do_until_the_person_goes_on(place: Path) -> None:
    found = hander()
    held_pages(folder_of(found), trouble=Trouble.TOO_DARK)
    assert found.client.get(f"{AT}reading/").headers["Location"] == f"{AT}pages/"
    assert "It is too dark." in found.client.get(f"{AT}pages/").content.decode()
    assert found.client.post(f"{AT}pages/go-on/").headers["Location"] == f"{AT}check/"
    assert found.client.get(f"{AT}pages/").headers["Location"] == f"{AT}check/"


def test_one_page_alone_can_be_taken_again(place: Path) -> None:
    found = hander()
    folder = folder_of(found)
    held_pages(folder, trouble=Trouble.BLURRED)
    send = found.client.post
    assert str(NO_FILE) in send(f"{AT}pages/1/").content.decode()
    with_two = {"files": [_file(), _file()]}
    assert str(ONE_FILE) in send(f"{AT}pages/1/", with_two).content.decode()
    assert send(f"{AT}pages/1/", {"files": _file()}).headers["Location"] == f"{AT}reading/"
    assert not has_page(folder, 1)
    assert has_page(folder, 2)
    assert plan_of(folder).instead.keys() == {1}


@pytest.mark.parametrize("path", ["pages/9/", "pages/9/picture/", "check/c9/"])
def test_there_is_no_page_but_those_of_the_sheet(path: str, place: Path) -> None:
    found = hander()
    held_pages(folder_of(found))
    assert found.client.get(f"{AT}{path}").status_code == 404


def test_a_picture_goes_to_its_own_visitor_and_is_kept_nowhere(place: Path) -> None:
    found = hander()
    held_pages(folder_of(found))
    response = found.client.get(f"{AT}pages/1/picture/")
    assert response.headers["Content-Type"] == "image/jpeg"
    assert response.headers["Cache-Control"] == "no-store"
    other = hander()
    assert other.client.get(f"{AT}pages/1/picture/").status_code == 404
    assert CANARY.encode() not in other.client.get(f"{AT}check/", follow=True).content


def test_a_folder_that_lost_a_page_begins_anew(place: Path) -> None:
    found = hander()
    folder = folder_of(found)
    held_pages(folder)
    (folder.place.path / "page-1").write_bytes(b"x" * 50)
    assert found.client.get(f"{AT}check/").headers["Location"] == AT
    assert not folder.is_there


def test_the_way_in_is_shown_only_where_sheets_are_read(place: Path) -> None:
    assert f'href="{AT}"' in Client().get("/").content.decode()
    with override_settings(READ_RAP_SHEETS="clinics"):
        assert f'href="{AT}"' not in Client().get("/").content.decode()


def _file() -> SimpleUploadedFile:
    return SimpleUploadedFile("page.jpg", PHOTO)
