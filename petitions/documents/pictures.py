"""Draws a page of a printed paper as a picture."""

from __future__ import annotations

import io
from contextlib import closing

from PIL import Image

from petitions.documents.pdfium import opened_pdf

_POINTS_WIDE = 612
_GRAYS = 16
"""Enough for black letters on white; the picture weighs half of one with 256."""
_NEAREST = [round(shade * (_GRAYS - 1) / 255) for shade in range(256)]
_SHADES = [part for number in range(_GRAYS) for part in [number * 255 // (_GRAYS - 1)] * 3]


def page_picture(content: bytes, *, number: int, width: int) -> bytes | None:
    """Return page ``number``, from 1, as a gray PNG of that many pixels across; None where there is no such page."""
    with opened_pdf(content) as opened:
        if not 1 <= number <= len(opened):
            return None
        with closing(opened[number - 1].render(scale=width / _POINTS_WIDE, grayscale=True)) as bitmap:
            picture = _with_few_grays(bitmap.to_pil())
    stream = io.BytesIO()
    picture.save(stream, "PNG", bits=4)
    return stream.getvalue()


def _with_few_grays(picture: Image.Image) -> Image.Image:
    nearest = picture.point(_NEAREST)
    found = Image.frombytes("P", nearest.size, nearest.tobytes())
    found.putpalette(_SHADES)
    return found
