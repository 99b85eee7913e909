"""Reads a tagged file as a screen reader does: pieces of text in reading order, each with its place on the page."""

from __future__ import annotations

import ctypes
import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

from petitions.documents.pdfium import opened_pdf

_HYPHEN_AT_A_LINES_END = "\x02"
"""What the reader gives for a hyphen that ends a line, in case the word should be joined."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One run of text in one structure element; places in points from the top left of its page."""

    element: int
    kinds: tuple[str, ...]
    language: str
    page: int
    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def kind(self) -> str:
        """Return the role of the block that the run stands in."""
        return next(kind for kind in reversed(self.kinds) if kind not in ("Span", "NonStruct"))


@lru_cache(maxsize=32)
def pieces(content: bytes) -> tuple[Piece, ...]:
    """Return the text of a file in the order of its structure."""
    with opened_pdf(content) as opened:
        runs = [_runs(page) for page in opened]
    with pikepdf.open(io.BytesIO(content)) as file:
        numbers = {page.objgen: number for number, page in enumerate(file.pages)}
        found = _walk(file.Root.StructTreeRoot.K, kinds=(), language=str(file.Root.Lang), block=[0])
        return tuple(
            Piece(block, kinds, language, numbers[page.objgen], *run)
            for block, kinds, language, page, mark in found
            for run in runs[numbers[page.objgen]].get(mark, ())
        )


def blocks(found: tuple[Piece, ...]) -> Iterator[tuple[Piece, ...]]:
    """Gather the runs of each block, as a paragraph or a heading."""
    by_block: dict[int, list[Piece]] = {}
    for piece in found:
        by_block.setdefault(piece.element, []).append(piece)
    return (tuple(runs) for runs in by_block.values())


def _walk(kids: Any, *, kinds: tuple[str, ...], language: str, block: list[int]) -> Iterator[Any]:
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        kind = str(kid.S).lstrip("/")
        if kind not in ("Span", "NonStruct"):
            block[0] += 1
        inner, spoken = (*kinds, kind), str(kid.get("/Lang", language))
        number = block[0]
        for below in kid.get("/K", pikepdf.Array()):
            if isinstance(below, int):
                yield number, inner, spoken, kid.Pg, below
            else:
                yield from _walk(below, kinds=inner, language=spoken, block=block)


def _runs(page: pypdfium2.PdfPage) -> dict[int, list[tuple[str, float, float, float, float]]]:
    reader, height = page.get_textpage(), page.get_height()
    runs: dict[int, list[tuple[str, float, float, float, float]]] = {}
    for entry in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_TEXT,)):
        mark = pdfium.FPDFPageObj_GetMarkedContentID(entry.raw)
        if mark >= 0:
            left, bottom, right, top = entry.get_bounds()
            runs.setdefault(mark, []).append(
                (_text(entry, reader), left, height - top, right, height - bottom)
            )
    return runs


def _text(entry: Any, reader: Any) -> str:
    size = pdfium.FPDFTextObj_GetText(entry.raw, reader.raw, None, 0)
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDFTextObj_GetText(
        entry.raw, reader.raw, ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)), size
    )
    return buffer.raw.decode("utf-16-le").rstrip("\0").replace(_HYPHEN_AT_A_LINES_END, "-")


def out_of_order(found: tuple[Piece, ...]) -> Iterator[Piece]:
    """Give what is read too late: beside or below it, and not wholly to the left, something was read before."""
    for at, piece in enumerate(found):
        middle = (piece.top + piece.bottom) / 2
        before = (one for one in found[:at] if one.page == piece.page and one.text.strip())
        if piece.text.strip() and any(
            one.bottom > middle and one.top > piece.top - 6 and one.right > piece.left + 2 for one in before
        ):
            yield piece
