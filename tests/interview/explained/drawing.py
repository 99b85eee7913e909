"""Draws facts at random within what a row of a table says, not only those that the table tried."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any, NamedTuple

from hypothesis import strategies as st

from petitions.interview.explained.chapters import CHAPTERS, tables_of
from petitions.interview.explained.grid import Answer, Row, Table
from petitions.interview.explained.tried import Case, Fact, Value
from petitions.law.facts import Span

AGES = {"17": (10, 17), "18": (18, 18), "20": (19, 20), "21": (21, 90)}
FIELDS = {"flower": "flower_grams", "hash": "concentrate_grams", "plants": "plants"}
MOST = {"flower": 5000.0, "hash": 900.0, "plants": 400}
FIRST_DAY, LAST_DAY = date(1960, 1, 1), date(2016, 11, 8)


class Drawn(NamedTuple):
    """A row, and a case that it speaks of."""

    place: str
    row: Row[Answer]
    case: Case


ROWS = [
    (f"{slug} {table.key}", table, row)
    for slug in CHAPTERS
    for table, rows in tables_of(slug).answers
    for row in rows
]


@st.composite
def cases_of_rows(draw: st.DrawFn) -> Drawn:
    """Draw any row of any chapter, and a case within its conditions."""
    place, table, row = draw(st.sampled_from(ROWS))
    return Drawn(place, row, draw(cases_within(table, row)))


@st.composite
def cases_within(draw: st.DrawFn, table: Table, row: Row[Any]) -> Case:
    chosen = [draw(st.sampled_from(values)) for values in row.given]
    case = table.case.changed(chosen)
    changes = {
        "county": draw(st.sampled_from((None, "Kern"))),
        "case_number": draw(st.sampled_from((None, "B7"))),
    }
    for fact, value in zip(table.facts, chosen, strict=True):
        changes |= draw(amounts_beside(fact, value))
    return Case(replace(case.conviction, **changes), case.petitioner)


def amounts_beside(fact: Fact, value: Value) -> st.SearchStrategy[dict[str, Any]]:
    """Draw any amount, age or day on the same side of every line as the value that was tried."""
    if fact.key == "age":
        return st.integers(*AGES[value.name]).map(lambda years: {"age_at_offense": years})
    if not value.kind:
        return st.just({})
    lines = sorted({one.line for one in fact.values if one.kind == value.kind})  # type: ignore[type-var]
    at = lines.index(value.line)
    if value.kind == "day":
        return days_beside(lines, at, over=value.over)
    low = value.line if value.over else (lines[at - 1] if at else 0)
    high = value.line if not value.over else (lines[at + 1] if at + 1 < len(lines) else MOST[value.kind])
    field = FIELDS[value.kind]
    if value.kind == "plants":
        return st.integers(int(low) + 1, int(high)).map(lambda amount: {field: amount})
    return st.floats(low, high, exclude_min=True).map(lambda amount: {field: amount})


def days_beside(lines: list[date], at: int, *, over: bool) -> st.SearchStrategy[dict[str, Any]]:
    first = lines[at] if over else (lines[at - 1] if at else FIRST_DAY)
    last = (lines[at + 1] if at + 1 < len(lines) else LAST_DAY) if over else lines[at] - timedelta(1)
    return st.dates(first, last).map(
        lambda day: {"offense_date": Span(day, day), "conviction_date": Span(day, day)}
    )
