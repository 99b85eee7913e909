"""Two readings of a page by an engine: the second is made by another engine, or at another size."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from statistics import median
from typing import NamedTuple

import cv2
import numpy as np

from petitions.rapsheet.pictures import rapid, tesseract
from petitions.rapsheet.pictures.ink import Numbers, Picture, ink, leveled, runs
from petitions.rapsheet.pictures.rows import rows_of, without_dirt
from petitions.rapsheet.pictures.sights import Sight

_THREADS = 2
_AROUND = 60
"""How far around the text of a page Tesseract looks, in pixels: it reads letters into a table top."""
_LEVEL = 0.04
"""Text on a straightened page slopes less than this."""
_UNUSUAL = 0.4
_AS_AN_EDGE = 0.85
_SMALLER = 0.75
"""The size at which Tesseract reads a page again where it is the only engine."""
_SURE = 0.7


class Seen(NamedTuple):
    """An upright page, its lines by the first reading, and its words by the second (None: there was none)."""

    page: Picture
    rows: tuple[Sight, ...]
    second: tuple[Sight, ...] | None


def by_rapid(page: Picture) -> Seen:
    """Read a straightened page by RapidOCR and, where it is installed, by Tesseract beside it."""
    with ThreadPoolExecutor(_THREADS) as beside:
        found = rapid.find(page, beside=beside)
        second = beside.submit(_by_the_other, found) if tesseract.is_installed() and found.boxes else None
        rows = rows_of(rapid.read(found, beside=beside))
        return Seen(found.page, rows, second.result() if second else None)


def _by_the_other(found: rapid.Found) -> tuple[Sight, ...]:
    corners = np.concatenate(found.boxes)
    return tesseract.see(_only(leveled(found.page), least=corners.min(axis=0), most=corners.max(axis=0)))


def by_tesseract(page: Picture) -> Seen:
    """Read a straightened page by Tesseract at two sizes."""
    flat = _text_of(page)
    first = tesseract.see(flat)
    if _sureness(first) < _SURE:
        turned = tesseract.see(np.ascontiguousarray(flat[::-1, ::-1]))
        if _sureness(turned) > _sureness(first):
            page, flat, first = (
                np.ascontiguousarray(page[::-1, ::-1]),
                np.ascontiguousarray(flat[::-1, ::-1]),
                turned,
            )
    return Seen(page, rows_of(without_dirt(first)), _at_another_size(flat))


def _at_another_size(flat: Picture) -> tuple[Sight, ...]:
    small = cv2.resize(flat, None, fx=_SMALLER, fy=_SMALLER, interpolation=cv2.INTER_AREA)
    return tuple(sight.scaled(1 / _SMALLER) for sight in tesseract.see(np.asarray(small, np.uint8)))


def _sureness(words: tuple[Sight, ...]) -> float:
    return median([word.sure for word in words for _sign in word.text]) if words else 0.0


def _text_of(page: Picture) -> Picture:
    """Return the leveled page, blank but for the part that holds level lines of the usual height."""
    flat = leveled(page)
    level = [
        run for run in runs(ink(flat)) if abs(run.slope) < _LEVEL and run.length < _AS_AN_EDGE * flat.shape[1]
    ]
    usual = median([run.height for run in level]) if level else 0.0
    text = [run for run in level if abs(run.height - usual) < _UNUSUAL * usual]
    if not text:
        return flat
    ends = np.array([[(run.x + side * run.length / 2, run.y) for side in (-1, 1)] for run in text]).reshape(
        -1, 2
    )
    return _only(flat, least=ends.min(axis=0), most=ends.max(axis=0))


def _only(flat: Picture, *, least: Numbers, most: Numbers) -> Picture:
    """Blank all but the part of a page between two corners."""
    (left, top), (right, bottom) = np.maximum(least - _AROUND, 0).astype(int), (most + _AROUND).astype(int)
    kept = np.full_like(flat, 255)
    kept[top:bottom, left:right] = flat[top:bottom, left:right]
    return kept
