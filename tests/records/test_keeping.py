"""Answers kept under a code: only the code opens them, later answers go with them, and they end when they should."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from petitions.records.code_keys import Lock, keys_of
from petitions.records.keeping import come_back, delete_kept, keep, keep_for, purge_kept
from petitions.records.models import Interview, KeptAnswers
from petitions.records.reading import Opened, open_interview
from petitions.records.return_codes import code_from
from petitions.records.writing import StaleVersion, delete_interview, save_answers, start_interview
from tests.records.rows import ANSWERS

pytestmark = pytest.mark.django_db
CODE, OTHER_CODE = code_from(b"one seed of many"), code_from(b"another seed....")


def opened(key: str | None) -> Opened:
    found = open_interview(key or "")
    assert found is not None
    return found


def kept(*, days: int = 30, keeping: str = "own") -> str:
    key = start_interview(ANSWERS, keeping=keeping)
    keep(key, code=CODE, days=days)
    return key


def test_the_code_opens_what_was_kept_after_the_visit_is_gone() -> None:
    delete_interview(kept())
    assert opened(come_back(CODE, keeping="visit")).answers == ANSWERS


def test_answers_given_after_keeping_are_kept_too_without_the_code() -> None:
    key = kept()
    save_answers(key, answers={"later": True}, version=1)
    delete_interview(key)
    back = come_back(CODE, keeping="visit")
    assert opened(back).answers == {"later": True}
    save_answers(str(back), answers={"still later": True}, version=1)
    assert opened(come_back(CODE, keeping="visit")).answers == {"still later": True}


def test_a_save_that_is_refused_changes_nothing_under_the_code() -> None:
    key = kept()
    with pytest.raises(StaleVersion):
        save_answers(key, answers={"stale": True}, version=7)
    assert opened(come_back(CODE, keeping="visit")).answers == ANSWERS


def test_coming_back_ends_the_visit_on_the_other_device() -> None:
    first = kept()
    second = come_back(CODE, keeping="visit")
    assert open_interview(first) is None
    with pytest.raises(StaleVersion):
        save_answers(first, answers={"overwritten": True}, version=1)
    assert opened(second).answers == ANSWERS


@pytest.mark.parametrize("code", [OTHER_CODE, code_from(bytes(16))])
def test_another_code_opens_nothing(code: str) -> None:
    kept()
    assert come_back(code, keeping="visit") is None


def test_a_new_code_takes_the_place_of_the_old_one() -> None:
    key = kept()
    keep(key, code=OTHER_CODE, days=7)
    assert come_back(CODE, keeping="visit") is None
    assert opened(come_back(OTHER_CODE, keeping="visit")).answers == ANSWERS
    assert KeptAnswers.objects.count() == 1


def test_keeping_twice_with_one_code_is_keeping_once() -> None:
    key = kept(days=7)
    keep(key, code=CODE, days=90)
    assert KeptAnswers.objects.get().days == 90
    assert opened(come_back(CODE, keeping="visit")).answers == ANSWERS


@pytest.mark.parametrize("days", [7, 30, 90])
def test_kept_answers_end_after_the_days_that_were_chosen(days: int) -> None:
    kept(days=days)
    end = timezone.now() + timedelta(days=days)
    assert purge_kept(now=end - timedelta(minutes=1)) == 0
    assert purge_kept(now=end + timedelta(minutes=1)) == 1
    assert come_back(CODE, keeping="visit") is None


def test_what_is_over_does_not_open_even_before_the_purge() -> None:
    kept()
    KeptAnswers.objects.update(until=timezone.now() - timedelta(seconds=1))
    assert come_back(CODE, keeping="visit") is None


def test_each_return_begins_the_days_anew() -> None:
    kept(days=7)
    KeptAnswers.objects.update(until=timezone.now() + timedelta(minutes=5))
    come_back(CODE, keeping="visit")
    assert purge_kept(now=timezone.now() + timedelta(days=6, hours=23)) == 0


def test_the_days_can_be_changed_without_the_code() -> None:
    key = kept(days=7)
    keep_for(key, days=90)
    assert opened(key).visit.kept_days == 90
    assert purge_kept(now=timezone.now() + timedelta(days=89)) == 0


@pytest.mark.parametrize("days", [0, -1, 8, 365, 10**9])
def test_no_other_number_of_days_is_taken(days: int) -> None:
    key = kept()
    with pytest.raises(ValueError, match="days"):
        keep(key, code=OTHER_CODE, days=days)
    with pytest.raises(ValueError, match="days"):
        keep_for(key, days=days)


def test_deleting_what_is_kept_leaves_the_visit_and_no_key() -> None:
    key = kept()
    delete_kept(key)
    assert come_back(CODE, keeping="visit") is None
    assert not KeptAnswers.objects.exists()
    assert opened(key).answers == ANSWERS
    save_answers(key, answers={"goes": "on"}, version=1)


def test_a_visit_that_is_gone_cannot_be_kept() -> None:
    with pytest.raises(StaleVersion):
        keep("nobody", code=CODE, days=7)
    assert not KeptAnswers.objects.exists()


@pytest.mark.parametrize(("before", "after"), [("own", "visit"), ("visit", "visit"), ("shared", "shared")])
def test_with_a_code_the_visit_itself_ends_early(before: str, after: str) -> None:
    assert opened(kept(keeping=before)).visit.keeping == after


def test_neither_the_code_nor_the_answers_nor_a_key_that_opens_them_is_in_the_tables() -> None:
    key = kept()
    delete_interview(key)
    row = KeptAnswers.objects.values().get()
    stored = repr(row).encode() + b"".join(bytes(part) for part in row.values() if isinstance(part, bytes))
    keys = keys_of(CODE)
    for secret in (CODE.encode(), b"Canary", keys.key, keys.key.hex().encode()):
        assert secret not in stored
    assert keys.row == row["id"]


def test_content_moved_to_another_row_is_not_read() -> None:
    kept()
    mine = KeptAnswers.objects.get()
    other = start_interview({"whose": "other"})
    keep(other, code=OTHER_CODE, days=7)
    KeptAnswers.objects.exclude(pk=mine.pk).update(content=mine.content)
    assert come_back(OTHER_CODE, keeping="visit") is None


@pytest.mark.parametrize("part", ["content", "public_key", "locked_key"])
def test_a_changed_row_opens_nothing_and_says_so_without_the_code(
    part: str, caplog: pytest.LogCaptureFixture
) -> None:
    kept()
    row = KeptAnswers.objects.get()
    stored = bytes(getattr(row, part))
    KeptAnswers.objects.update(**{part: stored[:-1] + bytes([stored[-1] ^ 1])})
    found = come_back(CODE, keeping="visit")
    if part == "public_key":
        assert opened(found).answers == ANSWERS  # it only closes; what was closed before still opens
    else:
        assert found is None
        assert caplog.messages == ["kept_answers_unreadable"]


def test_nothing_of_a_key_is_printed() -> None:
    keys = keys_of(CODE)
    assert keys.row not in repr(keys) and keys.key.hex() not in repr(keys)
    assert CODE not in str(KeptAnswers(id=keys.row))
    assert Lock(b"1", b"2") == Lock(b"1", b"2")


def test_opening_a_visit_reads_no_kept_content() -> None:
    key = kept()
    with connection.execute_wrapper(_no_content):
        opened(key)


def _no_content(execute, sql, params, many, context):  # type: ignore[no-untyped-def]
    assert "locked_key" not in sql
    return execute(sql, params, many, context)


def test_the_rows_of_interviews_name_no_code() -> None:
    key = kept()
    assert CODE not in repr(Interview.objects.filter(pk=key).values().get())
