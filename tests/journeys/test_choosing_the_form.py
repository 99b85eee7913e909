"""The choice of the request in a browser: by keyboard, on a phone, without scripts, and again after coming back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pytest_django import Settings

from petitions.documents.official.store import add, check_addition
from tests.documents.official.stand_in import stand_in
from tests.interview.visitors import after, filed
from tests.journeys.conftest import Travelers
from tests.journeys.test_reading_the_papers import PETITION, READY, check_page
from tests.journeys.traveler import Traveler

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
OFFICIAL, OURS = "[name=request][value=official]", "[name=request][value=ours]"
CHANGE = "main form[action='/papers/request/'] button"
FORM_FOOT = "CR-400 [Rev. January 1, 2024]"


@pytest.fixture(autouse=True)
def _with_form(settings: Settings, tmp_path: Path) -> None:
    settings.OFFICIAL_FORMS_DIR = str(tmp_path)
    add(check_addition(stand_in(), mapping=None), folder=tmp_path, on=date(2026, 11, 25))


def choose(traveler: Traveler, request: str) -> None:
    traveler.page.locator(request).check()
    traveler.page.locator(CHANGE).click()
    traveler.page.wait_for_load_state()
    assert traveler.path == READY and traveler.page.locator(request).is_checked()


@pytest.mark.long
@pytest.mark.parametrize(("width", "locale"), [(320, "es-MX"), (390, "en-US"), (1280, "en-US")])
def test_the_chosen_paper_is_saved_and_read_without_scripts(
    new_traveler: Travelers, width: int, locale: str
) -> None:
    view = {"width": width, "height": 844}
    traveler = new_traveler(java_script_enabled=False, locale=locale, viewport=view).carry(after(filed))
    traveler.go(READY)
    assert traveler.page.locator(OFFICIAL).is_checked()
    assert FORM_FOOT in traveler.download()
    choose(traveler, OURS)
    assert FORM_FOOT not in traveler.download()
    assert traveler.go("/").go(READY).page.locator(OURS).is_checked()
    choose(traveler, OFFICIAL)
    traveler.press(f"main a[href='{PETITION}']")
    assert traveler.page.locator("article dl.form-items").count() > 5
    assert "Ánh Zuñiga" in traveler.text


@pytest.mark.parametrize("width", [320, 1280])
def test_the_cards_and_the_words_of_the_form_stay_within_the_screen(
    new_traveler: Travelers, width: int
) -> None:
    traveler = new_traveler(viewport={"width": width, "height": 844}).carry(after(filed))
    check_page(traveler.go(READY))
    check_page(traveler.go(PETITION))


def test_with_a_keyboard_one_chooses_and_changes(traveler: Traveler) -> None:
    traveler.carry(after(filed)).go(READY)
    traveler.page.locator(OFFICIAL).focus()
    for key in ("ArrowDown", "Tab", "Enter"):
        traveler.page.keyboard.press(key)
    traveler.page.get_by_text("Your papers now have the request that we wrote.").wait_for()
    assert traveler.page.locator(OURS).is_checked()
    assert traveler.page.get_by_role("radio", name="form CR‑400").count() == 1
    assert traveler.page.get_by_role("group", name="Which one do you want to file?").count() == 1
