"""The figures: what is counted, what is hidden from whom, and that nothing hidden can be computed."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from itertools import product
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from petitions.access.roles import Role
from petitions.clinic.figures import numbers
from petitions.clinic.figures.numbers import Figures, Span, figures, for_others
from petitions.clinic.figures.spans import spans_chart
from petitions.clinic.summaries import CountLine
from petitions.documents.figures.figure import Cell, Figure, Line
from petitions.documents.figures.suppression import FEWEST, protected
from petitions.law.terms import Outcome
from petitions.records.matters.models import CaseStatus
from tests.clinic.after.followed import approved, note
from tests.clinic.people import answered, office

pytestmark = pytest.mark.django_db


def possible(number: int, total: int, most: int) -> Iterator[tuple[int, ...]]:
    """Give every way in which so many hidden counts, none of them zero, make the total."""
    if number == 1:
        yield from [(total,)] if 1 <= total <= most else []
        return
    for first in range(1, min(most, total - number + 1) + 1):
        yield from ((first, *rest) for rest in possible(number - 1, total - first, most))


def can_be_computed(counts: list[int], shown: list[int | None], most: int) -> bool:
    """Say whether somebody who knows the total, and believes that no hidden count is above ``most``, learns one."""
    hidden = [count for count, one in zip(counts, shown, strict=True) if one is None]
    ways = list(possible(len(hidden), sum(hidden), most))
    return bool(ways) and any(len({way[place] for way in ways}) == 1 for place in range(len(hidden)))


@given(st.lists(st.integers(0, 30), max_size=5))
def test_no_hidden_count_can_be_computed_from_the_total(counts: list[int]) -> None:
    shown = protected(counts)
    if shown is None:
        return
    assert not any(one is not None and 0 < one < FEWEST for one in shown)
    assert all(one in (None, count) for one, count in zip(shown, counts, strict=True))
    if None in shown:
        assert not can_be_computed(counts, shown, sum(counts))
        assert not can_be_computed(counts, shown, FEWEST - 1)


def test_every_small_table_is_safe() -> None:
    for counts in product((0, 1, 2, 9, 10, 11, 12, 40), repeat=4):
        shown = protected(counts)
        if shown and None in shown:
            assert not can_be_computed(list(counts), shown, sum(counts)), counts
            assert not can_be_computed(list(counts), shown, FEWEST - 1), counts


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ([40, 50], [40, 50]),
        ([3, 40, 50], [None, None, 50]),
        ([3, 9, 50], [None, None, 50]),
        ([0, 12], [0, 12]),
        ([1, 1, 50], [None, None, None]),
        ([10, 10, 50], [None, None, None]),
        ([5], None),
        ([1] * 11, None),
        ([], []),
    ],
)
def test_what_is_hidden(counts: list[int], shown: list[int | None] | None) -> None:
    assert protected(counts) == shown


def test_the_number_behind_a_span_is_hidden_and_small_ones_have_none() -> None:
    spans = (Span("a", 11, (1, 2, 3)), Span("b", 10, (1, 2, 3)), Span("c", None, None))
    hidden = for_others(Figures((), spans)).spans
    assert [(one.number, one.days) for one in hidden] == [(None, (1, 2, 3)), (None, None), (None, None)]
    assert [row[1] for row in spans_chart(hidden).rows] == ["–", "–", "–"]


def test_nothing_that_somebody_typed_stands_in_a_figure() -> None:
    class One:
        counts = (
            CountLine("c1", "c1", "Testa Person", "CR-1", "=Testa()", Outcome.DISMISS_SEAL, is_filed=True),
        )

    found = figures([], [])
    assert all(line.cells == () for one in found.counted for line in one.lines)
    labels = {numbers._section(One.counts[0]), numbers._county(One.counts[0])}
    assert labels == {"Another section", "Not known"}


def test_a_line_is_hidden_as_a_whole_where_too_few_are_left() -> None:
    figure = Figure("a", "A", "B", (Line("", (Cell("x", 3),)), Line("y", (Cell("x", 30), Cell("z", 12)))))
    first, second = for_others(Figures((figure,), ())).counted[0].lines
    assert first.cells is None and second.cells == (Cell("x", 30), Cell("z", 12))


@pytest.mark.parametrize(
    ("role", "sees"),
    [(Role.REVIEWER, True), (Role.ADMIN, True), (Role.AUDITOR, False), (Role.VOLUNTEER, False)],
)
def test_small_numbers_are_for_who_sees_every_matter(role: Role, sees: bool) -> None:
    ours = office()
    matter = approved(ours.member(Role.REVIEWER), answered())
    note(matter, CaseStatus.PRINTED, days_ago=9)
    note(matter, CaseStatus.FILED, days_ago=4)
    page = ours.member(role).client.get("/clinic/figures/").text
    assert ("<td>1</td>" in page) is sees
    assert ("Too few to show" in page) is not sees
    assert ("5, 5, 5 days" in page) is sees


@pytest.mark.parametrize("key", ["states", "statuses", "sections", "counties", "intake", "days"])
def test_each_figure_is_a_picture_and_a_table_without_small_numbers(key: str) -> None:
    member = office().member(Role.ADMIN)
    note(approved(member, answered()), CaseStatus.PRINTED)
    picture = member.client.get(f"/clinic/figures/figure.svg?of={key}")
    assert picture.headers["Content-Type"].startswith("image/svg+xml")
    assert "attachment" in picture.headers["Content-Disposition"]
    drawn = ET.fromstring(picture.content)
    names = {one.tag.rpartition("}")[2] for one in drawn}
    assert {"title", "desc"} <= names and drawn.get("role") == "img" and "style" not in picture.text
    table = member.client.get(f"/clinic/figures/figure.csv?of={key}").content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(table)))
    assert len(rows) >= 2 and not any(cell.isdigit() and cell != "11357" for row in rows[1:] for cell in row)


def test_a_figure_that_is_not_there() -> None:
    assert office().member(Role.ADMIN).client.get("/clinic/figures/figure.csv?of=names").status_code == 404


def test_the_figures_are_those_of_the_own_organization() -> None:
    approved(office("Another Office").member(Role.REVIEWER), answered())
    page = office().member(Role.ADMIN).client.get("/clinic/figures/").text
    assert page.count("There is nothing to count yet.") == 5
