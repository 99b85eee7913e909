"""Answers are kept, saved one version at a time, and gone when they should be."""

from __future__ import annotations

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone
from pytest_django import Settings

from petitions.records.models import Interview
from petitions.records.reading import open_interview
from petitions.records.writing import (
    StaleVersion,
    delete_interview,
    purge_visits,
    save_answers,
    start_interview,
    touch,
)
from tests.records.rows import ANSWERS, NEW, OLD, ROTATED, row

pytestmark = pytest.mark.django_db


def started(answers: dict[str, object] = ANSWERS) -> str:
    key = start_interview()
    save_answers(key, answers=answers, version=1)
    return key


def kept(key: str) -> tuple[dict[str, object], int]:
    """Return the answers and their version."""
    opened = open_interview(key)
    assert opened is not None
    return opened.answers, opened.version


def touched(key: str, *, ago: timedelta) -> None:
    Interview.objects.filter(pk=key).update(touched_at=timezone.now() - ago)


def test_a_new_interview_has_no_answers() -> None:
    assert kept(start_interview()) == ({}, 1)


def test_ids_are_long_and_never_the_same() -> None:
    keys = {start_interview() for _ in range(20)}
    assert len(keys) == 20
    assert min(map(len, keys)) >= 32


def test_saved_answers_come_back_with_the_next_version() -> None:
    assert kept(started()) == (ANSWERS, 2)


def test_a_second_save_of_one_version_is_refused_and_changes_nothing() -> None:
    key = started()
    save_answers(key, answers={"first": True}, version=2)
    with pytest.raises(StaleVersion):
        save_answers(key, answers={"second": True}, version=2)
    assert kept(key) == ({"first": True}, 3)


def test_saving_what_was_deleted_is_refused() -> None:
    key = started()
    delete_interview(key)
    with pytest.raises(StaleVersion):
        save_answers(key, answers=ANSWERS, version=2)
    assert open_interview(key) is None


def test_deleting_twice_does_no_harm() -> None:
    key, other = started(), started()
    delete_interview(key)
    delete_interview(key)
    assert [*Interview.objects.values_list("pk", flat=True)] == [other]


def test_an_unknown_id_opens_nothing() -> None:
    assert open_interview("nobody") is None


def test_a_save_seals_with_the_new_key(settings: Settings) -> None:
    settings.RECORD_KEYS = OLD
    key = started()
    settings.RECORD_KEYS = ROTATED
    save_answers(key, answers=ANSWERS, version=2)
    settings.RECORD_KEYS = NEW
    assert row(key).key_id == "new"
    assert kept(key) == (ANSWERS, 3)


def test_what_cannot_be_read_is_logged_by_name_only(
    settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    settings.RECORD_KEYS = OLD
    key = started()
    settings.RECORD_KEYS = NEW
    assert open_interview(key) is None
    assert caplog.messages == ["interview_unreadable"]


def test_content_moved_to_another_row_is_not_read() -> None:
    mine, other = started(), started({"whose": "other"})
    Interview.objects.filter(pk=mine).update(content=row(other).content)
    assert open_interview(mine) is None


def test_idle_answers_cannot_be_opened_even_before_the_purge() -> None:
    key = started()
    touched(key, ago=timedelta(hours=72, seconds=1))
    assert open_interview(key) is None


def test_the_purge_deletes_at_72_hours_and_not_before() -> None:
    now = timezone.now()
    old, fresh = started(), started()
    Interview.objects.filter(pk=old).update(touched_at=now - timedelta(hours=72))
    Interview.objects.filter(pk=fresh).update(touched_at=now - timedelta(hours=71, minutes=59))
    assert purge_visits(now=now) == 1
    assert purge_visits(now=now) == 0
    assert [*Interview.objects.values_list("pk", flat=True)] == [fresh]


def test_a_save_starts_the_72_hours_again() -> None:
    key = started()
    touched(key, ago=timedelta(hours=71))
    save_answers(key, answers=ANSWERS, version=2)
    assert purge_visits(now=timezone.now() + timedelta(hours=71)) == 0


@pytest.mark.parametrize(
    ("keeping", "idle", "whole"),
    [
        ("own", timedelta(hours=72), timedelta(days=7)),
        ("visit", timedelta(minutes=30), timedelta(hours=8)),
        ("shared", timedelta(minutes=15), timedelta(hours=8)),
    ],
)
def test_a_visit_ends_when_it_should_and_not_before(keeping: str, idle: timedelta, whole: timedelta) -> None:
    second, now = timedelta(seconds=1), timezone.now()
    for age, last in ((idle, idle), (whole, second)):
        key = start_interview(keeping=keeping)
        Interview.objects.filter(pk=key).update(created_at=now - age + second, touched_at=now - last + second)
        assert open_interview(key) is not None
        assert purge_visits(now=now) == 0
        Interview.objects.filter(pk=key).update(created_at=now - age - second, touched_at=now - last)
        assert open_interview(key) is None
        assert purge_visits(now=now) == 1


def test_the_end_of_a_visit_is_told_to_the_second() -> None:
    key = start_interview(keeping="shared")
    opened = open_interview(key)
    assert opened is not None
    assert opened.visit.ends_at == opened.visit.touched_at + timedelta(minutes=15)
    Interview.objects.filter(pk=key).update(created_at=timezone.now() - timedelta(hours=7, minutes=58))
    opened = open_interview(key)
    assert opened is not None
    assert timedelta(minutes=1, seconds=50) < opened.visit.ends_at - timezone.now() < timedelta(minutes=2)


def test_a_sign_of_the_person_keeps_a_visit_alive() -> None:
    key = started()
    touched(key, ago=timedelta(hours=71))
    touch(key)
    assert purge_visits(now=timezone.now() + timedelta(hours=71)) == 0


def test_the_purge_command_keeps_to_the_setting_and_says_what_it_did(settings: Settings) -> None:
    settings.RETENTION_HOURS = 1
    touched(started(), ago=timedelta(hours=2))
    said = StringIO()
    call_command("purge", stdout=said)
    assert said.getvalue() == "Deleted 1 idle interviews and 0 kept under a code.\n"
    assert not Interview.objects.exists()


def test_a_row_does_not_print_its_id() -> None:
    key = started()
    assert key not in repr(row(key))
