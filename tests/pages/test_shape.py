"""The measures of a page find what is wrong with it; ``test_states.py`` takes them of every page."""

from __future__ import annotations

import pytest

from tests.pages.registry import STATES
from tests.pages.shape import beyond_the_screen, cut_off, too_small
from tests.pages.window import Window

pytestmark = [
    pytest.mark.long,
    pytest.mark.journey,
    pytest.mark.django_db,
]
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
