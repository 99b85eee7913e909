"""The report of a review: what was read, what it does for people, and the charts, with nothing by which to find a person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.template.loader import render_to_string
from django.utils.translation import gettext, override

from petitions.documents.figures.charts import Chart, chart_of
from petitions.documents.figures.figure import Figure
from petitions.documents.figures.suppression import FEWEST
from petitions.documents.html_page import Page
from petitions.review.options import Review
from petitions.review.policies.rules import Policy
from petitions.review.reading.reasons import Reason
from petitions.review.recounting import is_recounted
from petitions.review.report.figures import figures_for_public, figures_of
from petitions.review.report.impact import Impact, final_lane, impact_for_public, impact_of
from petitions.review.tally import Tally

_MOST_BESIDE = 5
"""Columns of the widest table that stands beside its picture."""


@dataclass(frozen=True, slots=True)
class Table:
    """One figure as the report prints it: its picture, and a table with a column for each outcome."""

    chart: Chart
    heads: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int | None, ...]], ...]

    @property
    def is_narrow(self) -> bool:
        """Say whether the table has room beside its picture."""
        return len(self.heads) <= _MOST_BESIDE

    @property
    def is_hidden(self) -> bool:
        """Say whether no number of it may be shown: then neither picture nor table would tell anything."""
        return all(number is None for _name, numbers in self.rows for number in numbers)


@dataclass(frozen=True, slots=True)
class Report:
    """What the report says; every number in it may be made public."""

    county: str
    on: date
    rows: int
    earliest: date | None
    policy: str
    is_changed: bool
    """Staff changed what the policy decided, and the charts count that."""
    rules: tuple[str, ...]
    impact: Impact
    tables: tuple[Table, ...]
    problems: tuple[tuple[str, int | None], ...]
    fewest: int = FEWEST


def report_page(
    tally: Tally, *, review: Review, rows: int, problems: Mapping[str, int], language: str
) -> Page:
    """Write the report as a page; ``rows`` are those of all files, ``problems`` how many have each code."""
    with override(language):
        title = gettext("County review: %(county)s") % {"county": review.county.title()}
        report = _report(tally, review=review, rows=rows, problems=problems)
        context = {"report": report, "title": title, "language": language}
        return Page(
            html=render_to_string("documents/county_report.html", context),
            css=render_to_string("documents/county_report.css"),
            title=title,
            language=language,
        )


def as_one_file(page: Page) -> bytes:
    """Return the report as one HTML file that needs nothing else."""
    look = f"<style>{page.css}</style></head>"
    return page.html.replace("</head>", look, 1).encode()


def rules_of(policy: Policy) -> list[str]:
    """Say each rule of a policy, in order."""
    return [gettext(rule.says).format(**dict(rule.values)) for rule in policy.rules]


def _report(tally: Tally, *, review: Review, rows: int, problems: Mapping[str, int]) -> Report:
    figures = figures_for_public(figures_of(tally, lane=final_lane(tally, review=review)))
    return Report(
        county=review.county.title(),
        on=review.on,
        rows=rows,
        earliest=tally.earliest,
        policy=gettext(review.policy.title),
        is_changed=is_recounted(tally),
        rules=tuple(rules_of(review.policy)),
        impact=impact_for_public(impact_of(tally, review=review)),
        tables=tuple(_table(one) for one in figures if one.lines),
        problems=tuple(
            (gettext(one.sentence), problems[one.value]) for one in Reason if problems.get(one.value)
        ),
    )


def _table(figure: Figure) -> Table:
    columns = next((tuple(cell.label for cell in line.cells) for line in figure.lines if line.cells), ())
    rows = tuple(
        (line.name, tuple(cell.number for cell in line.cells) if line.cells else (None,) * len(columns))
        for line in figure.lines
    )
    return Table(chart_of(figure), (str(figure.named), *columns), rows)
