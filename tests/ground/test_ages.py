"""What has not been read anew for 90 days is named, with the place to mend; it stops nothing."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.checks import INFO, run_checks
from django.utils import timezone

from petitions.management import ages
from petitions.management.ages import OLD_AFTER, old_ones, read_on
from tests.conftest import ROOT

NAMES = ("The law", "The edition of the court's form", "The directory of courts")


def test_the_law_the_form_and_the_courts_have_the_day_on_which_they_were_read() -> None:
    assert tuple(read_on()) == NAMES
    assert all(date(2026, 1, 1) < day <= timezone.localdate() for day in read_on().values())


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
    found = [one for one in run_checks() if one.id == "petitions.I001"]
    assert len(found) == len(NAMES)
    assert {one.level for one in found} == {INFO}
