"""Words that are longer than a picture is wide stand in several lines, and what is below makes room for them."""

from __future__ import annotations

from petitions.documents.figures.charts import WIDTH, chart_of
from petitions.documents.figures.figure import Cell, Figure, Line

LONG = "A court of California cannot change this conviction, whatever it was for"
WIDEST_LETTER = 8
"""Of bold text of this size, on average, in pixels of the picture."""


def test_a_long_heading_stands_in_lines_that_have_room_and_nothing_covers_them() -> None:
    short, long = (
        chart_of(Figure("key", "Title", "What", (Line(name, (Cell("one", 3),)),))) for name in ("Short", LONG)
    )
    heading, bar = long.bars
    assert " ".join(heading.lines) == LONG
    assert len(heading.lines) == 2
    assert all(len(line) * WIDEST_LETTER < WIDTH for line in heading.lines)
    assert bar.top > heading.base + heading.lead
    assert long.height - short.height == heading.lead


def test_bars_of_one_scale_are_as_long_as_their_numbers() -> None:
    figure = Figure("key", "Title", "What", (Line("", (Cell("one", 3), Cell("two", 6))),))
    alone, beside = chart_of(figure), chart_of(figure, most=12)
    widths = [(one.width or 0, two.width or 0) for one, two in zip(alone.bars, beside.bars, strict=True)]
    assert all(abs(one - 2 * two) <= 1 for one, two in widths)
    assert widths[1][0] > widths[1][1] > 0
