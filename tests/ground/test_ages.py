"""What has not been read anew for 90 days, or for the courts a year, is named, with the place to mend; it stops nothing."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.checks import INFO, run_checks
from django.utils import timezone

from petitions.courts.changing import Change
from petitions.courts.days import READ_ON
from petitions.courts.edits import Edit
from petitions.courts.stale import stale_entries
from petitions.courts.tables import shipped_tables
from petitions.management import ages
from petitions.management.ages import OLD_AFTER, old_courts, old_ones, read_on
from petitions.records.court_edits.writing import add_edits
from tests.conftest import ROOT

NAMES = ("The law", "The edition of the court's form")
COURTS, ENTRIES = "petitions.I002", "petitions.I003"


def test_the_law_and_the_form_have_the_day_on_which_they_were_read() -> None:
    assert tuple(read_on()) == NAMES
    days = [*read_on().values(), READ_ON]
    assert all(date(2026, 1, 1) < day <= timezone.localdate() for day in days)


@pytest.mark.parametrize("name", NAMES)
def test_at_ninety_days_each_is_named_with_its_place_and_not_a_day_earlier(name: str) -> None:
    read = {name: date(2027, 1, 1)}
    assert timedelta(days=90) == OLD_AFTER
    assert not old_ones(read, on=date(2027, 3, 31))
    [told] = old_ones(read, on=date(2027, 4, 1))
    assert told.msg == f"{name} was last read 90 days ago."
    place = told.hint.rpartition(" in ")[2].rstrip(".")
    assert (ROOT / place).is_file()


def test_manage_check_tells_it_and_a_deployment_check_still_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ages.timezone, "localdate", lambda: date(2030, 1, 1))
    found = [one for one in run_checks() if one.id in ("petitions.I001", COURTS)]
    assert len(found) == len(NAMES) + 1
    assert {one.level for one in found} == {INFO}


@pytest.mark.parametrize("days", [90, 200, 365])
def test_the_directory_is_not_called_old_within_a_year(days: int) -> None:
    assert old_courts(READ_ON, on=READ_ON + timedelta(days=days)) == []


def test_the_directory_is_called_old_after_a_year_with_the_way_to_mend_it() -> None:
    [told] = old_courts(READ_ON, on=READ_ON + timedelta(days=366))
    assert (told.id, told.level) == (COURTS, INFO) and "366 days ago" in told.msg
    assert "manage.py courts stale" in told.hint
    for place in ("docs/courts.md", "petitions/courts/days.py"):
        assert place in told.hint and (ROOT / place).is_file()


def stale_rows() -> int:
    """Return how many rows the check of a database counts."""
    found = [one for one in run_checks(databases=["default"]) if one.id == ENTRIES]
    return int(found[0].msg.split()[0]) if found else 0


@pytest.mark.django_db
def test_a_check_of_the_database_counts_what_is_stale_and_knows_what_staff_have_checked() -> None:
    today = timezone.localdate()
    listed = [one for one in stale_entries(shipped=shipped_tables(), edits=(), on=today) if one.entry.is_main]
    assert stale_rows() == len(listed) > 2
    add_edits(
        [
            Change(Edit(fact.place, fact.field.name, fact.value, fact.source, today), fact.value)
            for one in listed[1:]
            for fact in one.facts
        ],
        user_id=None,
    )
    assert stale_rows() == 1
    assert not [one for one in run_checks() if one.id == ENTRIES]
