"""A due reminder is handed to one process at a time, is sent once, and is tried again after a crash."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

import pytest
from pytest_django import Settings

from petitions.records.reminders import due as module
from petitions.records.reminders.due import LEASE, MOST_TRIES, Claimed, claims, sent
from petitions.records.reminders.models import Reminder
from petitions.records.reminders.writing import ask, confirm
from tests.records.rows import NEW, OLD

ON = date(2026, 12, 1)
LATER = date(2027, 1, 10)
NOW = datetime(2026, 12, 1, 17, tzinfo=UTC)


def confirmed(*, days: Sequence[date] = (ON, LATER), address: str = "testa@example.org") -> str:
    early = NOW - timedelta(days=1)
    code = ask(address, days=days, language="en", site="https://site.example", now=early)
    confirm(code, now=early)
    return code


def due(on: date = ON, now: datetime = NOW) -> list[Claimed]:
    return [*claims(on=on, now=now)]


@pytest.mark.django_db
def test_what_is_due_and_confirmed_is_handed_out_with_its_address_and_link() -> None:
    code = confirmed()
    [claimed] = due()
    assert (claimed.address, claimed.code, claimed.site) == (
        "testa@example.org",
        code,
        "https://site.example",
    )
    assert claimed.due_on == ON


@pytest.mark.django_db
def test_nothing_is_handed_out_before_its_day_or_before_a_yes() -> None:
    ask("a@example.org", days=(ON,), language="en", site="", now=NOW)
    confirmed()
    assert due(on=ON - timedelta(days=1)) == []
    assert len(due()) == 1


@pytest.mark.django_db
def test_a_claim_holds_until_its_lease_ends_and_then_another_run_tries_again() -> None:
    confirmed()
    assert len(due()) == 1
    assert due(now=NOW + LEASE - timedelta(seconds=1)) == []
    assert len(due(now=NOW + LEASE)) == 1


@pytest.mark.django_db
def test_after_a_mail_the_next_day_waits_and_after_the_last_one_nothing_is_left() -> None:
    confirmed()
    sent(due()[0], on=ON)
    assert due() == [] and due(now=NOW + LEASE) == []
    [last] = due(on=LATER, now=NOW + timedelta(days=40))
    sent(last, on=LATER)
    assert not Reminder.objects.exists()


@pytest.mark.django_db
def test_days_that_passed_while_nothing_ran_give_one_mail() -> None:
    confirmed(days=(ON, ON + timedelta(days=1), LATER))
    [claimed] = due(on=ON + timedelta(days=2))
    sent(claimed, on=ON + timedelta(days=2))
    assert Reminder.objects.get().next_on == LATER


@pytest.mark.django_db
def test_a_process_whose_claim_was_lost_changes_nothing() -> None:
    confirmed()
    [slow] = due()
    [other] = due(now=NOW + LEASE)
    sent(slow, on=ON)
    assert Reminder.objects.get().next_on == ON
    sent(other, on=ON)
    assert Reminder.objects.get().next_on == LATER


@pytest.mark.django_db
def test_a_day_is_given_up_after_five_tries(caplog: pytest.LogCaptureFixture) -> None:
    confirmed()
    tries = [len(due(now=NOW + LEASE * number)) for number in range(MOST_TRIES + 2)]
    assert tries == [1] * MOST_TRIES + [0, 0]
    assert Reminder.objects.get().next_on == LATER
    assert caplog.messages == ["reminder_given_up"]


@pytest.mark.django_db
def test_a_day_that_is_long_over_is_not_reminded_of() -> None:
    confirmed()
    assert due(on=ON + timedelta(days=4)) == []
    assert Reminder.objects.get().next_on == LATER


@pytest.mark.django_db
def test_a_row_that_cannot_be_opened_is_deleted_and_logged_by_name_only(
    settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    settings.RECORD_KEYS = OLD
    confirmed()
    settings.RECORD_KEYS = NEW
    assert due() == [] and not Reminder.objects.exists()
    assert caplog.messages == ["reminder_unreadable"]


@pytest.mark.django_db
def test_of_two_that_read_the_same_row_one_gets_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """The other one takes the row between the reading and the taking, as a fast process would."""
    confirmed()
    take, raced = module._take, []

    def taken_by_another(found: Reminder, *, now: datetime) -> bool:
        raced.append(take(Reminder.objects.get(pk=found.pk), now=now))
        return take(found, now=now)

    monkeypatch.setattr(module, "_take", taken_by_another)
    assert due() == [] and raced == [True]
