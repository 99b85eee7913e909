"""The four corners of a sheet of paper on a photograph."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

import cv2
import numpy as np

from petitions.rapsheet.pictures.ink import Numbers, Picture, Run, gray

_LOOKED_AT = 700
"""The longer side, in pixels, of the picture on which the sheet is looked for."""
_SMALLEST = 0.2
_LARGEST = 0.97
"""Parts of the picture that a sheet may fill; one that fills more needs no corners."""
_FILLED = 0.9
"""How well the four sides must fit what was found, so that a hand or a shadow is no sheet."""
_ASKEW = 0.12
_AS_AN_EDGE = 0.6
_INSIDE = 0.85
"""How much of the text must lie on the sheet: else it was not the sheet that was found."""


def corners(image: Picture, *, text: tuple[Run, ...] = ()) -> Numbers | None:
    """Return top left, top right, bottom right and bottom left in pixels; None where the sheet has no clear edges.

    ``text``: the runs of text on the same picture; all but a few must lie on the sheet.
    """
    factor = min(1.0, _LOOKED_AT / max(image.shape[:2]))
    small = cv2.resize(image, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA).astype(
        np.uint8, copy=False
    )
    likely = _likely_text(text, wide=image.shape[1])
    found = [pair for mask in _masks(small) for pair in _quads(mask)]
    fitting = [(fit, quad / factor) for fit, quad in found if _holds(quad / factor, likely)]
    return max(fitting, key=lambda pair: pair[0])[1] if fitting else None


def _masks(small: Picture) -> Iterator[Picture]:
    """Yield what may be paper: what is bright, what has little color, and what edges enclose."""
    bright = cv2.GaussianBlur(gray(small), (7, 7), 0)
    yield _filled(cv2.threshold(bright, 0, 255, cv2.THRESH_BINARY | cv2.THRESH_OTSU)[1])
    for least in (60, 90, 120):
        yield _filled(np.where(bright > least, np.uint8(255), np.uint8(0)))
    color = cv2.GaussianBlur(cv2.cvtColor(small, cv2.COLOR_RGB2HSV)[..., 1], (7, 7), 0)
    yield _filled(cv2.threshold(color, 0, 255, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)[1])
    outline = cv2.dilate(cv2.Canny(bright, 20, 60), np.ones((5, 5), np.uint8))
    yield np.asarray(outline, np.uint8)


def _filled(mask: object) -> Picture:
    return np.asarray(
        cv2.morphologyEx(np.asarray(mask, np.uint8), cv2.MORPH_CLOSE, np.ones((9, 9), np.uint8)), np.uint8
    )


def _quads(mask: Picture) -> Iterator[tuple[float, Numbers]]:
    outlines, _tree = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    whole = float(mask.shape[0] * mask.shape[1])
    for outline in sorted(outlines, key=cv2.contourArea, reverse=True)[:2]:
        hull = cv2.convexHull(outline)
        quad = _four_sided(np.asarray(hull, np.float32))
        if quad is not None and _SMALLEST * whole <= cv2.contourArea(quad) <= _LARGEST * whole:
            fit = cv2.contourArea(hull) / max(cv2.contourArea(quad), 1.0)
            filled = cv2.contourArea(outline) / cv2.contourArea(quad)
            if min(fit, 1 / fit) >= _FILLED and filled >= _FILLED - 0.1 and _is_like_paper(quad):
                yield min(fit, 1 / fit) * min(filled, 1.0), quad


def _four_sided(hull: Numbers) -> Numbers | None:
    around = cv2.arcLength(hull, closed=True)
    for part in np.arange(0.01, 0.09, 0.005):
        points = cv2.approxPolyDP(hull, part * around, closed=True)
        if len(points) == 4:
            return _in_order(np.asarray(points, np.float32).reshape(4, 2))
        if len(points) < 4:
            return None
    return None


def _in_order(points: Numbers) -> Numbers:
    """Sort corners clockwise from the top left."""
    middle = points.mean(axis=0)
    around = points[np.argsort(np.arctan2(*(points - middle).T[::-1]))]
    return np.roll(around, -int(np.argmin(around.sum(axis=1))), axis=0)


def _is_like_paper(quad: Numbers) -> bool:
    """Say whether the corners are nearly right angles, and opposite sides nearly as long as each other."""
    sides = np.roll(quad, -1, axis=0) - quad
    lengths = np.linalg.norm(sides, axis=1)
    units = sides / np.maximum(lengths, 1e-6)[:, None]
    turns = np.abs(np.sum(units * np.roll(units, -1, axis=0), axis=1))
    opposite = np.maximum(lengths[:2], lengths[2:]) / np.maximum(np.minimum(lengths[:2], lengths[2:]), 1e-6)
    return bool(turns.max() < 0.5 and opposite.max() < 1.8)


def _holds(quad: Numbers, text: tuple[Run, ...]) -> bool:
    inside = sum(
        run.length for run in text if cv2.pointPolygonTest(quad, (run.x, run.y), measureDist=False) >= 0
    )
    return inside >= _INSIDE * sum(run.length for run in text)


def _likely_text(text: tuple[Run, ...], *, wide: int) -> tuple[Run, ...]:
    """Leave out what lies askew or is as long as the edge of a sheet: the table top, a fold, the edge itself."""
    usual = median(run.slope for run in text) if text else 0.0
    return tuple(run for run in text if abs(run.slope - usual) < _ASKEW and run.length < _AS_AN_EDGE * wide)
