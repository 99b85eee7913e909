"""Pages drawn for tests: lines of an invented sheet as a picture, and what light and a hand do to it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from petitions.rapsheet.pictures.ink import Picture

_FONT = Path("/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf")
PAGE = (
    "CII/A98765432",
    "DOB/19570119 SEX/M RAC/WHITE",
    "NAM/01 SAMPLE,PAT LEE",
    "    02 SAMPLE,PATRICIA",
    "* * * *",
    "ARR/DET/CITE:         NAM:02 DOB:19550505",
    "19840725  CASO LOS ANGELES",
    "CNT:01     #1111112",
    "  11357 HS-POSSESS MARIJUANA",
    "   COM: WARRANT NBR A-400000 BOTH CNTS",
    "- - - -",
    "COURT:                NAM:01",
    "19840918  CASC SAN FRANCISCO",
    "CNT:01     #1234567",
    "  11359(A) HS-POSSESS MARIJUANA FOR SALE",
    "*DISPO:CONVICTED",
    "   CONV STATUS:FELONY",
    "   SEN: 3 YEARS PROBATION, 30 DAYS JAIL,",
    "        FINE, RESTN",
    "20010101",
    "  DISPO:CONV SET ASIDE & DISM PER 1203.4 PC",
    "* * * *",
)


def drawn(lines: Sequence[str] = PAGE, *, wide: int = 1700, high: int = 2200, size: int = 28) -> Picture:
    """Return lines as black print on white paper."""
    page = Image.new("RGB", (wide, high), "white")
    pen, font = ImageDraw.Draw(page), ImageFont.truetype(str(_FONT), size)
    for number, line in enumerate(lines):
        pen.text((wide // 9, high // 14 + number * size * 3 // 2), line, fill="black", font=font)
    return np.asarray(page)


def photographed(page: Picture, *, corners: Sequence[tuple[float, float]], wide: int, high: int) -> Picture:
    """Return a page on a dark table, its corners (top left, then clockwise) at these places."""
    table = np.full((high, wide, 3), (70, 55, 40), np.uint8)
    edges = np.array([(0, 0), (page.shape[1], 0), page.shape[1::-1], (0, page.shape[0])], np.float32)
    change = cv2.getPerspectiveTransform(edges, np.array(corners, np.float32))
    cv2.warpPerspective(
        page, change, (wide, high), dst=table, flags=cv2.INTER_AREA, borderMode=cv2.BORDER_TRANSPARENT
    )
    return table


def shaded(page: Picture, *, darkest: float) -> Picture:
    """Return a page over which a shadow falls from left to right."""
    light = np.linspace(1, darkest, page.shape[1])[None, :, None]
    return (page * light).astype(np.uint8)
