"""The key of a row ends with the row: what an old copy of the database still holds of it cannot be read (S34)."""

from __future__ import annotations

import errno
import io
import os
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks

from petitions.access.roles import Role
from petitions.records.encryption import seal
from petitions.records.ended_keys import end_key, purge_ended_keys
from petitions.records.files import key_files
from petitions.records.files.stores import row_keys, store
from petitions.records.held.holding import hold, let_go
from petitions.records.keeping import come_back, delete_kept, keep
from petitions.records.matters.ending import purge_drafts
from petitions.records.matters.importing import keep_draft
from petitions.records.matters.printing import ask_for_job, purge_prints
from petitions.records.matters.writing import delete_matter
from petitions.records.models import EndedKey, Interview, KeptAnswers
from petitions.records.own_keys import (
    destroy_key,
    own_key,
    own_key_or_new,
    place_of,
    written_together,
)
from petitions.records.reading import open_interview
from petitions.records.reminders.writing import ask, stop
from petitions.records.return_codes import code_from
from petitions.records.reviews.keeping import delete_review, new_review
from petitions.records.sealed_kinds import OWNERS
from petitions.records.writing import delete_interview, save_answers, start_interview
from tests.clinic.people import Member, matter_of, office
from tests.records.files.in_bucket import files_in
from tests.records.rows import ANSWERS

pytestmark = pytest.mark.django_db
CODE = code_from(b"a seed of the own keys")
disk_alone = pytest.mark.parametrize("each_store", ["disk"], indirect=True)
"""A bucket keeps an object whole or not at all, for its owner alone, and from the first moment."""


@pytest.fixture(autouse=True)
def _folders(settings: Any, tmp_path: Any, each_store: str) -> None:
    settings.ROW_KEYS_DIR = str(tmp_path / "keys")
    settings.PRINTS_DIR, settings.SHEETS_DIR = str(tmp_path / "prints"), str(tmp_path / "sheets")


def keys() -> set[str]:
    return set(files_in("row_keys"))


def folder() -> Path:
    return Path(settings.ROW_KEYS_DIR)


def _interview(_member: Member) -> Callable[[], object]:
    key = start_interview(ANSWERS)
    return lambda: delete_interview(key)


def _matter(member: Member) -> Callable[[], object]:
    matter = matter_of(member)
    return lambda: delete_matter(matter)


def _sheet(_member: Member) -> Callable[[], object]:
    visit = start_interview()
    hold(visit)
    return lambda: (let_go(visit), delete_interview(visit))


def _kept(_member: Member) -> Callable[[], object]:
    visit = start_interview()
    keep(visit, code=CODE, days=7)
    return lambda: (delete_kept(visit), delete_interview(visit))


def _draft(member: Member) -> Callable[[], object]:
    keep_draft({}, organization_id=member.organization.pk, user_id=member.user.pk)
    return lambda: purge_drafts(now=timezone.now() + timedelta(days=1))


def _job(member: Member) -> Callable[[], object]:
    ask_for_job([], organization_id=member.organization.pk, user_id=member.user.pk, token="t", options={})
    return lambda: purge_prints(now=timezone.now() + timedelta(days=2))


def _review(member: Member) -> Callable[[], object]:
    own = {"organization_id": member.organization.pk, "user_id": member.user.pk}
    review = new_review(**own, county="ALPINE", on=timezone.now().date(), options={}, key=None)
    return lambda: delete_review(review)


def _reminder(_member: Member) -> Callable[[], object]:
    now = timezone.now()
    code = ask("testa@example.org", days=[now.date()], language="en", site="", now=now)
    return lambda: stop(code)


WAYS = (_interview, _matter, _sheet, _kept, _draft, _job, _review, _reminder)


