"""The tables that explain the law say what the law answers: each case stands in one row, and its row is right."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from petitions.interview.explained.chapters import CHAPTERS, tables_of
from petitions.interview.explained.facts import AGE, AMOUNT
from petitions.interview.explained.grid import Row, Table, act_today, answer_to, levels_then, rows_of
from petitions.interview.explained.tried import Value, case
from petitions.law.determine import _conclude, determine
from petitions.law.offenses import hs_11358, readings_of
from petitions.law.offenses.today import MISDEMEANOR
from petitions.law.sections import LISTED
from petitions.law.terms import Level, Outcome, Relief, Track
from tests.interview.explained.drawing import ROWS, Drawn, cases_of_rows, cases_within

EVERY_TABLE = [
    pytest.param(table, rows, ask, id=f"{slug}-{table.key}")
    for slug in CHAPTERS
    for group, ask in (("then", levels_then), ("now", act_today), ("answers", answer_to))
    for table, rows in getattr(tables_of(slug), group)
]
TODAY = date(2026, 11, 28)


@given(drawn=cases_of_rows())
@settings(max_examples=600)
def test_a_case_within_a_row_gets_the_answer_of_the_row(drawn: Drawn) -> None:
    answered = determine(drawn.case.record, on=TODAY).determinations[0]
    row = drawn.row.found
    assert (answered.outcome, answered.floor, answered.ceiling, answered.track, answered.reasons) == (
        row.outcome,
        row.floor,
        row.ceiling,
        row.track,
        row.reasons,
    ), drawn.place


@pytest.mark.parametrize(("table", "rows", "ask"), EVERY_TABLE)
def test_each_combination_stands_in_exactly_one_row_with_its_own_answer(
    table: Table, rows: tuple[Row[Any], ...], ask: Callable[[Any], Any]
) -> None:
    for values in table.cells():
        holding = [
            row for row in rows if all(one in some for one, some in zip(values, row.given, strict=True))
        ]
        assert [row.found for row in holding] == [ask(table.case.changed(values))], values


@pytest.mark.parametrize(("table", "rows", "ask"), [one for one in EVERY_TABLE if "then" in str(one.id)])
@given(drawing=st.data())
@settings(max_examples=60)
def test_the_class_of_the_time_holds_on_any_day_of_its_row(
    drawing: st.DataObject, table: Table, rows: tuple[Row[Any], ...], ask: Callable[[Any], Any]
) -> None:
    row = drawing.draw(st.sampled_from(rows))
    assert ask(drawing.draw(cases_within(table, row))) == row.found


@pytest.mark.parametrize(("table", "rows", "ask"), [one for one in EVERY_TABLE if "now" in str(one.id)])
@given(drawing=st.data())
@settings(max_examples=60)
def test_what_an_act_is_now_holds_within_its_row(
    drawing: st.DataObject, table: Table, rows: tuple[Row[Any], ...], ask: Callable[[Any], Any]
) -> None:
    row = drawing.draw(st.sampled_from(rows))
    assert ask(drawing.draw(cases_within(table, row))) == row.found


def test_each_section_of_the_registry_has_a_chapter() -> None:
    assert [one.section for one in CHAPTERS.values() if one.section] == list(LISTED)


def test_the_tables_show_every_outcome_and_every_paper() -> None:
    assert {row.found.outcome for _, _, row in ROWS} == set(Outcome)
    assert {row.found.track for _, _, row in ROWS} == set(Track)


ENDS = [
    pytest.param(row, value, id=f"{table.key}-{value.name}")
    for table, rows in tables_of("other-cases").answers[:2]
    for row in rows
    for value in row.given[0]
    if row.found.ceiling is Relief.NONE
]


@pytest.mark.parametrize(("row", "value"), ENDS)
@pytest.mark.parametrize("section", LISTED)
def test_what_ends_it_for_the_example_ends_it_for_each_section(
    row: Row[Any], value: Value, section: str
) -> None:
    assert answer_to(case(section).changed([value])) == row.found


def test_values_that_the_law_does_not_tell_apart_are_one_row() -> None:
    table = Table("11359", case("11359", level=Level.FELONY), (AGE, AMOUNT))
    assert [[len(values) for values in row.given] for row in rows_of(table, answer_to)] == [[1, 6], [3, 6]]


@pytest.fixture
def forget() -> Iterator[None]:
    """Forget what the law has answered, before and after it is changed."""
    remembered = (readings_of, _conclude)
    for one in remembered:
        one.cache_clear()
    yield
    for one in remembered:
        one.cache_clear()


@pytest.mark.usefixtures("forget")
def test_a_rule_that_changes_changes_the_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    table, rows = tables_of("hs-11358").answers[0]
    monkeypatch.setattr(hs_11358, "_few_plants", lambda *_: MISDEMEANOR)
    assert rows_of(table, answer_to) != rows
    assert Outcome.DISMISS_SEAL in {row.found.outcome for row in rows}
    assert Outcome.DISMISS_SEAL not in {row.found.outcome for row in rows_of(table, answer_to)}


def test_all_tables_are_made_within_a_second() -> None:
    begun = time.process_time()
    for slug in CHAPTERS:
        tables_of.__wrapped__(slug)
    assert time.process_time() - begun < 1
