"""The history of the directory only grows: the newest row that was not taken back holds, in every process within seconds."""

from __future__ import annotations

import threading
from datetime import timedelta
from typing import Any
from unittest.mock import patch

import pytest
from django.db import IntegrityError, OperationalError, connection
from django.utils import timezone

from petitions.courts.changing import Change
from petitions.courts.current import EditsNow
from petitions.courts.directory import load_directory, shipped_directory
from petitions.records.court_edits import reading
from petitions.records.court_edits.models import AppendOnly, CourtEdit
from petitions.records.court_edits.reading import edits_now, forget, newest_edits, rows_of_county
from petitions.records.court_edits.writing import ChangedMeanwhile, add_edits, take_back
from tests.clinic.people import new_user
from tests.courts.found import MAIN, found

pytestmark = pytest.mark.django_db
SHIPPED_PHONE = "(510) 891-6009"


def add(
    value: str, *, before: str = SHIPPED_PHONE, user_id: int | None = None, change: str | None = None
) -> str:
    """Note a phone of the main courthouse of Alameda; return the name of the change."""
    rows = add_edits([Change(found(MAIN, "phone", value), before)], user_id=user_id, change=change)
    return rows[0].change if rows else ""


def phone() -> str | None:
    main = load_directory().main_courthouse("Alameda")
    assert main is not None
    return main.phone


def test_the_newest_holds_and_taking_it_back_brings_the_one_before_again() -> None:
    first = add("(510) 555-0101")
    assert phone() == "(510) 555-0101"
    second = add("(510) 555-0102", before="(510) 555-0101")
    assert phone() == "(510) 555-0102"
    take_back(second, county="Alameda", user_id=None)
    assert phone() == "(510) 555-0101"
    take_back(first, county="Alameda", user_id=None)
    assert phone() == SHIPPED_PHONE and CourtEdit.objects.count() == 4


def test_an_older_one_can_be_taken_back_first() -> None:
    first = add("(510) 555-0101")
    add("(510) 555-0102", before="(510) 555-0101")
    take_back(first, county="Alameda", user_id=None)
    assert phone() == "(510) 555-0102"


def test_what_is_taken_back_is_so_once_and_by_its_own_county() -> None:
    change = add("(510) 555-0101")
    assert take_back(change, county="Alpine", user_id=None) == []
    assert len(take_back(change, county="Alameda", user_id=None)) == 1
    assert take_back(change, county="Alameda", user_id=None) == []


def test_pressing_twice_adds_once() -> None:
    assert add("(510) 555-0101", change="one-page") == "one-page"
    assert add("(510) 555-0101", change="one-page") == ""
    assert CourtEdit.objects.count() == 1


def test_two_who_write_of_one_fact_at_once_are_told_apart() -> None:
    add("(510) 555-0101")
    with (
        patch("petitions.records.court_edits.writing._next_turn", return_value=1),
        pytest.raises(ChangedMeanwhile),
    ):
        add("(510) 555-0102")
    assert phone() == "(510) 555-0101"


def test_nothing_is_added_where_one_of_several_cannot_be() -> None:
    edits = [Change(found(MAIN, "phone", "(510) 555-0101"), ""), Change(found(MAIN, "zip", "9" * 300), "")]
    broken = patch.object(CourtEdit, "save", autospec=True, side_effect=[None, IntegrityError])
    with broken, pytest.raises(ChangedMeanwhile):
        add_edits(edits, user_id=None)
    assert CourtEdit.objects.count() == 0


def test_rows_are_never_changed_or_deleted() -> None:
    add("(510) 555-0101")
    row = CourtEdit.objects.get()
    attempts: list[Any] = [row.save, row.delete, CourtEdit.objects.all().delete]
    for attempt in attempts:
        with pytest.raises(AppendOnly):
            attempt()
    with pytest.raises(AppendOnly):
        CourtEdit.objects.update(value="x")
    assert phone() == "(510) 555-0101"


def test_whose_account_is_deleted_leaves_what_they_found() -> None:
    user = new_user()
    add("(510) 555-0101", user_id=user.pk)
    user.delete()
    [row] = rows_of_county("Alameda")
    assert row.user is None and phone() == "(510) 555-0101"


def test_a_fact_that_this_version_does_not_have_changes_nothing() -> None:
    add("(510) 555-0101")
    row = {"change": "x", "county": "Alameda", "turn": 1, "checked": timezone.localdate(), "source": "A page"}
    CourtEdit.objects.create(**row, table="jails", field="phone", value="x")
    CourtEdit.objects.create(**row, table="courthouses", name=MAIN.name, field="fax", value="x")
    assert [edit.field for edit in newest_edits().edits] == ["phone"]


def other_process(rows: int) -> None:
    """Do what another process would: add without telling this one."""
    with patch("petitions.records.court_edits.writing.newest_edits"):
        for number in range(rows):
            add(f"(510) 555-01{number:02}")


def test_another_process_is_heard_within_two_seconds_and_not_asked_more_often() -> None:
    now = 1_000.0
    with patch.object(reading, "monotonic", lambda: now):
        assert phone() == SHIPPED_PHONE
        other_process(1)
        now += 1.9
        assert phone() == SHIPPED_PHONE
        now += 0.2
        assert phone() == "(510) 555-0100"
    assert timedelta(seconds=reading.EVERY) <= timedelta(seconds=5)


def test_while_nothing_changes_it_costs_one_small_question_every_two_seconds() -> None:
    add("(510) 555-0101")
    asked: list[str] = []

    def listen(execute: Any, sql: str, *rest: Any) -> Any:
        asked.append(sql)
        return execute(sql, *rest)

    now = 1_000.0
    with patch.object(reading, "monotonic", lambda: now), connection.execute_wrapper(listen):
        directories = set()
        for _page in range(50):
            directories.add(id(load_directory()))
            now += 0.1
    assert len(directories) == 1
    assert len(asked) <= 4 and all("COUNT" in sql for sql in asked)


def test_rows_that_are_committed_out_of_order_are_seen() -> None:
    other_process(2)
    late = CourtEdit.objects.order_by("pk").first()
    assert late is not None
    hidden = CourtEdit.objects.exclude(pk=late.pk)
    with patch.object(reading.CourtEdit, "objects", hidden):
        assert newest_edits().version == (1, hidden.get().pk)
    assert newest_edits().version == (2, hidden.get().pk)


def test_while_the_database_is_down_what_was_known_holds(caplog: pytest.LogCaptureFixture) -> None:
    add("(510) 555-0101")
    with patch.object(reading, "_version", side_effect=OperationalError("down")):
        with patch.object(reading, "monotonic", lambda: 10**9):
            assert phone() == "(510) 555-0101"
        assert [record.message for record in caplog.records] == ["court_edits_not_read"]
        forget()
        with pytest.raises(OperationalError):
            edits_now()


def test_a_database_that_nobody_has_migrated_has_no_edits() -> None:
    with (
        patch.object(reading, "_version", side_effect=OperationalError("no such table")),
        patch.object(reading, "_lacks_table", return_value=True),
    ):
        assert edits_now() == EditsNow((0, 0), ())
        assert load_directory() is shipped_directory()


def test_many_threads_read_one_directory() -> None:
    add("(510) 555-0101")
    known = edits_now()
    found_by: list[EditsNow] = []
    threads = [threading.Thread(target=lambda: found_by.append(edits_now())) for _each in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [one is known for one in found_by] == [True] * 8
