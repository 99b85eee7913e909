"""Files of sheets, made in memory: PDF files of text or of pictures, and photographs."""

from __future__ import annotations

import io
import zlib
from collections.abc import Mapping, Sequence
from functools import cache

from PIL import Image, ImageDraw, ImageFont

LINES = (
    "RE: QHY.CA0190043.99000015.EXAMPLE-        DATE:20060508 TIME:06:32:53",
    "CII/A99000099",
    "DOB/19660119 SEX/M RAC/WHITE",
    "NAM/01 EXAMPLE,MARIA",
    "    02 EXAMPLE,MARY",
    "",
    "* * * *",
    "COURT:                NAM:01",
    "19840918  CASC SAN FRANCISCO",
    "CNT:01     #1234567",
    "  11357 HS-POSSESS MARIJUANA",
    "*DISPO:CONVICTED",
    "   CONV STATUS:MISDEMEANOR",
    "   SEN: 3 YEARS PROBATION, 30 DAYS JAIL,",
    "        FINE, RESTN",
    "* * * *",
)
LONG_PAGE = (LINES * 5)[:62]
"""As many lines as a page of a sheet has."""
Objects = Mapping[int, bytes]


def pdf_of(objects: Objects, *, trailer: bytes = b"/Root 1 0 R") -> bytes:
    """Return a PDF file of numbered objects, with a table of where each stands."""
    body = bytearray(b"%PDF-1.7\n")
    places: dict[int, int] = {}
    for number, content in objects.items():
        places[number] = len(body)
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(body)
    body += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in places.items():
        body += b"%d 1\n%010d 00000 n \n" % (number, place)
    body += b"trailer\n<</Size %d %s>>\nstartxref\n%d\n%%%%EOF\n" % (
        max(objects, default=0) + 1,
        trailer,
        start,
    )
    return bytes(body)


def stream(content: bytes, *, extra: bytes = b"") -> bytes:
    """Return a stream object."""
    return b"<</Length %d %s>>stream\n%s\nendstream" % (len(content), extra, content)


def pages_tree(pages: Sequence[bytes], *, first: int = 10, others: Objects | None = None) -> dict[int, bytes]:
    """Return the objects of a file whose pages have these entries, and others that they name."""
    numbers = range(first, first + len(pages))
    kids = b" ".join(b"%d 0 R" % number for number in numbers)
    found = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Kids[%s]/Count %d/MediaBox[0 0 612 792]>>" % (kids, len(pages)),
        3: b"<</Type/Font/Subtype/Type1/BaseFont/Courier>>",
    }
    found |= {
        number: b"<</Type/Page/Parent 2 0 R %s>>" % page for number, page in zip(numbers, pages, strict=True)
    }
    return found | dict(others or {})


def one_page(
    content: bytes, *, resources: bytes = b"", page: bytes = b"", others: Objects | None = None
) -> bytes:
    """Return a file of one page with this content."""
    entry = b"/Contents 4 0 R/Resources<</Font<</F 3 0 R>>%s>>%s" % (resources, page)
    return pdf_of(pages_tree([entry], others={4: stream(content), **(others or {})}))


def text_content(lines: Sequence[str]) -> bytes:
    """Return the content of a page that prints lines."""
    shown = b"".join(b"(%s) Tj 0 -12 Td " % _escaped(line) for line in lines)
    return b"BT /F 10 Tf 40 760 Td " + shown + b"ET"


def text_pdf(pages: Sequence[Sequence[str]] = (LINES,), *, page: bytes = b"") -> bytes:
    """Return a PDF file of text, each page compressed as a printer's driver does."""
    first = 10 + len(pages)
    contents = {number: _flate(text_content(lines)) for number, lines in enumerate(pages, start=first)}
    entries = [b"/Contents %d 0 R/Resources<</Font<</F 3 0 R>>>>%s" % (number, page) for number in contents]
    return pdf_of(pages_tree(entries, others=contents))


@cache
def drawn(lines: tuple[str, ...] = LINES, *, wide: int = 850) -> Image.Image:
    """Return a picture of a page."""
    picture = Image.new("RGB", (wide, wide * 11 // 8), "white")
    font = ImageFont.load_default(size=wide / 60)
    ImageDraw.Draw(picture).multiline_text((wide / 15, wide / 15), "\n".join(lines), fill="black", font=font)
    return picture


def saved(picture: Image.Image, kind: str = "JPEG", **settings: object) -> bytes:
    """Return a picture as a file."""
    opened = io.BytesIO()
    picture.save(opened, kind, **settings)
    return opened.getvalue()


def scanned_pdf(pictures: Sequence[Image.Image], *, stamp: str = "") -> bytes:
    """Return a PDF file of pictures of pages, perhaps with a stamp as text."""
    others: dict[int, bytes] = {}
    entries: list[bytes] = []
    for number, picture in enumerate(pictures):
        image, content = 1000 + 2 * number, 1001 + 2 * number
        size = b"/Type/XObject/Subtype/Image/Width %d/Height %d" % picture.size
        others[image] = stream(
            saved(picture), extra=size + b"/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode"
        )
        others[content] = stream(b"q 612 0 0 792 0 0 cm /I Do Q " + text_content([stamp] if stamp else []))
        entries.append(
            b"/Contents %d 0 R/Resources<</Font<</F 3 0 R>>/XObject<</I %d 0 R>>>>" % (content, image)
        )
    return pdf_of(pages_tree(entries, others=others))


def _flate(content: bytes) -> bytes:
    return stream(zlib.compress(content), extra=b"/Filter/FlateDecode")


def _escaped(line: str) -> bytes:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)").encode("latin-1")
