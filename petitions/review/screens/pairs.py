"""Two lanes beside each other: the same lines in both pictures, and bars of one scale, so that the eye can compare."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from petitions.documents.figures.charts import Chart, chart_of
from petitions.documents.figures.figure import Figure, Text
from petitions.review.report.figures import figures_of
from petitions.review.screens.lanes import Lane
from petitions.review.tally import Tally

Pair = tuple[Text, list[tuple[Text, Chart]]]
"""A title, and the name and the picture of each side."""


def pairs_of(tally: Tally, first: Lane, second: Lane) -> list[Pair]:
    """Return the pictures of two lanes; not that of people, which no policy changes."""
    sides = (
        figures_of(tally, lane=first.lane, beside=second.lane),
        figures_of(tally, lane=second.lane, beside=first.lane),
    )
    return [_pair(both, (first, second)) for both in zip(*sides, strict=True) if both[0].key != "people"]


def _pair(both: Sequence[Figure], lanes: Sequence[Lane]) -> Pair:
    most = max(map(_largest, both))
    charts = [chart_of(figure, most=most) for figure in both]
    named: list[tuple[Text, Chart]] = [
        (lane.name, _named(chart, lane.name, side))
        for side, (lane, chart) in enumerate(zip(lanes, charts, strict=True))
    ]
    return both[0].title, named


def _largest(figure: Figure) -> int:
    return max((cell.number or 0 for line in figure.lines for cell in line.cells or ()), default=0)


def _named(chart: Chart, name: Text, side: int) -> Chart:
    """Tell the picture apart from that of the other side, in its own name too."""
    return replace(chart, key=f"{chart.key}-{side}", title=f"{name}: {chart.title}")
