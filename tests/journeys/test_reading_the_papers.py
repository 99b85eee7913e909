"""The finished papers in a browser: pictures of every page, their words, by keyboard, on a phone, without scripts."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.interview.visitors import after, filed
from tests.journeys.conftest import Travelers
from tests.journeys.traveler import Traveler

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
READY = "/papers/ready/"
PETITION = "/papers/case-1/petition/"
_ALL_ARE_DRAWN = "Promise.all([...document.images].map(one => (one.loading = 'eager', one.decode())))"
_WIDER_THAN_THE_SCREEN = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
_HEADINGS = "[...document.querySelectorAll('h1, h2, h3, h4')].map(one => Number(one.tagName[1]))"
_NAMELESS = """[...document.querySelectorAll('main a, main button, main img')].filter(
    one => !(one.innerText || one.alt || one.querySelector('img')?.alt || '').trim()).length"""


def check_page(traveler: Traveler) -> None:
    """Check what any page owes: names, one first heading, no level left out, nothing beyond the screen."""
    assert traveler.page.evaluate(_NAMELESS) == 0
    levels = traveler.page.evaluate(_HEADINGS)
    assert levels.count(1) == 1 and levels[0] == 1
    assert all(later - before <= 1 for before, later in pairwise(levels)), levels
    assert not traveler.page.evaluate(_WIDER_THAN_THE_SCREEN), traveler.path


@pytest.mark.long
@pytest.mark.parametrize("locale", ["en-US", "es-MX"])
@pytest.mark.parametrize("width", [320, 1280])
def test_every_page_is_a_picture_and_leads_to_its_words(
    new_traveler: Travelers, locale: str, width: int
) -> None:
    traveler = new_traveler(locale=locale, viewport={"width": width, "height": 844}).carry(after(filed))
    traveler.go(READY)
    traveler.page.evaluate(_ALL_ARE_DRAWN)
    assert traveler.page.locator("main img").count() >= 8
    check_page(traveler)
    traveler.press(f"main a[href='{PETITION}']")
    assert traveler.page.locator("article").get_attribute("lang") == "en"
    assert "Ánh Zuñiga" in traveler.text and "Application to Redesignate" in traveler.text
    assert traveler.page.locator("html").get_attribute("lang") == locale[:2]
    check_page(traveler)
    traveler.press(f"main a[href='{PETITION}page-1/']")
    traveler.page.evaluate(_ALL_ARE_DRAWN)
    check_page(traveler)


def test_with_a_keyboard_one_opens_a_page_turns_it_and_comes_back(traveler: Traveler) -> None:
    traveler.carry(after(filed)).go(READY)
    traveler.page.locator(f"a[href='{PETITION}page-1/']").focus()
    for place in (f"{PETITION}page-1/", f"{PETITION}page-2/", READY):
        traveler.page.keyboard.press("Enter")
        traveler.page.wait_for_url(traveler.site + place)
        onward = f"main a[href='{PETITION}page-2/']" if place.endswith("page-1/") else "main a.back"
        traveler.page.locator(onward).focus()


def test_without_scripts_one_reads_all_papers_in_their_order(new_traveler: Travelers) -> None:
    traveler = new_traveler(java_script_enabled=False).carry(after(filed)).go(READY)
    traveler.press("main a[href='/papers/case-1/cover-sheet/']")
    for document in ("petition", "proof-of-service", "proposed-order"):
        traveler.press(f"main a[href='/papers/case-1/{document}/']")
        assert "SUPERIOR COURT OF CALIFORNIA" in traveler.text
    assert traveler.page.locator("main a.button").count() == 0
