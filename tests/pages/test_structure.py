"""What a page is built of is the same in both languages, and another as soon as anything but its words is."""

from __future__ import annotations

import pytest

from tests.pages.registry import STATES
from tests.pages.structure import structure
from tests.pages.window import Window

pytestmark = [
    pytest.mark.long,
    pytest.mark.journey,
    pytest.mark.django_db,
]
QUESTION = next(state for state in STATES if state.name == "question-name-on-case")
CHANGES = {
    "a class": "document.querySelector('h1').className = 'small'",
    "a color": "document.querySelector('h1').style.color = 'red'",
    "a role": "document.querySelector('h1').setAttribute('role', 'note')",
    "a label without words": "document.querySelector('main label').textContent = ''",
    "an empty name": "document.querySelector('a').setAttribute('aria-label', '')",
    "a label of another field": "document.querySelector('main label').htmlFor = 'other'",
    "an element more": "document.querySelector('main').append(document.createElement('p'))",
    "an element elsewhere": "document.body.append(document.querySelector('h1'))",
}


def test_both_languages_are_built_of_the_same_parts(window: Window) -> None:
    window.show(QUESTION, language="en")
    english = structure(window.page)
    window.show(QUESTION, language="es")
    assert structure(window.page) == english


@pytest.mark.parametrize("change", CHANGES)
def test_anything_but_words_is_another_structure(window: Window, change: str) -> None:
    window.show(QUESTION, language="en")
    before = structure(window.page)
    window.page.evaluate(CHANGES[change])
    assert structure(window.page) != before
