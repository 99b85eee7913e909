"""The result printed by a browser: one letter page for a usual one, and a page to read before that."""

from __future__ import annotations

import pytest

from tests.documents.printed_pages import page_sizes, text
from tests.interview.results_to_print import USUAL, three
from tests.interview.visitors import after
from tests.journeys.conftest import Travelers

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
PRINT = "/interview/result/print/"
_WIDER_THAN_THE_SCREEN = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


@pytest.mark.parametrize("locale", ["en-US", "es-MX"])
def test_a_usual_result_is_printed_on_one_page_without_the_site_around_it(
    new_traveler: Travelers, locale: str
) -> None:
    traveler = new_traveler(locale=locale, java_script_enabled=False)
    for usual in USUAL.values():
        printed = traveler.carry(after(usual)).go(PRINT).page.pdf(prefer_css_page_size=True)
        assert page_sizes(printed) == [(612, 792)]
        words = text(printed)
        for around in ("Leave and clear", "Salir y borrar", "Español", "English", "PDF", "What we keep"):
            assert around not in words
        assert "2026" in words and "11361.8" in words


@pytest.mark.parametrize("width", [320, 1280])
def test_before_it_is_printed_the_sheet_is_a_page_to_read(new_traveler: Travelers, width: int) -> None:
    traveler = new_traveler(viewport={"width": width, "height": 844}).carry(after(three)).go(PRINT)
    assert not traveler.page.evaluate(_WIDER_THAN_THE_SCREEN)
    assert traveler.page.locator("main a.button").bounding_box()["height"] >= 44  # type: ignore[index]
