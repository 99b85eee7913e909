"""Whoever does not know the code sees where it stands, and loses nothing of what they typed."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.interview.walk import card
from tests.journeys.conftest import Travelers

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
NARROW = {"width": 320, "height": 700}


@pytest.mark.parametrize("locale", ["en-US", "es-MX"])
def test_the_drawings_open_by_a_link_and_keep_what_was_typed(new_traveler: Travelers, locale: str) -> None:
    traveler = new_traveler(java_script_enabled=False, locale=locale, viewport=NARROW)
    traveler.begin().go("/interview/c1/crime/").fill({**card("11359"), "typed": "11359 H"})
    drawings = traveler.page.locator("#drawings")
    expect(drawings).to_be_hidden()
    traveler.page.locator("a[href='#drawings']").click()
    expect(drawings).to_be_visible()
    assert traveler.page.locator("[name=typed]").input_value() == "11359 H"
    for drawn in drawings.locator("svg").all():
        box = drawn.bounding_box()
        assert box is not None and box["x"] >= 0 and box["x"] + box["width"] <= NARROW["width"]
    assert drawings.locator("svg").count() == 2


def test_what_was_meant_is_taken_with_one_press(new_traveler: Travelers) -> None:
    traveler = new_traveler(java_script_enabled=False)
    traveler.begin().go("/interview/c1/crime/").answer({"typed": "1136Oa"}).press("Yes, use HS 11360(a)")
    assert not traveler.path.startswith("/interview/c1/crime/")
    traveler.go("/interview/c1/crime/")
    assert traveler.page.locator("[name=typed]").input_value() == "HS 11360(a)"
