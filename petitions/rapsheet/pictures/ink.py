"""What is ink on a picture of a page, whatever the light: shadows are leveled, words are found as runs."""

from __future__ import annotations

from typing import Any, NamedTuple, TypeAlias

import cv2
import numpy as np
import numpy.typing as npt

Picture: TypeAlias = npt.NDArray[np.uint8]
"""Pixels: rows, columns and, where it is in color, red, green and blue."""
Numbers: TypeAlias = npt.NDArray[np.floating[Any]]

_BACKGROUND_AT = 400
"""The paper's brightness changes slowly: it is measured on a picture so many pixels wide."""
_DARKEST = 99.5
"""Percent of a page that are less dark than its ink, even where there is little of it."""
_OF_THE_DARKEST = 0.45
_LEAST = (18, 90)
"""Faint print is ink at so little darkness; on a page of good print more is asked."""
_SHORTEST_RUN, _FLATTEST_RUN, _TALLEST_RUN = 40.0, 3.0, 45.0


class Run(NamedTuple):
    """A piece of a line of text: its middle and length in pixels, and its slope (down to the right is positive)."""

    x: float
    y: float
    length: float
    height: float
    slope: float


def gray(image: Picture) -> Picture:
    """Return the brightness of a picture in color."""
    return image if image.ndim == 2 else cv2.cvtColor(image, cv2.COLOR_RGB2GRAY).astype(np.uint8, copy=False)


def leveled(image: Picture) -> Picture:
    """Return the gray picture as if the paper were equally white everywhere: divided by its background."""
    bright = gray(image)
    factor = min(1.0, _BACKGROUND_AT / bright.shape[1])
    small = cv2.resize(bright, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    paper = cv2.medianBlur(cv2.dilate(small, np.ones((7, 7), np.uint8)), 21)
    background = cv2.resize(paper, bright.shape[1::-1], interpolation=cv2.INTER_LINEAR)
    return np.asarray(cv2.divide(bright, np.maximum(background, 1), scale=255), np.uint8)


def ink(flat: Picture) -> Picture:
    """Return where a leveled picture is dark, by the measure of its darkest parts: 255 for ink, 0 for paper."""
    darkness = 255 - cv2.GaussianBlur(flat, (3, 3), 0)
    least = np.clip(_OF_THE_DARKEST * np.percentile(darkness[::2, ::2], _DARKEST), *_LEAST)
    return np.where(darkness > least, np.uint8(255), np.uint8(0))


def runs(mask: Picture) -> tuple[Run, ...]:
    """Return the words and lines of a mask of ink, in which a line of text is some 10 to 30 pixels high."""
    joined = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((3, 17), np.uint8))
    outlines, _tree = cv2.findContours(joined, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    return tuple(run for outline in outlines if (run := _run(np.asarray(outline))) is not None)


def _run(outline: npt.NDArray[np.int32]) -> Run | None:
    (x, y), (width, height), angle = cv2.minAreaRect(outline)
    if width < height:
        width, height, angle = height, width, angle - 90
    angle = (angle + 90) % 180 - 90
    fits = width >= _SHORTEST_RUN and width >= _FLATTEST_RUN * height and 4 <= height <= _TALLEST_RUN
    return Run(x, y, width, height, float(np.tan(np.radians(angle)))) if fits and abs(angle) < 35 else None
