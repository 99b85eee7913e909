"""Makes the pages of a sheet from its files in their order: texts as they are, PDFs and pictures by extraction."""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Sequence
from itertools import groupby

from petitions.rapsheet.engines import Engine
from petitions.rapsheet.extract import PageRead, count_pages, read_pages
from petitions.rapsheet.files.kinds import kind_of
from petitions.rapsheet.files.unreadable import Unreadable
from petitions.rapsheet.pages import pages_of

_WINDOWS = "cp1252"
"""What text that is not UTF-8 is written in, on the computers that print sheets."""
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def number_of_pages(file: bytes) -> int:
    """Return how many pages a file has; raise Unreadable for one that is neither text, PDF nor picture."""
    text = text_in(file)
    return count_pages([file]) if text is None else len(pages_of(text))


def pages_in(files: Sequence[bytes], *, engine: Engine) -> Iterator[PageRead]:
    """Yield the pages of all files; raise Unreadable."""
    for is_text, group in groupby(files, key=lambda file: text_in(file) is not None):
        alike = tuple(group)
        yield from _text_pages(alike) if is_text else read_pages(alike, engine=engine)


def text_in(file: bytes) -> str | None:
    """Return the text of a file; None where it holds something else, or nothing."""
    if _is_drawn(file) or not file.strip():
        return None
    if file.startswith(_UTF_16):
        return _decoded(file, "utf-16")
    if b"\0" in file:
        return None
    text = _decoded(file, "utf-8-sig")
    return _decoded(file, _WINDOWS) if text is None else text


def _is_drawn(file: bytes) -> bool:
    try:
        kind_of(file)
    except Unreadable:
        return False
    return True


def _text_pages(files: Sequence[bytes]) -> Iterator[PageRead]:
    for file in files:
        for lines in pages_of(text_in(file) or ""):
            yield PageRead(lines, b"", from_picture=False, trouble=None)


def _decoded(file: bytes, encoding: str) -> str | None:
    try:
        return file.decode(encoding)
    except UnicodeDecodeError:
        return None
