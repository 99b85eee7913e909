"""Asks axe-core what is wrong with a page for people with a disability (WCAG 2.2 AA, and its best practices)."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from playwright.sync_api import BrowserContext, Page

SOURCE = Path(settings.BASE_DIR) / "var/browser_tools/node_modules/axe-core/axe.min.js"
_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
_COLORS = ["color-contrast", "link-in-text-block"]
"""The rules whose answer a scheme of colors can change."""
_ASK = """async only => {
  const found = await axe.run(document, {
    runOnly: only, resultTypes: ['violations'],
    rules: only.type === 'tag' ? {'target-size': {enabled: true}} : {},
  });
  return found.violations.flatMap(one => one.nodes.map(node => `${one.id}: ${node.html.slice(0, 160)}`));
}"""


def bring(context: BrowserContext) -> None:
    """Have axe in every page that is opened from now on, to ask it there."""
    context.add_init_script(SOURCE.read_text(encoding="utf-8"))


def violations(page: Page) -> list[str]:
    """Return what is wrong, one line for each rule and element."""
    return _asked(page, {"type": "tag", "values": _TAGS})


def violations_of_color(page: Page) -> list[str]:
    """Return what is wrong with the colors alone, which is all that another scheme can change."""
    return _asked(page, {"type": "rule", "values": _COLORS})


def _asked(page: Page, only: dict[str, object]) -> list[str]:
    return list(page.evaluate(_ASK, only))
