"""Measures printed sheets: words with their font, size and colour, and ink by the dot; all in points from the top left."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pdfplumber
from PIL import Image, ImageOps

from petitions.documents.pdfium import opened_pdf

INCH = 72.0
LINE = 24.0
_DOTS = 3
_WHITE = 235


@dataclass(frozen=True)
class Sheet:
    """One printed page of a paper; ``number`` counts from 1 within the paper."""

    number: int
    size: tuple[float, float]
    words: tuple[dict[str, Any], ...]
    picture: Image.Image

    @property
    def numbers(self) -> tuple[dict[str, Any], ...]:
        """Return the line numbers at the left margin."""
        return tuple(word for word in self.words if word["x1"] < 95)

    @property
    def body(self) -> tuple[dict[str, Any], ...]:
        """Return what the paper says."""
        return tuple(word for word in self.words if word["x0"] > 95 and word["bottom"] < 745)

    @property
    def foot(self) -> tuple[dict[str, Any], ...]:
        """Return the page number and the title below it."""
        return tuple(word for word in self.words if word["x0"] > 95 and word["bottom"] >= 745)

    def line_of(self, word: dict[str, Any]) -> int:
        """Return the numbered line that a word stands on."""
        return int((word["top"] + word["bottom"]) / 2 - INCH) // 24 + 1

    def on_line(self, number: int) -> str:
        """Return the words on a numbered line."""
        return " ".join(str(word["text"]) for word in self.body if self.line_of(word) == number)

    def ink(
        self, *, left: float, top: float, right: float, bottom: float
    ) -> tuple[float, float, float, float] | None:
        """Return where there is ink inside a box, or None where it is blank."""
        edges = tuple(round(edge * _DOTS) for edge in (left, top, right, bottom))
        dark = ImageOps.invert(self.picture.crop(edges)).point(lambda dot: 255 if dot > 255 - _WHITE else 0)
        found = dark.getbbox()
        if found is None:
            return None
        x0, y0, x1, y1 = (edge / _DOTS for edge in found)
        return left + x0, top + y0, left + x1, top + y1


@lru_cache(maxsize=64)
def sheets(content: bytes) -> tuple[Sheet, ...]:
    """Measure every page of one paper."""
    with pdfplumber.open(io.BytesIO(content)) as opened, opened_pdf(content) as drawn:
        return tuple(
            Sheet(
                number,
                (page.width, page.height),
                _words(page),
                sheet.render(scale=_DOTS).to_pil().convert("L"),
            )
            for number, (page, sheet) in enumerate(zip(opened.pages, drawn, strict=True), start=1)
        )


def _words(page: Any) -> tuple[dict[str, Any], ...]:
    """Read the words; a size is rounded, since a scale of three quarters leaves it short by a hair."""
    words = page.extract_words(extra_attrs=["fontname", "size", "non_stroking_color"])
    return tuple({**word, "size": round(word["size"], 2)} for word in words)
