"""The HTML checker is there and sees what is wrong; ``test_states.py`` shows it every page."""

from __future__ import annotations

import pytest

from tests.pages.checker import Checker

pytestmark = pytest.mark.long
SPOILED = {
    "twice": '<p id="one"></p><p id="one"></p>',
    "nested": "<p><a href='/'>a <a href='/'>b</a></a></p>",
    "nameless": "<img src='/a.png'>",
}


@pytest.mark.parametrize("wrong", SPOILED)
def test_what_is_wrong_is_found(checker: Checker, wrong: str) -> None:
    assert checker.faults(_page(SPOILED[wrong])) != []


def test_a_sound_page_has_no_fault(checker: Checker) -> None:
    assert checker.faults(_page("<p>b</p>")) == []


def _page(content: str) -> bytes:
    return f'<!doctype html><html lang="en"><title>a</title><body><h1>a</h1>{content}</body></html>'.encode()
