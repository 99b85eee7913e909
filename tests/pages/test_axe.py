"""axe-core finds what is wrong with a page; ``test_states.py`` shows it every page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.pages.axe import violations, violations_of_color
from tests.pages.registry import STATES
from tests.pages.window import Window

pytestmark = [
    pytest.mark.long,
    pytest.mark.journey,
    pytest.mark.django_db,
    pytest.mark.usefixtures("axe"),
]
_PALE = """scheme => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@media (prefers-color-scheme: ${scheme}) { h1 { color: var(--line) !important } }`);
  document.adoptedStyleSheets = [sheet];
}"""
_DARK = re.compile(r"@media[^{]*prefers-color-scheme: dark[^{]*\{((?:[^{}]*\{[^{}]*\})*[^{}]*)\}")
_OF_COLOR = (
    "color",
    "color-scheme",
    "background",
    "background-color",
    "border-color",
    "filter",
    "fill",
    "stroke",
    "accent-color",
)
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


@pytest.mark.parametrize("rule", SPOILS)
def test_axe_finds_what_is_wrong(window: Window, rule: str) -> None:
    question = next(state for state in STATES if state.name == "question-name-on-case")
    window.show(question, language="en")
    window.page.evaluate(SPOILS[rule])
    assert any(line.startswith(f"{rule}:") for line in violations(window.page))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_colors_that_are_wrong_in_one_scheme_alone(window: Window, scheme: str) -> None:
    question = next(state for state in STATES if state.name == "question-name-on-case")
    window.show(question, language="en")
    window.page.evaluate(_PALE, scheme)
    try:
        for one in ("light", "dark"):
            window.page.emulate_media(color_scheme=one)  # type: ignore[arg-type]
            found = violations_of_color(window.page)
            assert any(line.startswith("color-contrast:") for line in found) == (one == scheme)
    finally:
        window.page.emulate_media(color_scheme="light")


@pytest.mark.parametrize("path", sorted(Path("static").rglob("*.css")), ids=lambda path: path.name)
def test_the_dark_scheme_changes_colors_alone_so_that_axe_need_not_ask_the_rest_again(path: Path) -> None:
    for block in _DARK.findall(path.read_text(encoding="utf-8")):
        for rule in re.findall(r"[{;]\s*([\w-]+)\s*:", block):
            assert rule.startswith("--") or rule in _OF_COLOR, (path.name, rule)
