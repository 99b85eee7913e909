"""Draws a page of a printed paper as a picture."""

from __future__ import annotations

import io
from contextlib import closing

from petitions.documents.pdfium import opened_pdf

_POINTS_WIDE = 612


def page_picture(content: bytes, *, number: int, width: int) -> bytes | None:
    """Return page ``number``, from 1, as a gray PNG of that many pixels across; None where there is no such page."""
    with opened_pdf(content) as opened:
        if not 1 <= number <= len(opened):
            return None
        with closing(opened[number - 1].render(scale=width / _POINTS_WIDE, grayscale=True)) as bitmap:
            picture = bitmap.to_pil().copy()
    stream = io.BytesIO()
    picture.save(stream, "PNG", optimize=False)
    return stream.getvalue()
