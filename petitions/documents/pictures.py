"""Draws a page of a printed paper as a picture."""

from __future__ import annotations

import io
from contextlib import closing
from threading import Lock

import pypdfium2

_POINTS_WIDE = 612
_drawing = Lock()
"""The library draws one page at a time in a process."""


def page_picture(content: bytes, *, number: int, width: int) -> bytes | None:
    """Return page ``number``, from 1, as a gray PNG of that many pixels across; None where there is no such page."""
    with _drawing, closing(pypdfium2.PdfDocument(content)) as opened:
        if not 1 <= number <= len(opened):
            return None
        bitmap = opened[number - 1].render(scale=width / _POINTS_WIDE, grayscale=True)
        stream = io.BytesIO()
        bitmap.to_pil().save(stream, "PNG", optimize=False)
        return stream.getvalue()