@pytest.mark.parametrize("way", WAYS)
def test_every_way_to_end_destroys_the_key(
    way: Callable[[Member], Callable[[], object]],
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    end = way(office().member(Role.ADMIN))
    assert keys()
    with django_capture_on_commit_callbacks(execute=True):
        end()
    assert keys() == set() and not EndedKey.objects.exists()


def test_with_an_organization_go_the_answers_of_its_matters_and_every_key(
    settings: Any, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    member, other = office().member(Role.ADMIN), office("Another Office").member(Role.ADMIN)
    stays = matter_of(other)
    matters = [matter_of(member) for _time in range(2)]
    hold(matters[0].interview_id)
    for way in (_draft, _job, _review):
        way(member)
    copies = [Interview.objects.get(pk=one.interview_id) for one in matters]
    with django_capture_on_commit_callbacks(execute=True):
        member.organization.delete()
    assert [row.pk for row in Interview.objects.all()] == [stays.interview_id]
    assert keys() == {place_of(stays.interview_id)} and not EndedKey.objects.exists()
    assert not files_in("sheets") and not files_in("prints")
    assert not store("sheets").folders() and not store("prints").folders()
    for copy in copies:
        copy.save(force_insert=True)
        assert open_interview(copy.pk) is None


def test_there_is_a_way_to_end_for_every_row_that_owns_a_key() -> None:
    assert len(OWNERS) == 7 and KeptAnswers in OWNERS and Interview in OWNERS


def test_a_copy_of_a_deleted_row_cannot_be_read_with_every_key_of_the_site(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    gone, stays = start_interview(ANSWERS), start_interview(ANSWERS)
    copy = Interview.objects.get(pk=gone)
    with django_capture_on_commit_callbacks(execute=True):
        delete_interview(gone)
    copy.save(force_insert=True)
    assert open_interview(gone) is None and open_interview(stays) is not None


def test_what_a_code_kept_cannot_be_read_from_a_copy_either(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    keep(start_interview(ANSWERS), code=CODE, days=7)
    copy = KeptAnswers.objects.get()
    with django_capture_on_commit_callbacks(execute=True):
        KeptAnswers.objects.all().delete()
    copy.save(force_insert=True)
    assert come_back(CODE, keeping="visit") is None


@pytest.mark.long
@pytest.mark.django_db(transaction=True)
def test_a_deletion_that_is_taken_back_leaves_the_key() -> None:
    key = start_interview(ANSWERS)
    with suppress(ZeroDivisionError), transaction.atomic():
        delete_interview(key)
        raise ZeroDivisionError
    found = open_interview(key)
    assert found is not None and found.answers == ANSWERS


def test_the_purge_destroys_what_a_killed_process_left() -> None:
    key = start_interview(ANSWERS)
    delete_interview(key)  # in a test nothing is committed: as if the process had ended right after
    assert own_key(key) is not None and EndedKey.objects.exists()
    call_command("purge", verbosity=0)
    assert own_key(key) is None and not EndedKey.objects.exists()
    assert purge_ended_keys(now=timezone.now()) == 0


def test_what_was_sealed_before_rows_had_keys_still_opens_and_gets_one_with_the_next_save() -> None:
    key = start_interview()
    destroy_key(place_of(key))
    old = seal(ANSWERS, row=key, keys=settings.RECORD_KEYS)
    Interview.objects.filter(pk=key).update(content=old.content, key_id=old.key_id)
    found = open_interview(key)
    assert found is not None and found.answers == ANSWERS
    save_answers(key, answers=ANSWERS, version=1)
    assert own_key(key) is not None
    destroy_key(place_of(key))
    assert open_interview(key) is None


def test_two_that_make_the_same_key_get_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    first = own_key_or_new("row")
    kind: Any = type(row_keys())
    seen, asked = kind.key, list[str]()
    monkeypatch.setattr(  # at first neither sees what the other makes
        kind, "key", lambda store, place: asked.append(place) if len(asked) < 2 else seen(store, place)
    )
    assert own_key_or_new("other") != first
    assert own_key_or_new("row") == first
    assert not [one for one in keys() if one.startswith(".")]


@disk_alone
def test_only_the_site_can_list_or_read_the_keys() -> None:
    own_key_or_new("row")
    modes = {oct(path.stat().st_mode)[-3:] for path in (folder(), *folder().iterdir())}
    assert modes == {"700", "600"}


@disk_alone
def test_keys_are_on_the_disk_before_their_rows_are_committed(monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[str] = []
    whole = key_files._sync
    monkeypatch.setattr(key_files, "_sync", lambda path: (synced.append(path.name), whole(path)))
    with written_together():
        pass  # no key was made, and no folder
    own_key_or_new("one")
    assert synced == [place_of("one"), "keys"]
    with written_together():
        own_key_or_new("two")
        own_key_or_new("three")
        assert len(synced) == 2
    assert synced[2:] == [place_of("two"), place_of("three"), "keys"]


@disk_alone
def test_a_row_whose_key_was_left_by_halves_gets_a_whole_one_that_is_kept() -> None:
    key = start_interview()
    old = seal(ANSWERS, row=key, keys=settings.RECORD_KEYS)
    Interview.objects.filter(pk=key).update(content=old.content, key_id=old.key_id)
    (folder() / place_of(key)).write_bytes(b"")  # as a loss of power leaves it
    save_answers(key, answers=ANSWERS, version=1)
    found = open_interview(key)
    assert found is not None and found.answers == ANSWERS
    assert own_key(key) is not None and keys() == {place_of(key)}


@disk_alone
@pytest.mark.parametrize("call", ["write", "link"])
def test_a_disk_without_room_is_told_and_leaves_no_half_a_key(
    call: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(*_given: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    class Full(io.BytesIO):
        write = no_room  # type: ignore[assignment]

    own_key_or_new("before")
    if call == "link":
        monkeypatch.setattr(key_files.os, "link", no_room)
    else:
        monkeypatch.setattr(key_files, "new_file", lambda path: path.touch() or Full())
    with pytest.raises(OSError, match="No space left"):
        start_interview(ANSWERS)
    assert keys() == {place_of("before")} and not Interview.objects.exists()


@disk_alone
def test_half_a_key_is_none_and_old_drafts_are_swept() -> None:
    own_key_or_new("row")
    draft = folder() / ".draft"
    draft.write_bytes(b"half")
    (folder() / place_of("short")).write_bytes(b"half")
    assert own_key("short") is None
    os.utime(draft, (1, 1))
    end_key("nothing")
    purge_ended_keys(now=timezone.now())
    assert not draft.exists() and own_key("row") is not None
