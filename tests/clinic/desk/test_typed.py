"""What volunteers type in one cell is read as the question reads it; what cannot be read comes back with one sentence."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from petitions.clinic.desk.cells import cell_at, shown_fields
from petitions.clinic.desk.changes import apply_cells, sent_cells
from petitions.clinic.desk.typed import date_boxes
from petitions.interview.answers import (
    YOU,
    Answers,
    conviction_of,
    has_place,
    new_answers,
)
from petitions.interview.questions import REGISTRY, Question, question_of
from petitions.interview.said import crime_code

ON = date(2026, 11, 29)


def typed(key: str, **fields: object) -> Answers:
    found = apply_cells(new_answers(), {f"c1.{key}": fields}, on=ON)
    assert found.errors == {}, found.errors
    return found.answers


def refused(key: str, **fields: object) -> str:
    found = apply_cells(new_answers(), {f"c1.{key}": fields}, on=ON)
    assert found.changed == [] and found.answers == new_answers()
    return found.errors[f"c1.{key}"]


@pytest.mark.parametrize(
    ("text", "code", "prefix"),
    [
        ("11359", "HS 11359", None),
        ("HS 11359(a)", "HS 11359(a)", None),
        ("11359(a) H&S", "HS 11359(a)", None),
        ("h&s 11357b", "HS 11357(b)", None),
        ("PC 664/HS 11358", "HS 11358", "attempt"),
    ],
)
def test_a_code_is_read_in_any_spelling(text: str, code: str, prefix: str | None) -> None:
    known = conviction_of(typed("crime", text=text), "c1")
    assert crime_code(known) == code
    assert known.get("prefix") in (prefix, "none" if prefix is None else prefix)


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("3/5/2004", "2004-03-05"), ("03/05/2004", "2004-03-05"), ("3-5-2004", "2004-03-05"), ("3/2004", "2004-03"),
        ("2004", "2004"), ("mar 2004", "2004-03"), ("March 5, 2004", "2004-03-05"), ("5 de marzo de 2004", "2004-03-05"),
        ("2004-03-05", "2004-03-05"), ("ene 2004", "2004-01"),
    ],
)  # fmt: skip
def test_a_date_is_read_as_people_write_it(text: str, stored: str) -> None:
    assert conviction_of(typed("when", text=text), "c1")["offense_date"] == stored


@pytest.mark.parametrize(
    ("text", "county"),
    [
        ("la", "Los Angeles"),
        ("Los Angeles County", "Los Angeles"),
        ("condado de fresno", "Fresno"),
        ("sf", "San Francisco"),
    ],
)
def test_a_county_is_read_by_its_short_name_too(text: str, county: str) -> None:
    assert conviction_of(typed("county", text=text), "c1")["county"] == county


@pytest.mark.parametrize("key", ["when", "crime", "county", "case-number"])
def test_a_question_mark_says_that_it_is_not_known(key: str) -> None:
    answers = typed(key, text="?")
    assert f"c1/{key}" in answers["trail"]
    question = question_of(key)
    assert question is not None and not any(conviction_of(answers, "c1").get(fact) for fact in question.facts)
    if key != "case-number":
        assert shown_fields(cell_at(answers, "c1", question, on=ON))["text"] == "?"


@pytest.mark.parametrize(
    ("key", "text", "sentence"),
    [
        ("when", "13/40/2005", "Month must be"),
        ("when", "yesterday", "Year must"),
        ("when", "3/5/2999", "must be in the past"),
        ("crime", "weed", "Type one code"),
        ("crime", "11357 and 11358", "only one code"),
        ("county", "Nowhere", "Choose a county"),
    ],
)
def test_what_cannot_be_read_is_refused_with_one_sentence(key: str, text: str, sentence: str) -> None:
    assert sentence in refused(key, text=text)


def test_a_blank_cell_that_was_answered_is_unanswered_again() -> None:
    answers = typed("when", text="2004")
    found = apply_cells(answers, {"c1.when": {"text": ""}}, on=ON)
    assert found.answers == new_answers() and found.changed == ["c1.when"]


def test_a_cell_that_says_the_same_changes_nothing() -> None:
    answers = typed("when", text="3/2004")
    assert apply_cells(answers, {"c1.when": {"text": "3/2004"}}, on=ON).changed == []


def test_one_bad_cell_leaves_the_others_in_force() -> None:
    found = apply_cells(new_answers(), {"c1.when": {"text": "x"}, "c1.county": {"text": "la"}}, on=ON)
    assert found.changed == ["c1.county"] and list(found.errors) == ["c1.when"]


def test_an_answer_that_was_changed_meanwhile_is_not_written_over() -> None:
    answers = typed("county", text="Fresno")
    found = apply_cells(answers, {"c1.county": {"text": "la", "seen": "something older"}}, on=ON)
    assert found.theirs == {"c1.county": "Fresno"} and found.answers == answers


@pytest.mark.parametrize("question", REGISTRY, ids=lambda one: one.key)
def test_every_question_has_a_cell_that_shows_it(question: Question) -> None:
    answers = new_answers()
    place = YOU if has_place(answers, YOU, question) else "c1"
    if question.details:
        answers["record"]["petitioner"][question.details] = [{"conviction_date": None, "court": "unsure"}]
    cell = cell_at(answers, place, question, on=ON)
    assert cell.controls and cell.label and cell.seen


@pytest.mark.parametrize(
    "question", [one for one in REGISTRY if one.options and not one.parts], ids=lambda one: one.key
)
def test_every_card_of_every_question_can_be_chosen_in_its_cell(question: Question) -> None:
    answers = new_answers()
    place = YOU if has_place(answers, YOU, question) else "c1"
    for option in question.options:
        if question.key == "crime" and option.value == "other":
            continue
        value = [str(option.value)] if question.kind == "many" else str(option.value)
        found = apply_cells(answers, {f"{place}.{question.key}": {"answer": value}}, on=ON)
        is_crime = question.key == "crime"
        assert found.errors == {} or is_crime, (option.value, found.errors)
        cell = cell_at(found.answers, place, question, on=ON)
        assert is_crime or shown_fields(cell)["answer"] in (value, [value])


def test_the_dates_of_earlier_convictions_are_typed_too() -> None:
    answers = new_answers()
    answers["record"]["petitioner"]["super_strike"] = [{"conviction_date": None, "court": "unsure"}]
    sent = {"you.serious-crime-dates": {"text_1": "3/2001", "court_1": "adult"}}
    found = apply_cells(answers, sent, on=ON)
    assert found.errors == {}
    assert found.answers["record"]["petitioner"]["super_strike"] == [
        {"conviction_date": "2001-03", "court": "adult"}
    ]


def test_the_fields_of_a_page_are_grouped_by_their_cells() -> None:
    sent = sent_cells(
        {
            "c1.county.text": "la",
            "c1.county.seen": "m",
            "c1.changed.ticks": "1",
            "x": "1",
            "c1.nonsense.text": "1",
        }
    )
    assert sent == {"c1.county": {"text": "la", "seen": "m"}, "c1.changed": {"answer": []}}


@given(st.dates(date(1930, 1, 1), date(2026, 11, 28)), st.sampled_from([4, 7, 10]))
def test_what_a_cell_shows_of_a_date_reads_back_as_the_same(day: date, length: int) -> None:
    stored, question = day.isoformat()[:length], question_of("when")
    answers = new_answers()
    conviction_of(answers, "c1")["offense_date"] = stored
    answers["trail"].append("c1/when")
    assert question is not None
    shown = shown_fields(cell_at(answers, "c1", question, on=ON))["text"]
    again = apply_cells(new_answers(), {"c1.when": {"text": shown}}, on=ON)
    assert conviction_of(again.answers, "c1")["offense_date"] == stored


@given(st.text(max_size=40))
def test_no_text_makes_a_cell_fail(text: str) -> None:
    assert len(date_boxes(text)) == 3
    for key in ("when", "crime", "county", "case-number"):
        apply_cells(new_answers(), {f"c1.{key}": {"text": text}}, on=ON)
