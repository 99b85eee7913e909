"""Lays out the pictures: where each bar and each word stands; the template only draws them. Pure but for words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext

from petitions.documents.figures.figure import Figure, Line, Text

LEFT, WIDE, ROW, TOP = 210, 300, 26, 8
_STUB = 24
"""How long the bar of a hidden number is drawn: the same for each."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One row of a picture. ``width`` None: a heading. ``mark``: where the middle of a span is."""

    y: int
    label: str
    told: str = ""
    x: int = LEFT
    width: int | None = None
    is_hidden: bool = False
    mark: int | None = None

    @property
    def base(self) -> int:
        """Return the line on which the words stand."""
        return self.y + 16

    @property
    def told_at(self) -> int:
        """Return where the number stands."""
        return self.x + (self.width or 0) + 6


@dataclass(frozen=True, slots=True)
class Chart:
    """One picture, laid out, and the rows of its table."""

    key: str
    title: Text
    heads: tuple[str, ...]
    bars: tuple[Bar, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def height(self) -> int:
        """Return the height of the picture."""
        return TOP * 2 + ROW * max(len(self.bars), 1)

    @property
    def desc(self) -> str:
        """Say what the picture shows, for whoever does not see it."""
        return "; ".join(f"{one.label}: {one.told}" if one.told else one.label for one in self.bars)


def hidden_word() -> str:
    """Say that a number is not shown."""
    return gettext("hidden")


def chart_of(figure: Figure) -> Chart:
    """Lay out bars, one for each number."""
    named = any(line.name for line in figure.lines)
    heads = (str(figure.named) or gettext("Outcome"),) if named else ()
    return Chart(
        key=figure.key,
        title=figure.title,
        heads=(*heads, str(figure.about), gettext("Number")),
        bars=tuple(_bars(figure)),
        rows=tuple((*((line.name,) if named else ()), *row) for line in figure.lines for row in _rows(line)),
    )


def _rows(line: Line) -> Iterator[tuple[str, str]]:
    if line.cells is None:
        yield gettext("Too few to show"), hidden_word()
        return
    for cell in line.cells:
        yield cell.label, hidden_word() if cell.number is None else str(cell.number)


def _bars(figure: Figure) -> Iterator[Bar]:
    numbers = [cell.number or 0 for line in figure.lines for cell in line.cells or ()]
    most, y = max(numbers, default=0) or 1, TOP
    for line in figure.lines:
        if line.name:
            yield Bar(y, line.name)
            y += ROW
        for label, told in _rows(line):
            number = int(told) if told.isdigit() else None
            width = _STUB if number is None else round(number / most * WIDE)
            yield Bar(y, label, told, width=width, is_hidden=number is None)
            y += ROW
