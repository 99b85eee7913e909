"""Tesseract: the library that Debian installs, called in this process, for the jail starts no other."""

from __future__ import annotations

import ctypes
import os
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from statistics import median
from typing import NamedTuple

from petitions.rapsheet.pictures.ink import Picture
from petitions.rapsheet.pictures.sights import Sight

_LIBRARIES = ("libtesseract.so.5", "libtesseract.5.dylib", "libtesseract.so.4")
_ONE_BLOCK = 6
"""One block of text: lines from edge to edge, whatever stands between them."""
_DOTS_AN_INCH = 200
_WORD = "5"


class _Library(NamedTuple):
    functions: ctypes.CDLL
    handle: ctypes.c_void_p


def is_installed() -> bool:
    """Say whether the library and its English are on this computer."""
    return _library() is not None


def get_ready() -> None:
    """Load the library and its English; from then on no file is opened."""
    if not is_installed():
        raise RuntimeError("Tesseract is not installed: bin/setup.sh installs it.")


def see(flat: Picture) -> tuple[Sight, ...]:
    """Return the words on a leveled gray page; nothing where Tesseract is not installed."""
    library = _library()
    return () if library is None else tuple(_words(_table(flat, library)))


def _table(flat: Picture, library: _Library) -> str:
    functions, handle = library
    high, wide = flat.shape
    functions.TessBaseAPISetImage(handle, flat.tobytes(), wide, high, 1, wide)
    functions.TessBaseAPISetSourceResolution(handle, _DOTS_AN_INCH)
    text = functions.TessBaseAPIGetTsvText(handle, 0)
    if not text:
        return ""
    try:
        return ctypes.string_at(text).decode("utf-8", "replace")
    finally:
        functions.TessDeleteText(ctypes.c_void_p(text))
        functions.TessBaseAPIClear(handle)


def _words(table: str) -> Iterator[Sight]:
    """Yield the words of a table with tabs: level, page, block, paragraph, line, word, four edges, confidence, text."""
    cells = (line.split("\t") for line in table.splitlines())
    words = (row for row in cells if row[0] == _WORD and len(row) == 12 and row[11].strip())
    for _line, row in groupby(words, key=lambda row: row[1:5]):
        yield from _apart([_word(cells) for cells in row])


def _word(row: list[str]) -> Sight:
    left, top, wide, high = (float(cell) for cell in row[6:10])
    return Sight(row[11].strip().upper(), left, top, left + wide, top + high, max(0.0, float(row[10]) / 100))


def _apart(words: list[Sight]) -> Iterator[Sight]:
    """Yield the words of a line one behind the other, all as high: Tesseract's own edges of words may overlap."""
    top, bottom = median(word.top for word in words), median(word.bottom for word in words)
    ends = [following.left for following in words[1:]] + [words[-1].right]
    for word, end in zip(words, ends, strict=True):
        yield word._replace(top=top, bottom=bottom, right=max(word.left + 1, min(word.right, end)))


@cache
def _library() -> _Library | None:
    os.environ["OMP_THREAD_LIMIT"] = "1"  # its threads gain little, and a fork would lose them
    for name in _LIBRARIES:
        try:
            functions = ctypes.CDLL(name)
        except OSError:
            continue
        return _started(functions)
    return None


def _started(functions: ctypes.CDLL) -> _Library | None:
    functions.TessBaseAPICreate.restype = ctypes.c_void_p
    functions.TessBaseAPIGetTsvText.restype = ctypes.c_void_p
    handle = ctypes.c_void_p(functions.TessBaseAPICreate())
    if functions.TessBaseAPIInit3(handle, None, b"eng") != 0:
        return None
    functions.TessBaseAPISetVariable(handle, b"debug_file", b"/dev/null")
    functions.TessBaseAPISetPageSegMode(handle, _ONE_BLOCK)
    return _Library(functions, handle)
