"""Tells what a page is built of apart from its words: two languages of one page are built of the same parts.

Rules of axe that ask for elements, roles, names' presence and colors have the same answer for the same parts at the
same width; only what words take of the screen can differ.
"""

from __future__ import annotations

from playwright.sync_api import Page

_STRUCTURE = """() => {
  const words = ['lang', 'hreflang', 'href', 'action', 'title', 'content', 'alt', 'placeholder', 'value', 'aria-label',
                 'aria-description', 'aria-valuetext', 'aria-roledescription', 'src', 'srcset', 'formaction'];
  const isDrawn = one => one.closest('svg');
  const told = (one, {name, value}) => words.includes(name) || name.startsWith('data-') || isDrawn(one) ? `${name}${value ? '' : ' empty'}` : `${name}=${value}`;
  const depth = one => { let deep = 0; while (one = one.parentElement) deep++; return deep; };
  const hasWords = one => [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim());
  return [...document.querySelectorAll('*')].map(one =>
    [depth(one), one.tagName, hasWords(one), ...[...one.attributes].map(each => told(one, each)).sort()].join(' ')).join('\\n');
}"""


def structure(page: Page) -> str:
    """Return the parts of a page in their order: depth, name, whether it has words, and the attributes that are no words."""
    return str(page.evaluate(_STRUCTURE))
