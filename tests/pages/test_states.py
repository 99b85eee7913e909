"""Every state of every page, in both languages: drawn by its route, valid, sound for axe, easy to hit, whole at 400 %."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.urls import resolve

from tests.pages.axe import violations, violations_of_color
from tests.pages.checker import Checker
from tests.pages.focus import stops, to_reach
from tests.pages.registry import STATES
from tests.pages.shape import beyond_the_screen, cut_off, space_the_text, too_small
from tests.pages.state import LANGUAGES, Drawn, State
from tests.pages.structure import structure
from tests.pages.window import Window

pytestmark = [
    pytest.mark.long,
    pytest.mark.journey,
    pytest.mark.django_db,
    pytest.mark.usefixtures("axe"),
]
WIDTHS = (320, 390, 1280)
PHONE, DESK, ZOOMED = (320, 844), (1280, 900), (320, 256)
"""1280 by 1024 pixels at 400 % are 320 by 256."""
Faults = Iterator[tuple[str, object]]


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.name)
def test_a_state_is_sound(window: Window, checker: Checker, state: State) -> None:
    """One drawing is asked everything, because drawing takes as long as most of the questions do."""
    found: list[tuple[str, object]] = []
    parts: set[str] = set()
    for language in LANGUAGES:
        drawn = window.show(state, language=language)
        window.unfold()
        found += [
            *_drawn_as_its_name_says(state, drawn, language),
            ("HTML", checker.faults(drawn.response.content)),
            *(_keyboard(window) if language == "es" else ()),
            *_axe(window, parts),
            *_shape(window),
        ]
    assert [(what, wrong) for what, wrong in found if wrong] == []


def _drawn_as_its_name_says(state: State, drawn: Drawn, language: str) -> Faults:
    if state.route:
        route = resolve(drawn.path.partition("?")[0]).view_name
        yield "route", route if route != state.route else ""
    yield "language", f'<html lang="{language}">' not in drawn.html
    yield "headings", drawn.html.count("<h1") != 1
    is_wrong = 'class="error-summary"' in drawn.html
    yield "summary of errors", is_wrong != state.name.startswith(("empty-", "wrong-"))


def _keyboard(window: Window) -> Faults:
    """Whoever goes by keyboard always sees where they are."""
    _size(window, ZOOMED)
    seen = list(stops(window.page))
    yield "focus hard to see", [stop for stop in seen if stop.outline < 3]
    yield "focus hidden", [stop for stop in seen if not (stop.isOnTop and stop.isInSight)]
    yield "not reached by keyboard", to_reach(window.page) - len(seen)
    window.page.evaluate("document.activeElement.blur(), scrollTo(0, 0)")


def _axe(window: Window, parts: set[str]) -> Faults:
    """Of a page that is built as one that was asked before, ask the narrowest: only the room of words is another."""
    built = structure(window.page)
    if built in parts:
        _size(window, (WIDTHS[0], 844))
        yield "axe where words have the least room", violations(window.page)
        return
    parts.add(built)
    for width in WIDTHS:
        _size(window, (width, 844))
        yield f"axe at {width}", violations(window.page)
    window.page.emulate_media(color_scheme="dark")
    for width in WIDTHS:
        _size(window, (width, 844))
        yield f"axe in the dark at {width}", violations_of_color(window.page)
    window.page.emulate_media(color_scheme="light")


def _shape(window: Window) -> Faults:
    for size in (DESK, PHONE, ZOOMED):
        _size(window, size)
        yield f"too small at {size}", too_small(window.page)
        yield f"beyond the screen at {size}", beyond_the_screen(window.page)
        yield f"cut off at {size}", cut_off(window.page)
    space_the_text(window.page)
    yield "beyond the screen, widely set", beyond_the_screen(window.page)
    yield "cut off, widely set", cut_off(window.page)


def _size(window: Window, size: tuple[int, int]) -> None:
    window.page.set_viewport_size({"width": size[0], "height": size[1]})
