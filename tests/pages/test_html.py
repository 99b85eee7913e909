"""The HTML of every page state is valid, in both languages, without an error or a warning."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pages.checker import faults
from tests.pages.registry import STATES
from tests.pages.state import LANGUAGES, draw

pytestmark = [pytest.mark.long, pytest.mark.no_cover, pytest.mark.django_db]
SPOILED = {
    "twice": '<p id="one"></p><p id="one"></p>',
    "nested": "<p><a href='/'>a <a href='/'>b</a></a></p>",
    "nameless": "<img src='/a.png'>",
}


def test_every_state_is_valid_html(tmp_path: Path) -> None:
    for state in STATES:
        for language in LANGUAGES:
            page = draw(state, language=language).html
            (tmp_path / f"{state.name}.{language}.html").write_text(page, encoding="utf-8")
    assert len(list(tmp_path.iterdir())) == len(STATES) * len(LANGUAGES)
    assert faults(tmp_path) == {}


def test_what_is_wrong_is_found(tmp_path: Path) -> None:
    for name, wrong in SPOILED.items():
        page = f'<!doctype html><html lang="en"><title>a</title><body><h1>a</h1>{wrong}</body></html>'
        (tmp_path / f"{name}.html").write_text(page, encoding="utf-8")
    assert faults(tmp_path).keys() == {f"{name}.html" for name in SPOILED}
