"""From the finished papers to the tracker, and the days into a calendar; with scripts and without."""

from __future__ import annotations

from pathlib import Path

import pytest
from icalendar import Calendar

from tests.interview.visitors import after, filed
from tests.journeys.conftest import Travelers

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
DAY = {"on_month": "10", "on_day": "5", "on_year": "2026"}


@pytest.mark.parametrize("scripts", [True, False])
def test_the_steps_of_a_case_and_a_day_in_the_calendar(new_traveler: Travelers, *, scripts: bool) -> None:
    traveler = new_traveler(java_script_enabled=scripts, viewport={"width": 320, "height": 700})
    traveler.carry(after(filed)).go("/papers/").press("main a[href='/papers/after/']")
    traveler.press("main a[href='/papers/after/c1/filed/']")
    traveler.fill({"answer": "not_yet"})
    assert not traveler.page.locator("[name=on_month]").is_visible()
    traveler.fill({"answer": "done", **DAY}).press("Continue")
    assert "Done on October 5, 2026" in traveler.text
    assert traveler.page.locator(".progress .is-done").count() == 1
    traveler.press("main a[href='/papers/after/dates/']").fill({"call": "14"}).press("Save this day")
    with traveler.page.expect_download() as saved:
        traveler.page.get_by_role("link", name="Save for my calendar").click()
    assert saved.value.suggested_filename == "dates.ics"
    calendar = Calendar.from_ical(Path(saved.value.path()).read_bytes())
    assert [str(event["summary"]) for event in calendar.walk("VEVENT")] == ["Paperwork: make a phone call"]


def test_no_page_after_filing_scrolls_sideways_on_a_narrow_phone(new_traveler: Travelers) -> None:
    traveler = new_traveler(locale="es-MX", viewport={"width": 320, "height": 700})
    traveler.carry(after(filed)).go("/papers/after/c1/answered/")
    traveler.fill({"answer": "hearing", "department": "D" * 60, **DAY}).press("Continuar")
    for path in ("/papers/after/", "/papers/after/dates/", "/after/letters/", "/after/state-record/"):
        traveler.go(path)
        assert traveler.page.evaluate("document.documentElement.scrollWidth") <= 320, path
