"""axe-core finds nothing on any page state, in both languages, at three widths, light and dark."""

from __future__ import annotations

import pytest

from tests.pages.axe import violations
from tests.pages.registry import STATES
from tests.pages.state import LANGUAGES, State
from tests.pages.window import Window

pytestmark = [pytest.mark.long, pytest.mark.journey, pytest.mark.no_cover, pytest.mark.django_db]
WIDTHS = (320, 390, 1280)


SPOILS = {
    "label": "document.querySelector('main label').remove()",
    "html-has-lang": "document.documentElement.removeAttribute('lang')",
    "color-contrast": "document.querySelector('h1').style.color = 'var(--line)'",
    "target-size": """document.querySelector('.top-links').style.gap = 0;
        for (const one of document.querySelectorAll('.top-links button'))
            one.style.cssText = 'min-height: 0; width: 12px; height: 12px; overflow: hidden'""",
    "page-has-heading-one": "document.querySelector('h1').outerHTML = '<h2>Two</h2>'",
}
"""What would be wrong, and how to bring it about."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("state", STATES, ids=lambda state: state.name)
def test_axe_finds_nothing(window: Window, state: State, language: str) -> None:
    window.show(state, language=language)
    window.unfold()
    found = {}
    for scheme in ("light", "dark"):
        window.page.emulate_media(color_scheme=scheme)
        for width in WIDTHS:
            window.page.set_viewport_size({"width": width, "height": 844})
            found[f"{scheme} at {width}"] = violations(window.page)
    assert {where: wrong for where, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("rule", SPOILS)
def test_axe_finds_what_is_wrong(window: Window, rule: str) -> None:
    question = next(state for state in STATES if state.name == "question-name-on-case")
    window.show(question, language="en")
    window.page.evaluate(SPOILS[rule])
    assert any(line.startswith(f"{rule}:") for line in violations(window.page))
