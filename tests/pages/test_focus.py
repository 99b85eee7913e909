"""Whoever goes by keyboard always sees where they are: on every state at a zoom of 400 %, in every scheme of colors."""

from __future__ import annotations

from typing import Any

import pytest

from tests.pages.focus import shown_by, stops
from tests.pages.registry import STATES
from tests.pages.state import State
from tests.pages.window import Window

pytestmark = [pytest.mark.long, pytest.mark.journey, pytest.mark.no_cover, pytest.mark.django_db]
ZOOMED = {"width": 320, "height": 256}
SCHEMES: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "forced colors": {"forced_colors": "active"},
}
EVERY_KIND = (
    "start",
    "question-plants",
    "empty-mail",
    "question-crime",
    "result-three",
    "tasks-open",
    "papers",
)
"""States that have one of each control together."""

_TO_REACH = """() => {
  const controls = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';
  const all = [...document.querySelectorAll(controls)].filter(one => one.checkVisibility());
  const groups = new Set(all.filter(one => one.type === 'radio').map(one => one.name));
  return all.filter(one => one.type !== 'radio').length + groups.size;
}"""


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.name)
def test_the_focus_is_never_lost_or_hidden(window: Window, state: State) -> None:
    window.page.set_viewport_size(ZOOMED)
    window.show(state, language="es")
    window.unfold()
    seen = list(stops(window.page))
    for stop in seen:
        assert stop.outline >= 3, stop
        assert stop.isOnTop and stop.isInSight, stop
    assert len(seen) == window.page.evaluate(_TO_REACH)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_focus_can_be_seen(window: Window, scheme: str) -> None:
    window.page.emulate_media(**{"color_scheme": "light", "forced_colors": "none", **SCHEMES[scheme]})
    window.page.set_viewport_size({"width": 390, "height": 844})
    kinds: set[str] = set()
    for name in EVERY_KIND:
        window.show(next(state for state in STATES if state.name == name), language="en")
        for stop in stops(window.page):
            if stop.kind not in kinds:
                around = 2 * (stop.box["width"] + min(stop.box["height"], 844))
                assert shown_by(window.page, stop) >= around, (name, stop)
            kinds.add(stop.kind)
    assert len(kinds) >= 12, kinds
    window.page.emulate_media(color_scheme="light", forced_colors="none")
