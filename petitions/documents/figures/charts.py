"""Lays out the pictures: where each bar and each word stands; the template only draws them. Pure but for words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from textwrap import wrap

from django.utils.translation import gettext

from petitions.documents.figures.figure import Figure, Line, Text

WIDTH, TOP = 360, 8
"""Narrow, so that it can be read on a phone."""
_FOR_NUMBER = 64
_LETTER = 7
_MOST_BESIDE = 20
"""Letters of the longest label that stands beside its bar; longer ones stand above theirs."""
_HEADING, _LEAD = 26, 17
"""How much room a heading of one line takes, and each further line of it."""
_MOST_IN_LINE = 44
"""Letters of a heading that have room in one line."""
_STUB = 24
"""How long the bar of a hidden number is drawn: the same for each."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the bars of one picture begin, how long the longest is, and how far apart they stand."""

    left: int
    wide: int
    row: int
    is_stacked: bool


def layout_for(labels: Iterable[str]) -> Layout:
    """Return the layout for these labels."""
    longest = max(map(len, labels), default=0)
    if longest > _MOST_BESIDE:
        return Layout(4, WIDTH - 8, 46, is_stacked=True)
    left = 16 + _LETTER * longest
    return Layout(left, WIDTH - left - _FOR_NUMBER, 26, is_stacked=False)


@dataclass(frozen=True, slots=True)
class Bar:
    """One row of a picture. ``width`` None: a heading. ``mark``: where the middle of a span is."""

    y: int
    label: str
    layout: Layout
    told: str = ""
    start: int = 0
    width: int | None = None
    is_hidden: bool = False
    mark: int | None = None

    @property
    def lines(self) -> list[str]:
        """Return the label in lines that have room: only a heading is ever longer than one."""
        return wrap(self.label, _MOST_IN_LINE) or [""]

    @property
    def lead(self) -> int:
        """Return how far one line of a heading is below the other."""
        return _LEAD

    @property
    def base(self) -> int:
        """Return the line on which the words stand."""
        return self.y + 15

    @property
    def x(self) -> int:
        """Return where the bar begins."""
        return self.layout.left + self.start

    @property
    def top(self) -> int:
        """Return where the bar has its upper edge."""
        return self.y + (22 if self.layout.is_stacked else 1)

    @property
    def mark_at(self) -> int | None:
        """Return where the mark stands."""
        return None if self.mark is None else self.layout.left + self.mark

    @property
    def label_at(self) -> tuple[int, str]:
        """Return where the label stands, and which end of it that is."""
        return (4, "start") if self.layout.is_stacked else (self.layout.left - 8, "end")

    @property
    def told_at(self) -> tuple[int, str]:
        """Return where the number stands, and which end of it that is."""
        return (WIDTH - 4, "end") if self.layout.is_stacked else (self.x + (self.width or 0) + 6, "start")


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
        last = self.bars[-1] if self.bars else None
        return TOP * 2 + (last.y - TOP + last.layout.row if last else 0)

    @property
    def desc(self) -> str:
        """Say what the picture shows, for whoever does not see it."""
        return "; ".join(f"{one.label}: {one.told}" if one.told else one.label for one in self.bars)


def hidden_word() -> str:
    """Say that a number is not shown."""
    return gettext("hidden")


def chart_of(figure: Figure, *, most: int = 0) -> Chart:
    """Lay out bars, one for each number; ``most`` is what the longest could be, where several have one scale."""
    named = any(line.name for line in figure.lines)
    heads = (str(figure.named) or gettext("Outcome"),) if named else ()
    return Chart(
        key=figure.key,
        title=figure.title,
        heads=(*heads, str(figure.about), gettext("Number")),
        bars=tuple(_bars(figure, most)),
        rows=tuple((*((line.name,) if named else ()), *row) for line in figure.lines for row in _rows(line)),
    )


def _rows(line: Line) -> Iterator[tuple[str, str]]:
    if line.cells is None:
        yield gettext("Too few to show"), hidden_word()
        return
    for cell in line.cells:
        yield cell.label, hidden_word() if cell.number is None else str(cell.number)


def _bars(figure: Figure, most: int) -> Iterator[Bar]:
    numbers = [cell.number or 0 for line in figure.lines for cell in line.cells or ()]
    layout = layout_for(label for line in figure.lines for label, _told in _rows(line))
    most, y = max(most, *numbers, 1), TOP
    for line in figure.lines:
        if line.name:
            heading = Bar(y, line.name, layout)
            yield heading
            y += _HEADING + _LEAD * (len(heading.lines) - 1)
        for label, told in _rows(line):
            number = int(told) if told.isdigit() else None
            width = _STUB if number is None else round(number / most * layout.wide)
            yield Bar(y, label, layout, told, width=width, is_hidden=number is None)
            y += layout.row
