"""Reads the picture of one page into lines, each with its place and whether it is in doubt."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import cv2

from petitions.rapsheet.engines import Engine
from petitions.rapsheet.pages import TextLine
from petitions.rapsheet.pictures import rapid, tesseract
from petitions.rapsheet.pictures.agreement import Compared, compared
from petitions.rapsheet.pictures.clarity import trouble_of
from petitions.rapsheet.pictures.ink import Picture, ink, leveled
from petitions.rapsheet.pictures.readings import Seen, by_rapid, by_tesseract
from petitions.rapsheet.pictures.separators import separators
from petitions.rapsheet.pictures.sights import Sight
from petitions.rapsheet.pictures.straightening import straightened
from petitions.rapsheet.troubles import Trouble

_UNSURE = 0.35
"""A line whose least sure sign is below is doubtful, though both readings agree."""
_UNSURE_ALONE = 0.95
"""The same where no second reading could be made."""


class PictureReading(NamedTuple):
    """The lines of a page, what was wrong with it, and the straightened page to show (red, green, blue)."""

    lines: tuple[TextLine, ...]
    trouble: Trouble | None
    upright: Picture


def get_ready(engine: Engine) -> None:
    """Load what an engine needs, before the doors close: its models, and Tesseract where it is installed."""
    cv2.setNumThreads(1)  # a fork would lose the others
    if engine is Engine.RAPID:
        rapid.get_ready()
        tesseract.is_installed()
    if engine is Engine.TESSERACT:
        tesseract.get_ready()


def read_picture(image: Picture, *, engine: Engine) -> PictureReading:
    """Read a picture (rows, columns, three bytes of color) of one page. Engine.NONE only straightens it."""
    page = straightened(image)
    if engine is Engine.NONE:
        return PictureReading((), None, page)
    seen = by_rapid(page) if engine is Engine.RAPID else by_tesseract(page)
    flat = leveled(seen.page)
    lines = _lines(seen, flat=flat)
    return PictureReading(lines, trouble_of(image, flat=flat, lines=lines), seen.page)


def _lines(seen: Seen, *, flat: Picture) -> tuple[TextLine, ...]:
    marks = separators(ink(flat), rows=seen.rows)
    rows = [row for row in seen.rows if not _is_one_of(marks, row)]
    if seen.second is None:
        found = tuple(Compared(row, row.sure >= _UNSURE_ALONE) for row in rows)
    else:
        found = compared(rows, second=[word for word in seen.second if not _is_one_of(marks, word)])
    lines = [*found, *(Compared(mark, agreed=True) for mark in marks)]
    lines.sort(key=lambda line: line.sight.middle)
    return tuple(_text_line(line, page=flat) for line in lines)


def _text_line(line: Compared, *, page: Picture) -> TextLine:
    high, wide = page.shape[:2]
    sight = line.sight
    box = (sight.left / wide, sight.top / high, sight.right / wide, sight.bottom / high)
    return TextLine(
        sight.text, not line.agreed or sight.sure < _UNSURE, tuple(min(1.0, max(0.0, side)) for side in box)
    )


def _is_one_of(marks: Sequence[Sight], sight: Sight) -> bool:
    return any(abs(mark.middle - sight.middle) < max(mark.height, sight.height) / 2 for mark in marks)
