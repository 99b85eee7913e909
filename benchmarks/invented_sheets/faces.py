"""Draws the pages of a sheet on letter paper, in the two fixed-pitch faces that are at hand everywhere."""

from __future__ import annotations

import io
from collections.abc import Sequence
from enum import Enum
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import pikepdf
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from benchmarks.invented_sheets.layouts import Layout
from petitions.documents.pdfium import opened_pdf

Picture: TypeAlias = NDArray[np.uint8]
"""Rows, columns, three bytes of color."""

WIDE, HIGH = 612.0, 792.0
_LEFT, _TOP, _FOOT = 52.0, 40.0, 30.0
_FEED = 12.0
"""The most points from line to line: six lines an inch, as printers do."""
_DEJAVU = Path("/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf")
_ADDRESSES = ("http", "file:")


class Face(Enum):
    """Courier is drawn by pdfium, which has its own, as thin as in real prints; DejaVu by Pillow."""

    COURIER = "courier"
    DEJAVU = "dejavu"


def page_pictures(pages: Sequence[Sequence[str]], *, layout: Layout, face: Face, dpi: int) -> list[Picture]:
    """Return each page as a picture, black on white."""
    if face is Face.DEJAVU:
        return [_drawn(page, layout, dpi) for page in pages]
    with opened_pdf(courier_pdf(pages, layout=layout)) as document:
        return [np.asarray(page.render(scale=dpi / 72).to_pil().convert("RGB")) for page in document]


def courier_pdf(pages: Sequence[Sequence[str]], *, layout: Layout) -> bytes:
    """Return the sheet as a PDF with text, as a terminal program or a browser prints it."""
    pdf = pikepdf.new()
    fonts = {"/F1": "/Courier", "/F2": "/Times-Roman"}
    for lines in pages:
        page = pdf.add_blank_page(page_size=(WIDE, HIGH))
        page.obj.Resources = pikepdf.Dictionary(
            Font=pikepdf.Dictionary({name: _font(base) for name, base in fonts.items()})
        )
        page.obj.Contents = pdf.make_stream(_content(lines, layout).encode("ascii"))
    held = io.BytesIO()
    pdf.save(held)
    return held.getvalue()


def browser_pdf(pages: Sequence[Sequence[str]], *, layout: Layout) -> bytes:
    """Return the sheet as WeasyPrint prints it: the face embedded, its signs renumbered."""
    import weasyprint  # noqa: PLC0415  its parts load slowly, and few runs need it

    style = (
        f"@page {{ size: {WIDE}pt {HIGH}pt; margin: {_TOP}pt 20pt {_FOOT}pt {_LEFT}pt }}"
        f"pre {{ font: {layout.size}pt/{_feed(layout)}pt 'DejaVu Sans Mono'; margin: 0; break-after: page }}"
        "pre:last-child { break-after: auto }"
    )
    body = "".join(f"<pre>{escape(chr(10).join(page))}</pre>" for page in pages)
    printed: Any = weasyprint.HTML(string=f"<style>{style}</style>{body}").write_pdf()
    return bytes(printed)


def _font(base: str) -> pikepdf.Dictionary:
    return pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name(base))


def _content(lines: Sequence[str], layout: Layout) -> str:
    feed, said = _feed(layout), []
    for row, line in enumerate(lines):
        if line.lstrip().startswith(_ADDRESSES):
            address, _, day = line.partition("   ")
            said += [_text("/F2", 9, 12, 20, address), _text("/F2", 9, 530, 20, day.strip())]
        elif line.strip():
            said.append(_text("/F1", layout.size, _LEFT, HIGH - _TOP - (row + 1) * feed, line))
    return "\n".join(said)


def _text(font: str, size: float, left: float, bottom: float, text: str) -> str:
    written = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT {font} {size} Tf {left} {bottom:.2f} Td ({written}) Tj ET"


def _feed(layout: Layout) -> float:
    return min(_FEED, (HIGH - _TOP - _FOOT - 8) / layout.lines)


def _drawn(lines: Sequence[str], layout: Layout, dpi: int) -> Picture:
    scale = dpi / 72
    page = Image.new("L", (round(WIDE * scale), round(HIGH * scale)), 255)
    pen = ImageDraw.Draw(page)
    font = _dejavu(round(layout.size * scale))
    for row, line in enumerate(lines):
        pen.text((_LEFT * scale, (_TOP + row * _feed(layout)) * scale), line, font=font, fill=0)
    return np.asarray(page.convert("RGB"))


@lru_cache(maxsize=8)
def _dejavu(pixels: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(_DEJAVU), pixels)
