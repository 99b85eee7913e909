"""Goes through a page with the Tab key, and measures by the picture how well each place shows that it has the focus."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass

from PIL import Image
from playwright.sync_api import Page

_MOST = 600
_AROUND = 8
"""So many pixels around a control belong to its picture."""
_LINEAR = [part / 255 / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in range(256)]
_HAS_SETTLED = "() => [null, document.activeElement].includes(document.querySelector('[autofocus]'))"
"""A browser gives the focus to a summary of errors when it draws, which is after the page has loaded."""
_FROM_THE_TOP = """() => {
  const {body} = document;
  body.tabIndex = -1;
  body.focus();
  body.removeAttribute('tabindex');
  scrollTo(0, 0);
}"""
_STOP = """() => {
  const one = document.activeElement;
  if (one === document.body || one === document.documentElement) return null;
  const seen = one.matches('[type=radio], [type=checkbox]') ? one.closest('label') : one;
  const {left, top, width, height} = seen.getBoundingClientRect();
  const middle = document.elementFromPoint(
    Math.min(Math.max(left + width / 2, 0), innerWidth - 1), Math.min(Math.max(top + Math.min(height, innerHeight) / 2, 0), innerHeight - 1));
  return {name: one.outerHTML.slice(0, 100), kind: [seen.tagName, seen.className, one.type || ''].join(' '),
          outline: parseFloat(getComputedStyle(seen).outlineWidth) * (getComputedStyle(seen).outlineStyle !== 'none'),
          isOnTop: !!middle && (seen.contains(middle) || middle.contains(seen)),
          isInSight: top < innerHeight && top + height > 0 && left >= -1 && left + width <= innerWidth + 1,
          box: {x: left, y: top, width, height}};
}"""

_TO_REACH = """() => {
  const controls = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';
  const all = [...document.querySelectorAll(controls)].filter(one => one.checkVisibility());
  const groups = new Set(all.filter(one => one.type === 'radio').map(one => one.name));
  return all.filter(one => one.type !== 'radio').length + groups.size;
}"""


@dataclass(frozen=True)
class Stop:
    """A place where the Tab key stops."""

    name: str
    kind: str
    outline: float
    isOnTop: bool  # noqa: N815 - as the browser names it
    isInSight: bool  # noqa: N815
    box: dict[str, float]


def stops(page: Page) -> Iterator[Stop]:
    """Press Tab from the top of the page to its end."""
    page.wait_for_function(_HAS_SETTLED)
    page.evaluate(_FROM_THE_TOP)
    for _press in range(_MOST):
        page.keyboard.press("Tab")
        found = page.evaluate(_STOP)
        if found is None:
            return
        yield Stop(**found)
    raise AssertionError("the Tab key finds no end")


def shown_by(page: Page, stop: Stop) -> int:
    """Return how many pixels change their brightness 3 to 1 or more with the focus (WCAG 2.4.13)."""
    focused = _picture(page, stop)
    page.evaluate("document.activeElement.blur()")
    return _changed(focused, _picture(page, stop))


def _picture(page: Page, stop: Stop) -> Image.Image:
    view = page.viewport_size or {"width": 0, "height": 0}
    left, top = max(stop.box["x"] - _AROUND, 0), max(stop.box["y"] - _AROUND, 0)
    right = min(stop.box["x"] + stop.box["width"] + _AROUND, view["width"])
    bottom = min(stop.box["y"] + stop.box["height"] + _AROUND, view["height"])
    clip = {"x": left, "y": top, "width": right - left, "height": bottom - top}
    return Image.open(io.BytesIO(page.screenshot(clip=clip)))  # type: ignore[arg-type]


def _changed(one: Image.Image, other: Image.Image) -> int:
    pairs = zip(_brightness(one), _brightness(other), strict=True)
    return sum((max(pair) + 0.05) / (min(pair) + 0.05) >= 3 for pair in pairs)


def _brightness(picture: Image.Image) -> list[float]:
    every = picture.convert("RGB").tobytes()
    pixels = zip(every[0::3], every[1::3], every[2::3], strict=True)
    return [
        0.2126 * _LINEAR[red] + 0.7152 * _LINEAR[green] + 0.0722 * _LINEAR[blue]
        for red, green, blue in pixels
    ]


def to_reach(page: Page) -> int:
    """Return at how many places the Tab key should stop; it stops once at a group of radio buttons."""
    return int(page.evaluate(_TO_REACH))
