"""Looks at two files as a reader does: every letter with its place, and the picture of each page."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image, ImageChops

from petitions.documents.pdfium import opened_pdf

NEAR = 0.5
"""How far apart, in points, one letter may stand in two files."""
DPI = 100
Letter = tuple[int, int, float, float]


def letters(content: bytes) -> list[Letter]:
    """Return page, code and origin (points) of every letter that is not a space, in order."""
    with opened_pdf(content) as opened:
        return [letter for number, page in enumerate(opened) for letter in _of_page(page, number=number)]


def _of_page(page: pypdfium2.PdfPage, *, number: int) -> Iterator[Letter]:
    text = page.get_textpage()
    x, y = ctypes.c_double(), ctypes.c_double()
    for index in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text, index)
        if code > 32 and not pdfium.FPDFText_IsGenerated(text, index):
            pdfium.FPDFText_GetCharOrigin(text, index, x, y)
            yield number, code, x.value, y.value


def farthest(one: bytes, two: bytes) -> float:
    """Return how far any letter moved, in points; AssertionError where the letters are not the same."""
    first, second = letters(one), letters(two)
    assert [letter[:2] for letter in first] == [letter[:2] for letter in second]
    return max(max(abs(a[2] - b[2]), abs(a[3] - b[3])) for a, b in zip(first, second, strict=True))


def pictures(content: bytes) -> list[Image.Image]:
    """Draw the pages in grey at 100 dpi."""
    with opened_pdf(content) as opened:
        return [page.render(scale=DPI / 72, grayscale=True).to_pil() for page in opened]


def difference(one: bytes, two: bytes) -> float:
    """Return the largest part of any page, 0 to 1, in which the pictures of two files differ visibly."""
    first, second = pictures(one), pictures(two)
    assert len(first) == len(second)
    return max(_differing(a, b) for a, b in zip(first, second, strict=True))


def _differing(one: Image.Image, two: Image.Image) -> float:
    seen = ImageChops.difference(one, two).point(lambda shade: 255 if shade > 64 else 0)
    return seen.histogram()[255] / (one.width * one.height)
