"""Cuts out of a sheet what is shown beside the values: lines with those marked that were read, and where they stand in the picture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from petitions.rapsheet.handing.kept_pages import KeptPage
from petitions.rapsheet.pages import Box
from petitions.rapsheet.sheet import Place

_AROUND = 1
"""Lines that are shown before and behind."""
_MARGIN = 0.008
"""Of the picture, around the lines."""
_LEAST_WIDTH = 0.5
"""Of the picture, so that short lines are shown no larger than long ones."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A rectangle in pixels of the picture."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Crop:
    """The part of a page's picture that is shown, and the marks in it."""

    part: Mark
    width: int
    height: int
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class ShownLine:
    """One line. ``is_marked``: a value was read from it."""

    number: int
    text: str
    is_marked: bool
    is_doubtful: bool


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Neighboring lines of one page. ``crop`` None: the picture does not show where they stand."""

    page: int
    lines: tuple[ShownLine, ...]
    crop: Crop | None


def excerpts(
    pages: Sequence[KeptPage], *, lines: Iterable[Place], marked: Iterable[Place]
) -> tuple[Excerpt, ...]:
    """Return what to show of each page, in the order of the sheet."""
    shown = {(one.page, one.line) for one in lines}
    marks = {(one.page, one.line) for one in marked}
    return tuple(
        _excerpt(pages[page - 1], first=first, last=last, marks=marks)
        for page, first, last in _ranges(shown | marks, pages=pages)
    )


def _ranges(shown: set[tuple[int, int]], *, pages: Sequence[KeptPage]) -> Iterator[tuple[int, int, int]]:
    """Yield page, first and last line of each part, neighboring parts as one."""
    parts: list[tuple[int, int, int]] = []
    for page, line in sorted(shown):
        if not 0 < page <= len(pages):
            continue
        first, last = max(1, line - _AROUND), min(len(pages[page - 1].lines), line + _AROUND)
        if parts and parts[-1][0] == page and first <= parts[-1][2] + 1:
            first, last = parts[-1][1], max(last, parts.pop()[2])
        parts.append((page, first, last))
    yield from parts


def _excerpt(page: KeptPage, *, first: int, last: int, marks: set[tuple[int, int]]) -> Excerpt:
    numbered = list(enumerate(page.lines, 1))[first - 1 : last]
    lines = tuple(
        ShownLine(number, line.text.strip(), (page.number, number) in marks, line.doubtful)
        for number, line in numbered
    )
    boxes = [line.box for _, line in numbered if line.box]
    marked = [line.box for number, line in numbered if line.box and (page.number, number) in marks]
    return Excerpt(
        page.number, tuple(one for one in lines if one.text), _crop(page.size, boxes=boxes, marked=marked)
    )


def _crop(size: tuple[int, int] | None, *, boxes: list[Box], marked: list[Box]) -> Crop | None:
    if size is None or not boxes:
        return None
    left = min(max(0.0, min(box[0] for box in boxes) - _MARGIN), 1 - _LEAST_WIDTH)
    around = (
        left,
        max(0.0, min(box[1] for box in boxes) - _MARGIN),
        min(1.0, max(left + _LEAST_WIDTH, max(box[2] for box in boxes) + _MARGIN)),
        min(1.0, max(box[3] for box in boxes) + _MARGIN),
    )
    return Crop(_mark(around, size), *size, tuple(_mark(box, size) for box in marked))


def _mark(box: Box, size: tuple[int, int]) -> Mark:
    left, top, right, bottom = box
    width, height = size
    return Mark(
        round(left * width),
        round(top * height),
        max(1, round((right - left) * width)),
        max(1, round((bottom - top) * height)),
    )
