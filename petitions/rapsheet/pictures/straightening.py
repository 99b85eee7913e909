"""Lays a photographed page flat: its corners square, its lines level, and no line bent."""

from __future__ import annotations

import cv2
import numpy as np

from petitions.rapsheet.pictures.bends import bend_of
from petitions.rapsheet.pictures.edges import corners
from petitions.rapsheet.pictures.ink import Numbers, Picture, Run, ink, leveled, runs

WIDE = 1700
"""The width of a straightened page in pixels: 200 dots an inch on Letter."""
_LOOKED_AT = 1600
"""The longer side, in pixels, of the picture on which slopes are measured."""
_SHRUNK_FIRST = 1.5
_MARGIN = 0.02
"""What is kept around the corners, as they may be found a little inside of the sheet."""


def straightened(image: Picture) -> Picture:
    """Return the page, ``WIDE`` pixels wide, its lines level; it may still stand on its head."""
    page = _lying(image)
    small, factor = _small(page)
    sheet = corners(small, text=runs(ink(leveled(small))))
    return _unbent(page if sheet is None else _squared(page, sheet / factor))


def _lying(image: Picture) -> Picture:
    """Turn a picture by a quarter if its lines stand."""
    mask = ink(leveled(_small(image)[0]))
    standing = runs(np.ascontiguousarray(np.rot90(mask)))
    return np.ascontiguousarray(np.rot90(image)) if _length(standing) > _length(runs(mask)) else image


def _squared(image: Picture, sheet: Numbers) -> Picture:
    """Undo the perspective of a sheet with these corners."""
    top, right, bottom, left = np.linalg.norm(np.roll(sheet, -1, axis=0) - sheet, axis=1)
    wide, high = float(max(top, bottom)), float(max(left, right))
    edge = np.array([_MARGIN * wide, _MARGIN * high])
    square = np.array([[0, 0], [wide, 0], [wide, high], [0, high]]) + edge
    size = (round(wide * (1 + 2 * _MARGIN)), round(high * (1 + 2 * _MARGIN)))
    change = cv2.getPerspectiveTransform(sheet.astype(np.float32), square.astype(np.float32))
    return np.asarray(
        cv2.warpPerspective(image, change, size, flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    )


def _unbent(page: Picture) -> Picture:
    """Turn and bend a page until its lines are level."""
    small, _factor = _small(page)
    high, wide = page.shape[:2]
    bend = bend_of(runs(ink(leveled(small))), wide=small.shape[1], high=small.shape[0])
    size = bend.size(wide=wide, high=high, to=WIDE)
    across, down = bend.sources(size, wide=wide, high=high)
    if wide > _SHRUNK_FIRST * size[0]:  # what is skipped between two points would be lost
        factor = WIDE / wide
        page = np.asarray(
            cv2.resize(page, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA), np.uint8
        )
        across, down = across * factor, down * factor
    return np.asarray(
        cv2.remap(page, across, down, cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE), np.uint8
    )


def _small(image: Picture) -> tuple[Picture, float]:
    factor = min(1.0, _LOOKED_AT / max(image.shape[:2]))
    return np.asarray(
        cv2.resize(image, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA), np.uint8
    ), factor


def _length(found: tuple[Run, ...]) -> float:
    return sum(run.length for run in found)
