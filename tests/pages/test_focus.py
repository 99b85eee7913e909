"""The focus can be seen on every kind of control, in every scheme of colors; ``test_states.py`` goes through every page."""

from __future__ import annotations

from typing import Any

import pytest

from tests.pages.focus import shown_by, stops
from tests.pages.registry import STATES
from tests.pages.window import Window

pytestmark = [
    pytest.mark.long,
    pytest.mark.journey,
    pytest.mark.django_db,
]
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
