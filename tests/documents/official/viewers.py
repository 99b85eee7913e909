"""What three viewers make of a page: pdfium, poppler and MuPDF; their words in places, and their pictures."""

from __future__ import annotations

import io
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from xml.etree import ElementTree as ET

from PIL import Image

from petitions.documents.official.form import Rectangle
from petitions.documents.pdfium import opened_pdf

_DPI = 144


@dataclass(frozen=True)
class Sign:
    """A word or a letter in its place, in points from the lower left corner."""

    text: str
    place: Rectangle


def pdfium_signs(content: bytes) -> list[Sign]:
    with opened_pdf(content) as opened:
        reader = opened[0].get_textpage()
        found = [
            (reader.get_text_range(number, 1), reader.get_charbox(number))
            for number in range(reader.count_chars())
        ]
    return [Sign(text, Rectangle(*box)) for text, box in found if text.strip()]


def poppler_signs(content: bytes) -> list[Sign]:
    root = ET.fromstring(_run("pdftotext", "-bbox", "-l", "1", "{}", "-", content=content))
    page = next(one for one in root.iter() if one.tag.endswith("page"))
    height = float(page.attrib["height"])
    return [
        Sign(
            word.text or "",
            _flipped(*(float(word.attrib[key]) for key in ("xMin", "yMin", "xMax", "yMax")), height=height),
        )
        for word in page
    ]


def mupdf_signs(content: bytes) -> list[Sign]:
    root = ET.fromstring(_run("mutool", "draw", "-q", "-F", "stext", "{}", "1", content=content))
    page = next(root.iter("page"))
    return list(_letters(page, height=float(page.attrib["height"])))


def _letters(page: ET.Element, *, height: float) -> Iterator[Sign]:
    for letter in page.iter("char"):
        quad = [float(one) for one in letter.attrib["quad"].split()]
        box = _flipped(min(quad[0::2]), min(quad[1::2]), max(quad[0::2]), max(quad[1::2]), height=height)
        if letter.attrib["c"].strip():
            yield Sign(letter.attrib["c"], box)


def _flipped(left: float, top: float, right: float, bottom: float, *, height: float) -> Rectangle:
    return Rectangle(left, height - bottom, right, height - top)


Signs = Callable[[bytes], list[Sign]]
SIGNS: dict[str, Signs] = {"pdfium": pdfium_signs, "poppler": poppler_signs, "mupdf": mupdf_signs}


def text_within(signs: list[Sign], *, room: Rectangle) -> str:
    """Return the text whose middle lies in a place, without spaces; all of it must lie between its sides."""
    found = sorted((one for one in signs if _is_within(one, room)), key=lambda one: one.place.left)
    assert all(one.place.left >= room.left - 0.5 and one.place.right <= room.right + 0.5 for one in found)
    return "".join(one.text for one in found).replace(" ", "")


def _is_within(sign: Sign, room: Rectangle) -> bool:
    across = (sign.place.left + sign.place.right) / 2
    up = (sign.place.bottom + sign.place.top) / 2
    return room.left <= across <= room.right and room.bottom <= up <= room.top


@lru_cache(maxsize=32)
def picture(content: bytes, viewer: str) -> Image.Image:
    """Draw the first page, in grey."""
    if viewer == "pdfium":
        with opened_pdf(content) as opened:
            return opened[0].render(scale=_DPI / 72).to_pil().convert("L")
    command = {
        "poppler": ("pdftoppm", "-r", str(_DPI), "-l", "1", "-png", "{}"),
        "mupdf": ("mutool", "draw", "-q", "-r", str(_DPI), "-F", "png", "-o", "-", "{}", "1"),
    }[viewer]
    return Image.open(io.BytesIO(_run(*command, content=content))).convert("L")


def ink(drawn: Image.Image, *, room: Rectangle, inset: float = 1.5) -> int:
    """Count the dark points inside a place, away from its border."""
    scale, height = _DPI / 72, drawn.height
    box = (
        int((room.left + inset) * scale),
        int(height - (room.top - inset) * scale),
        int((room.right - inset) * scale),
        int(height - (room.bottom + inset) * scale),
    )
    return sum(1 for point in drawn.crop(box).tobytes() if point < 128)


def _run(*command: str, content: bytes) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "form.pdf"
        file.write_bytes(content)
        whole = [part.replace("{}", str(file)) for part in command]
        return subprocess.run(whole, capture_output=True, check=True).stdout
