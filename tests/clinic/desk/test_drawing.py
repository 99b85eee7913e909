"""A cell as HTML: what is typed is escaped, what is wrong is tied to its control, what waits is marked."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.utils.translation import override

from petitions.clinic.desk.cells import cell_at
from petitions.clinic.desk.drawing import _options, cell_html
from petitions.interview.answers import applied, conviction_ids, new_answers
from petitions.interview.questions import question_of

ON = date(2026, 11, 29)


def drawn(key: str, *, place: str = "", about: str = "row 1", **how: Any) -> str:
    answers, question = new_answers(), question_of(key)
    assert question is not None
    cell = cell_at(answers, place or conviction_ids(answers)[0], question, on=ON, **how)
    return str(cell_html(cell, about=about))


@pytest.mark.parametrize("typed", ["<script>alert(1)</script>", '"><img src=x>', "a & b"])
@pytest.mark.parametrize("key", ["crime", "county", "case-number", "other-names"])
def test_what_was_typed_stands_there_escaped(key: str, typed: str) -> None:
    place = "you" if key == "other-names" else ""
    html = drawn(key, place=place, sent={"text": typed, "answer": typed}, error="Look again <b>")
    assert typed not in html and "Look again &lt;b&gt;" in html
    assert "&lt;script" in html or "&quot;&gt;&lt;img" in html or "a &amp; b" in html


def test_an_error_is_tied_to_its_control() -> None:
    html = drawn("county", sent={"text": "Nowhere"}, error="Choose a county")
    assert 'aria-invalid="true" aria-describedby="wrong-c1-county"' in html
    assert '<p class="field-error" id="wrong-c1-county">Choose a county</p>' in html and "is-wrong" in html


def test_what_somebody_else_stored_stands_beside_ones_own() -> None:
    html = drawn("county", sent={"text": "Kern"}, theirs="Fresno")
    assert "“Fresno”" in html and 'value="Kern"' in html and 'data-keep="c1.county"' in html


def test_what_the_result_waits_for_is_marked_in_the_persons_language() -> None:
    assert '<p class="badge needed">Needed</p>' in drawn("level", needed="needed")
    with override("es"):
        assert '<p class="badge open">Lo aclararía</p>' in drawn("level", needed="open")


def test_the_row_is_named_for_people_who_do_not_see_it() -> None:
    assert '<span class="visually-hidden">, row 1</span>' in drawn("level")
    assert "visually-hidden" not in drawn("level", about="")


def test_a_text_that_is_no_choice_is_never_kept_in_memory() -> None:
    _options.cache_clear()
    drawn("level", sent={"answer": "Testa Person"}, error="Choose an answer")
    drawn("level", sent={"answer": "Another Person"}, error="Choose an answer")
    assert _options.cache_info().currsize == 1


def test_a_cell_that_is_kept_holds_no_answer_and_speaks_the_language() -> None:
    answers, question = new_answers(), question_of("county")
    assert question is not None
    blank = cell_at(answers, "c1", question, on=ON)
    assert blank.is_blank and blank.controls[0].value == ""
    answered = applied(answers, place="c1", question=question, values={"county": "Kern"})
    for _again in range(2):
        filled = cell_at(answered, "c1", question, on=ON)
        assert not filled.is_blank and 'value="Kern"' in cell_html(filled, about="row 1")
        assert cell_at(answers, "c1", question, on=ON) == blank and 'value=""' in cell_html(
            blank, about="row 1"
        )
    with override("es"):
        assert cell_at(answers, "c1", question, on=ON).label != blank.label


def test_the_list_of_courthouses_follows_the_county_while_nobody_has_chosen_one() -> None:
    answers, county, courthouse = new_answers(), question_of("county"), question_of("courthouse")
    assert county is not None and courthouse is not None
    found = [
        cell_at(
            applied(answers, place="c1", question=county, values={"county": name}), "c1", courthouse, on=ON
        )
        for name in ("Los Angeles", "Kern")
    ]
    assert found[0].controls[0].choices != found[1].controls[0].choices
