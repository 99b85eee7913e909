"""Measures a page in the browser: targets too small, parts beyond the screen, text that is cut off."""

from __future__ import annotations

from playwright.sync_api import Page

SMALLEST = 44
"""In CSS pixels, each way."""
_CONTROLS = "a[href], button, input:not([type=hidden]), select, textarea, summary"
_TOO_SMALL = """([controls, smallest]) => {
  const isShown = one => one.checkVisibility() && !one.closest('.skip');
  const target = one => one.matches('[type=radio], [type=checkbox]') ? one.closest('label') : one;
  const block = one => { while (getComputedStyle(one).display === 'inline') one = one.parentElement; return one; };
  const words = one => one.innerText.replace(/[\\s.,;:]+/g, '');
  const isInSentence = one => getComputedStyle(one).display === 'inline' && words(block(one)) !== words(one);
  return [...document.querySelectorAll(controls)].filter(isShown).map(target)
    .filter(one => !(one.tagName === 'A' && isInSentence(one)))
    .filter(one => { const {width, height} = one.getBoundingClientRect();
                     return width < smallest - 0.5 || height < smallest - 0.5; })
    .map(one => `${one.outerHTML.slice(0, 90)} ${JSON.stringify(one.getBoundingClientRect())}`);
}"""
_BEYOND = """() => {
  const wide = document.documentElement.clientWidth, root = document.documentElement;
  const isSpoken = one => one.closest('.visually-hidden, .sheet-spoken, .skip, svg image, .table-wrap > *');  // a drawing shows a part of its picture; a wide table scrolls in its own box
  const beyond = [...document.querySelectorAll('body *')].filter(one => !isSpoken(one)).filter(one => {
    const {left, right, width} = one.getBoundingClientRect();
    return width > 0 && (right > wide + 0.5 || left < -0.5);
  });
  return beyond.map(one => one.outerHTML.slice(0, 120)).concat(root.scrollWidth > wide ? ['the page scrolls'] : []);
}"""
_CUT = """() => [...document.querySelectorAll('body *')].filter(one => {
  const isSpokenOnly = getComputedStyle(one).clipPath === 'inset(50%)';  // hidden at this width alone
  if (isSpokenOnly || one.closest('.visually-hidden, .sheet-spoken, .skip, svg') || one.matches('input, select, textarea, .table-wrap')) return false;
  const {overflowX, overflowY, display} = getComputedStyle(one);
  if (display === 'inline' || !one.checkVisibility()) return false;
  const holds = one.matches('button, a, summary, label') || overflowX !== 'visible' || overflowY !== 'visible';
  return holds && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1);
}).map(one => one.outerHTML.slice(0, 120))"""
_SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
                     p { margin-bottom: 2em !important }`);
  document.adoptedStyleSheets = [sheet];
}"""


def too_small(page: Page) -> list[str]:
    """Return the controls that are hard to hit; links inside a sentence are as high as their line."""
    return list(page.evaluate(_TOO_SMALL, [_CONTROLS, SMALLEST]))


def beyond_the_screen(page: Page) -> list[str]:
    """Return what lies to the side of the screen."""
    return list(page.evaluate(_BEYOND))


def cut_off(page: Page) -> list[str]:
    """Return what is larger than the box that holds it."""
    return list(page.evaluate(_CUT))


def space_the_text(page: Page) -> None:
    """Set text as widely as a reader may (WCAG 1.4.12)."""
    page.evaluate(_SPACED)
