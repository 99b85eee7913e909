"""Why a picture of a page could not be read: measured on its pixels and on what was read."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from petitions.rapsheet.pages import TextLine
from petitions.rapsheet.pictures.ink import Picture, gray
from petitions.rapsheet.troubles import Trouble

_DARK = 60
"""Paper whose brightness (0 to 255) is below is too dark."""
_FLAT = 25
_DIM = 150
"""So little between ink and dim paper is no better."""
_SMALL = 700
"""The shorter side of a picture of a page in pixels; a page of 80 signs then has fewer than 9 for each."""
_EDGE = 0.004
_CUT_LINES = 3
_MOSTLY, _NEARLY_ALL = 0.5, 0.8
"""Parts of the lines. A picture of which nearly all is in doubt, light and large enough, lacks sharpness somewhere."""
_BLURRED = 100.0


def trouble_of(image: Picture, *, flat: Picture, lines: Sequence[TextLine]) -> Trouble | None:
    """Return what is wrong, if the page was cut off or most of its lines are in doubt; None: nothing was found.

    ``image`` is the picture as it came, ``flat`` the straightened page, leveled and gray.
    """
    if lines and not _is_doubtful(lines, part=_MOSTLY):
        return Trouble.CUT_OFF if _is_cut_off(lines) else None
    if is_too_dark(image):
        return Trouble.TOO_DARK
    if min(image.shape[:2]) < _SMALL:
        return Trouble.TOO_SMALL
    if 0 < sharpness(flat) < _BLURRED or (lines and _is_doubtful(lines, part=_NEARLY_ALL)):
        return Trouble.BLURRED
    return Trouble.CUT_OFF if _is_cut_off(lines) else (None if lines else Trouble.NO_TEXT)


def is_too_dark(image: Picture) -> bool:
    """Say whether the paper is hardly brighter than black, or than the ink."""
    ink, paper = np.percentile(gray(image), (1, 95))
    return bool(paper < _DARK or (paper < _DIM and paper - ink < _FLAT))


def sharpness(flat: Picture) -> float:
    """Return the variance of the Laplacian of a leveled page where it has ink: low where edges are soft, 0 without ink."""
    near_ink = cv2.dilate(np.where(flat < 190, np.uint8(1), np.uint8(0)), np.ones((5, 5), np.uint8)) > 0
    changes = cv2.Laplacian(cv2.GaussianBlur(flat, (3, 3), 0), cv2.CV_64F)[near_ink]
    return float(changes.var()) if changes.size else 0.0


def _is_doubtful(lines: Sequence[TextLine], *, part: float) -> bool:
    return sum(line.doubtful for line in lines) >= part * len(lines)


def _is_cut_off(lines: Sequence[TextLine]) -> bool:
    boxes = [line.box for line in lines if line.box]
    left, right = (sum(box[0] < _EDGE for box in boxes), sum(box[2] > 1 - _EDGE for box in boxes))
    return max(left, right) >= _CUT_LINES
