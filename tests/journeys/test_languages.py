"""The language switch keeps the place."""

from __future__ import annotations

import pytest

from tests.interview.visitors import after, screened
from tests.interview.walk import RESULT, card
from tests.journeys.conftest import Travelers
from tests.journeys.traveler import Traveler

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
PAGES = (
    "/",
    "/what-we-keep/",
    "/interview/convictions/",
    "/interview/convictions/add/",
    "/interview/c1/when/?next=convictions",
    "/interview/c1/crime/",
    "/interview/you/mail/",
)
"""Some of each kind. (tests.interview has every page.)"""


def test_the_switch_keeps_the_place(traveler: Traveler) -> None:
    traveler.begin().answer(card("convicted"))
    for number, path in enumerate(PAGES):
        spanish = number % 2 == 0
        traveler.go(path).press("Español" if spanish else "English")
        assert traveler.path == path
        assert traveler.page.locator("html").get_attribute("lang") == ("es" if spanish else "en")


def test_the_result_and_the_papers_keep_their_place(traveler: Traveler) -> None:
    traveler.carry(after(screened)).go(RESULT).press("Español")
    assert traveler.path == RESULT
    assert traveler.go("/papers/before/").press("English").path == "/papers/before/"
    assert traveler.go("/papers/").press("Español").path == "/papers/"


def test_a_browser_that_speaks_spanish_is_greeted_in_spanish(new_traveler: Travelers) -> None:
    traveler = new_traveler(locale="es-MX")
    assert traveler.go("/").page.locator("html").get_attribute("lang") == "es"
    assert traveler.press("English").page.locator("html").get_attribute("lang") == "en"
