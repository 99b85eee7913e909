"""Reads printed papers back: their text, their words' places and their structure."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pdfplumber
import pikepdf
import pypdfium2

from petitions.documents.packet import Packets
from petitions.documents.pages import page
from petitions.documents.pdfium import opened_pdf
from petitions.documents.render import render

_FOOT = 50
"""Points below which a page has nothing but its number and title."""


@lru_cache(maxsize=64)
def pdf(packets: Packets, document: str = "petition", *, case: int = 0) -> bytes:
    return render(page(next(one for one in packets.cases[case].papers if one.document == document)))


def text(content: bytes) -> str:
    """Return the words of a file, with one space between them, without the column of line numbers."""
    return _words(content, bottom=0)


def body_text(content: bytes) -> str:
    """Return the same without the foot of each page, so that a text which runs on is in one piece."""
    return _words(content, bottom=_FOOT)


def page_sizes(content: bytes) -> list[tuple[float, float]]:
    """Return width and height of each page, in points."""
    with opened_pdf(content) as opened:
        return [page.get_size() for page in opened]


def _words(content: bytes, *, bottom: float) -> str:
    with opened_pdf(content) as opened:
        pages = [_text(one, bottom=bottom) for one in opened]
    return re.sub(r"\s+", " ", " ".join(pages))


def _text(one: pypdfium2.PdfPage, *, bottom: float) -> str:
    reader = one.get_textpage()
    numbers = str(reader.get_text_bounded(left=50, right=95)).split()
    is_pleading = numbers[:28] == [str(number) for number in range(1, 29)]
    return str(reader.get_text_bounded(left=100 if is_pleading else 0, bottom=bottom))


def pages(content: bytes) -> list[list[dict[str, Any]]]:
    """Return each page's words with their places, in points from the top left."""
    with pdfplumber.open(io.BytesIO(content)) as opened:
        return [one.extract_words() for one in opened.pages]


def page_words(content: bytes, *, number: int) -> list[dict[str, Any]]:
    """Return the same of one page, which is much quicker; 0 is the first one and -1 the last."""
    with pdfplumber.open(io.BytesIO(content)) as opened:
        words: list[dict[str, Any]] = opened.pages[number].extract_words()
    return words


@dataclass(frozen=True)
class Element:
    """One structure element of a tagged file."""

    kind: str
    language: str | None
    scope: str | None
    id: str | None
    headers: tuple[str, ...]


def elements(content: bytes) -> list[Element]:
    """Return the structure elements in reading order."""
    with pikepdf.open(io.BytesIO(content)) as opened:
        return [_element(one) for one in _walk(opened.Root.StructTreeRoot.K)]


def _element(one: Any) -> Element:
    about = one.get("/A", {})
    return Element(
        kind=str(one.S).lstrip("/"),
        language=str(one.Lang) if "/Lang" in one else None,
        scope=str(about.Scope).lstrip("/") if "/Scope" in about else None,
        id=str(one.ID) if "/ID" in one else None,
        headers=tuple(str(header) for header in about.Headers) if "/Headers" in about else (),
    )


def _walk(kids: Any) -> Iterator[Any]:
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from _walk(kid.get("/K", pikepdf.Array()))
