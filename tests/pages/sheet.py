"""Lays pictures of pages out on contact sheets: columns of one width, each picture whole, with its name above."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PIL import Image, ImageDraw, ImageFont

COLUMNS_WIDE = 1680
_TALLEST, _LONGEST = 1500, 1400
_GAP, _LABEL = 16, 22
_GROUND, _INK = "#8b8b8b", "#ffffff"

Named = tuple[str, Image.Image]


def sheets(pictures: Iterable[Named], *, wide: int) -> Iterator[Image.Image]:
    """Yield sheets of all pictures in their order, each picture ``wide`` pixels across, cut where it is very long."""
    columns: list[list[Named]] = [[]]
    for piece in (piece for name, picture in pictures for piece in _pieces(name, picture, wide)):
        if columns[-1] and _height([*columns[-1], piece]) > _TALLEST:
            if (len(columns) + 1) * (wide + _GAP) > COLUMNS_WIDE:
                yield _drawn(columns, wide)
                columns = []
            columns.append([])
        columns[-1].append(piece)
    if columns[-1]:
        yield _drawn(columns, wide)


def _pieces(name: str, picture: Image.Image, wide: int) -> Iterator[Named]:
    tall = max(1, round(picture.height * wide / picture.width))
    small = picture.resize((wide, tall), Image.Resampling.LANCZOS)
    for top in range(0, tall, _LONGEST):
        yield name if top == 0 else f"{name} (goes on)", small.crop((0, top, wide, min(top + _LONGEST, tall)))


def _height(column: list[Named]) -> int:
    return sum(picture.height + _LABEL + _GAP for _name, picture in column)


def _drawn(columns: list[list[Named]], wide: int) -> Image.Image:
    size = (len(columns) * (wide + _GAP) + _GAP, max(map(_height, columns)) + _GAP)
    sheet = Image.new("RGB", size, _GROUND)
    pen = ImageDraw.Draw(sheet)
    for number, column in enumerate(columns):
        left, top = _GAP + number * (wide + _GAP), _GAP
        for name, picture in column:
            pen.text((left, top), name, fill=_INK, font=ImageFont.load_default(14))
            sheet.paste(picture, (left, top + _LABEL))
            top += picture.height + _LABEL + _GAP
    return sheet
