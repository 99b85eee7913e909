"""Reminders are asked for, confirmed, stopped and purged; nothing in the table can be read."""

from __future__ import annotations

from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from petitions.records.encryption import Sealed, Unreadable
from petitions.records.models import Interview
from petitions.records.reminders.models import MailCount, Reminder
from petitions.records.reminders.throttle import may_write
from petitions.records.reminders.writing import (
    CONFIRM_WITHIN,
    LONGEST,
    ask,
    confirm,
    purge_reminders,
    stop,
    wish,
)
from petitions.records.sealed_rows import opened_for

pytestmark = pytest.mark.django_db
ADDRESS, SITE = "canaria@example.org", "https://site.example"
DAYS = (date(2026, 12, 1), date(2027, 1, 10))


def asked() -> str:
    return ask(ADDRESS, days=DAYS, language="es", site=SITE, now=timezone.now())


def test_a_wish_is_not_confirmed_until_its_link_is_used() -> None:
    code, now = asked(), timezone.now()
    before = wish(code, now=now)
    assert before is not None and not before.is_confirmed and before.language == "es"
    confirm(code, now=now)
    after = wish(code, now=now)
    assert after is not None and after.is_confirmed


def test_confirming_twice_keeps_the_first_time() -> None:
    code, now = asked(), timezone.now()
    confirm(code, now=now)
    confirm(code, now=now + timedelta(days=1))
    assert Reminder.objects.get().confirmed_at == now


def test_a_wrong_link_starts_and_stops_nothing() -> None:
    asked()
    confirm("guessed", now=timezone.now())
    stop("guessed")
    assert Reminder.objects.get().confirmed_at is None
    assert wish("guessed", now=timezone.now()) is None


def test_stopping_deletes_the_row() -> None:
    code = asked()
    stop(code)
    stop(code)
    assert not Reminder.objects.exists()


def test_the_link_ends_after_two_days_without_a_yes_and_after_120_days_with_one() -> None:
    code, now = asked(), timezone.now()
    confirm(code, now=now + CONFIRM_WITHIN + timedelta(minutes=1))
    assert wish(code, now=now + CONFIRM_WITHIN + timedelta(minutes=1)) is None
    confirm(code, now=now)
    assert wish(code, now=now + LONGEST - timedelta(minutes=1)) is not None
    assert purge_reminders(now=now + LONGEST - timedelta(minutes=1)) == 0
    assert purge_reminders(now=now + LONGEST + timedelta(minutes=1)) == 1


def test_the_table_holds_neither_the_address_nor_the_link_nor_an_interview() -> None:
    code = asked()
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM petitions_reminder")
        told = repr(cursor.fetchall())
    assert ADDRESS not in told and code not in told and SITE not in told
    assert not [one.name for one in Reminder._meta.get_fields() if one.is_relation]
    assert repr(Reminder.objects.get()) == "<Reminder: reminder>"


def test_the_content_opens_in_its_own_row_alone() -> None:
    asked()
    row = Reminder.objects.get()
    sealed = Sealed(bytes(row.content), row.key_id)
    own = f"reminder/{row.pk}"
    assert opened_for(sealed, row=own, own=own)["address"] == ADDRESS
    for elsewhere in ({"row": row.pk, "own": own}, {"row": own, "own": row.pk}):
        with pytest.raises(Unreadable):
            opened_for(sealed, **elsewhere)


def test_mails_are_counted_by_day_and_by_who_asks_without_saying_who() -> None:
    on = date(2026, 12, 1)
    tries = [may_write("address", ADDRESS, on=on, most=3) for _ in range(5)]
    assert tries == [True, True, True, False, False]
    assert not may_write("address", ADDRESS.upper(), on=on, most=3)
    assert may_write("address", "other@example.org", on=on, most=3)
    assert may_write("session", ADDRESS, on=on, most=3)
    assert may_write("address", ADDRESS, on=on + timedelta(days=1), most=3)
    assert not [one for one in MailCount.objects.values_list("key", flat=True) if "canaria" in one]
    assert str(MailCount.objects.first()) == "mail count"


def test_the_purge_command_takes_what_is_over_with_it() -> None:
    asked()
    Reminder.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    may_write("all", "", on=timezone.localdate() - timedelta(days=5), most=1)
    call_command("purge", stdout=StringIO())
    assert not Reminder.objects.exists() and not MailCount.objects.exists()
    assert not Interview.objects.exists()
