"""Every page state has targets of 44 pixels, fits a narrow screen and a zoom of 400 %, and bears widely set text."""

from __future__ import annotations

import pytest

from tests.pages.registry import STATES
from tests.pages.shape import beyond_the_screen, cut_off, space_the_text, too_small
from tests.pages.state import LANGUAGES, State
from tests.pages.window import Window

pytestmark = [pytest.mark.long, pytest.mark.journey, pytest.mark.no_cover, pytest.mark.django_db]
PHONE, DESK, ZOOMED = (320, 844), (1280, 900), (320, 256)
"""1280 by 1024 pixels at 400 % are 320 by 256."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("state", STATES, ids=lambda state: state.name)
def test_a_state_can_be_used(window: Window, state: State, language: str) -> None:
    window.show(state, language=language)
    window.unfold()
    for width, height in (DESK, PHONE, ZOOMED):
        window.page.set_viewport_size({"width": width, "height": height})
        assert too_small(window.page) == [], width
        assert beyond_the_screen(window.page) == [], (width, height)
        assert cut_off(window.page) == [], (width, height)
    space_the_text(window.page)
    assert beyond_the_screen(window.page) == []
    assert cut_off(window.page) == []


SPOILS = {
    too_small: "document.querySelector('main button').style.cssText = 'min-height: 0; padding: 0; line-height: 1'",
    beyond_the_screen: "document.querySelector('main h1').style.cssText = 'width: 600px'",
    cut_off: "document.querySelector('main .answer-card').style.cssText = 'height: 20px; min-height: 0; overflow: hidden'",
}


@pytest.mark.parametrize("measure", SPOILS, ids=lambda measure: measure.__name__)
def test_what_is_wrong_is_found(window: Window, measure: object) -> None:
    question = next(state for state in STATES if state.name == "question-plants")
    window.show(question, language="en")
    window.page.set_viewport_size({"width": 320, "height": 844})
    assert measure(window.page) == []  # type: ignore[operator]
    window.page.evaluate(SPOILS[measure])  # type: ignore[index]
    assert measure(window.page) != []  # type: ignore[operator]
