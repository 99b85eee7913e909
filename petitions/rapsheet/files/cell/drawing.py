"""Draws pages of PDF files, and packs pictures for their way out of the jail."""

from __future__ import annotations

import io
from contextlib import closing

import pypdfium2
from PIL import Image

from petitions.rapsheet.files.bounds import DOTS_AN_INCH, READ_WIDE
from petitions.rapsheet.files.unreadable import Unreadable

_POINTS_AN_INCH = 72
_TALLEST = 2.5
"""A page is drawn at most so many times as tall as wide pages are, whatever its file says."""
_SHOWN_QUALITY = 60
_READ_QUALITY = 95
"""An engine reads such a picture as it would the pixels, at a twentieth of their weight."""


def drawn_to_show(page: pypdfium2.PdfPage, *, wide: int) -> bytes:
    """Return a gray JPEG of a page, at most so many pixels across."""
    width, height = _size(page)
    scale = min(wide / width, wide * _TALLEST / height)
    with closing(page.render(scale=scale, grayscale=True)) as bitmap:
        return packed(bitmap.to_pil(), quality=_SHOWN_QUALITY)


def drawn_to_read(page: pypdfium2.PdfPage) -> Image.Image:
    """Return a page as pixels in color, at 200 dots an inch or as many as fit."""
    width, height = _size(page)
    scale = min(DOTS_AN_INCH / _POINTS_AN_INCH, READ_WIDE / width, READ_WIDE * _TALLEST / height)
    with closing(page.render(scale=scale, rev_byteorder=True)) as bitmap:
        drawn: Image.Image = bitmap.to_pil()
        return drawn.convert("RGB")


def to_read(picture: Image.Image) -> bytes:
    """Return a picture as an engine gets it."""
    return packed(picture, quality=_READ_QUALITY, subsampling=0)


def to_show(picture: Image.Image, *, wide: int) -> bytes:
    """Return a picture as a person sees it beside its lines."""
    shown = picture
    if picture.width > wide:
        shown = picture.resize((wide, max(1, round(picture.height * wide / picture.width))), reducing_gap=2)
    return packed(shown, quality=_SHOWN_QUALITY)


def packed(picture: Image.Image, *, quality: int, subsampling: int = 2) -> bytes:
    """Return a picture as JPEG."""
    stream = io.BytesIO()
    picture.save(stream, "JPEG", quality=quality, subsampling=subsampling)
    return stream.getvalue()


def _size(page: pypdfium2.PdfPage) -> tuple[float, float]:
    width, height = page.get_size()
    if not (0 < width < 1e6 and 0 < height < 1e6):
        raise Unreadable("broken")
    return width, height
