"""Pages follow what people set in their device: dark, more contrast, colors of their own, less motion, and paper."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.pages.registry import STATES
from tests.pages.state import State
from tests.pages.window import Window

pytestmark = [
    pytest.mark.long,
    pytest.mark.journey,
    pytest.mark.django_db,
]
AS_IT_CAME: dict[str, Any] = {
    "color_scheme": "light",
    "forced_colors": "none",
    "contrast": "no-preference",
    "reduced_motion": "reduce",
    "media": "screen",
}
_MOVING = """() => [...document.querySelectorAll('*')].filter(one => {
  const {transitionDuration, animationName, scrollBehavior} = getComputedStyle(one);
  return /[1-9]/.test(transitionDuration) || animationName !== 'none' || scrollBehavior === 'smooth';
}).map(one => one.outerHTML.slice(0, 80))"""
_BRIGHTNESS = """() => {
  const [red, green, blue] = getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number);
  return (red + green + blue) / 765;
}"""
_USELESS_ON_PAPER = "[...document.querySelectorAll('button, .button, nav, form, .top-links')].filter(one => one.checkVisibility()).length"
_OUTLINES = (
    "[...document.querySelectorAll('.answer-card')].map(one => getComputedStyle(one).outlineStyle !== 'none')"
)
_BARS = """[...document.querySelectorAll('.scale rect')].map(
  one => [getComputedStyle(one).stroke, one.getAttribute('fill')].join(' '))"""


@pytest.fixture
def settings_of(window: Window) -> Iterator[Any]:
    """Set what the person prefers; put it back for the next test."""
    yield lambda **changed: window.page.emulate_media(**{**AS_IT_CAME, **changed})
    window.page.emulate_media(**AS_IT_CAME)


def state(name: str) -> State:
    return next(one for one in STATES if one.name == name)


@pytest.mark.parametrize("name", ["start", "question-plants", "empty-mail", "result-three", "papers"])
def test_nothing_moves_for_those_who_want_no_motion(window: Window, settings_of: Any, name: str) -> None:
    window.show(state(name), language="en")
    assert window.page.evaluate(_MOVING) == []
    settings_of(reduced_motion="no-preference")
    assert window.page.evaluate(_MOVING) != []


def test_dark_is_dark_and_light_is_light(window: Window, settings_of: Any) -> None:
    window.show(state("start"), language="en")
    assert window.page.evaluate(_BRIGHTNESS) > 0.9
    settings_of(color_scheme="dark")
    assert window.page.evaluate(_BRIGHTNESS) < 0.15


def test_more_contrast_makes_second_text_as_dark_as_the_first(window: Window, settings_of: Any) -> None:
    color = "getComputedStyle(document.querySelector('{}')).color"
    window.show(state("question-plants"), language="en")
    assert window.page.evaluate(color.format(".hint")) != window.page.evaluate(color.format("body"))
    settings_of(contrast="more")
    assert window.page.evaluate(color.format(".hint")) == window.page.evaluate(color.format("body"))


def test_the_chosen_answer_and_the_scale_show_in_colors_of_ones_own(window: Window, settings_of: Any) -> None:
    settings_of(forced_colors="active")
    window.show(state("question-of-three"), language="en")
    assert window.page.evaluate(_OUTLINES) == [False, False, True]
    window.show(state("result-at-least-misdemeanor-maybe-dismiss"), language="en")
    bars = window.page.evaluate(_BARS)
    assert len(set(bars)) == 3, bars
    assert all("none none" not in bar for bar in bars)


@pytest.mark.parametrize(
    "name", ["start", "result-three", "clerk", "tasks-done", "check", "papers", "paper-words"]
)
def test_on_paper_there_is_nothing_to_press(window: Window, settings_of: Any, name: str) -> None:
    settings_of(media="print", color_scheme="dark")
    window.show(state(name), language="en")
    assert window.page.evaluate(_USELESS_ON_PAPER) == 0
    assert window.page.evaluate(_BRIGHTNESS) == 1
