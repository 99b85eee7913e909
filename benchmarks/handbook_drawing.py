"""Draws the pictures of the handbooks from the running product, and tells whether one still shows what the site does."""

from __future__ import annotations

import io
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from django.core.management import call_command
from PIL import Image, ImageChops
from playwright.sync_api import Browser

from benchmarks.handbook_table import Picture
from petitions.documents.pdfium import opened_pdf
from tests.pages.registry import STATES
from tests.pages.window import opened

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "docs/pictures"
MOST_BYTES = 60_000
_RECORD = ROOT / "docs/record.json"
_STATES = {state.name: state for state in STATES}
_COLORS = 48
_TALLEST = 900
_DOTS_PER_POINT = 75 / 72
_COARSE = 8
"""Pictures are compared in squares of so many pixels, so that a letter that is drawn a little otherwise counts little."""
_NOTICED = 48
_TOLERATED = 0.015
"""The part of the squares that may differ: names of made-up members and the days of today do."""
_DECODED = "Promise.all([...document.images].map(one => (one.loading = 'eager', one.decode())))"


def drawn(picture: Picture, *, browser: Browser) -> Image.Image:
    """Draw a page as its picture shows it, in the few colors that are stored."""
    with closing(
        browser.new_context(
            viewport={"width": picture.width, "height": _TALLEST}, reduced_motion="reduce", locale="en-US"
        )
    ) as context:
        window = opened(context)
        window.show(_STATES[picture.state], language=picture.language)
        window.page.evaluate(_DECODED)
        top = _top_of(window.page.locator(picture.begins).first.bounding_box()) if picture.begins else 0
        whole = Image.open(io.BytesIO(window.page.screenshot(full_page=True)))
    return _stored(whole.crop((0, top, picture.width, min(top + picture.height, whole.height))))


def drawn_paper() -> Image.Image:
    """Draw the first page of the application that the ``packet`` command makes of docs/record.json."""
    with TemporaryDirectory() as folder:
        made = Path(folder) / "papers"
        call_command("packet", str(_RECORD), output=made, official=False, stdout=io.StringIO())
        content = (made / "case-1/petition.pdf").read_bytes()
    with opened_pdf(content) as paper:
        return _stored(paper[0].render(scale=_DOTS_PER_POINT, grayscale=True).to_pil())


def save(name: str, picture: Image.Image) -> Path:
    """Write a picture, small."""
    file = FOLDER / f"{name}.png"
    picture.save(file, optimize=True)
    return file


def is_stale(stored: Image.Image, *, drawn: Image.Image) -> bool:
    """Say whether a picture shows something else than what is drawn now; a few letters make no difference."""
    if stored.size != drawn.size:
        return True
    coarse = [one.convert("L").reduce(_COARSE) for one in (stored, drawn)]
    found = ImageChops.difference(*coarse).histogram()
    return sum(found[_NOTICED:]) > _TOLERATED * sum(found)


def _top_of(box: object) -> int:
    return int(box["y"]) if isinstance(box, dict) else 0


def _stored(picture: Image.Image) -> Image.Image:
    return picture.convert("RGB").quantize(_COLORS, dither=Image.Dither.NONE)
