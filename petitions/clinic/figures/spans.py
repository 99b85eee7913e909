"""Lays out the days between two steps as a picture."""

from __future__ import annotations

from django.utils.translation import gettext

from petitions.clinic.figures.numbers import Span
from petitions.documents.figures.charts import TOP, Bar, Chart, Layout, layout_for


def spans_chart(spans: tuple[Span, ...]) -> Chart:
    """Lay out a bar from the first to the third quarter of the days between two steps, with a mark at the middle."""
    layout = layout_for(one.label for one in spans)
    longest = max((one.days[2] for one in spans if one.days), default=0) or 1
    return Chart(
        key="days",
        title=gettext("Days between steps"),
        heads=(
            gettext("Steps"),
            gettext("Cases"),
            gettext("¼ by day"),
            gettext("½ by day"),
            gettext("¾ by day"),
        ),
        bars=tuple(_span_bar(one, place, longest=longest, layout=layout) for place, one in enumerate(spans)),
        rows=tuple(
            (one.label, str(one.number or "–"), *(map(str, one.days) if one.days else ("–",) * 3))
            for one in spans
        ),
    )


def _span_bar(span: Span, place: int, *, longest: int, layout: Layout) -> Bar:
    y = TOP + place * layout.row
    if span.days is None:
        return Bar(y, span.label, layout, "–", width=0)
    low, middle, high = (round(day / longest * (layout.wide - 4)) for day in span.days)
    told = gettext("%(low)s, %(middle)s, %(high)s days") % dict(
        zip(("low", "middle", "high"), span.days, strict=True)
    )
    return Bar(y, span.label, layout, told, start=low, width=max(high - low, 2), mark=middle)
