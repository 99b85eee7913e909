"""What was answered is shown again when the page is opened, and sending it unchanged changes nothing."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.http import QueryDict

from petitions.interview.answers import Answers, applied, facts_at, new_answers
from petitions.interview.flow import Page
from petitions.interview.forms import QuestionForm, Situation, form_for
from petitions.interview.questions import Scope, question_of
from petitions.interview.said import said, said_lines
from tests.interview.walk import FILING, Fields, card, crime, when

ON = date(2026, 11, 24)
OFFICE = {
    "part_street": "1 Main St",
    "part_unit": "",
    "part_city": "Oakland",
    "part_state": "ca",
    "part_zip": "94612-0001",
}
ANSWERS: list[tuple[str, Fields, str]] = [
    ("ending", card("diverted"), "I did a program and was not convicted"),
    ("court", card("unsure"), "I’m not sure"),
    ("when", when("1999", "Dec"), "December 1999"),
    ("when", when("1999", "12", "31"), "December 31, 1999"),
    ("when", {"unsure": "on"}, "I’m not sure"),
    ("changed", {"answer": ["prop_47", "dismissed_1203"]}, "Lowered to a misdemeanor under Proposition 47"),
    ("changed", {"answer": ["none"]}, "No"),
    ("changed", {"answer": ["unsure"]}, "I’m not sure"),
    ("crime", crime("PC 664/HS 11359"), "Having marijuana to sell, HS 11359, attempt"),
    ("crime", crime("VC 23152(a)"), "VC 23152(a)"),
    ("crime", crime("32 PC"), "PC 32, accessory"),
    ("crime", {"answer": "11360", "word": "unsure"}, "Selling, giving away, or moving marijuana, HS 11360"),
    ("crime", {"answer": "11357", "typed": "11357(c)", "word": "none"}, "HS 11357(c)"),
    ("crime", {"answer": "unsure"}, "I’m not sure"),
    ("earlier", card("0"), "No, never before"),
    ("earlier", card("unsure"), "I’m not sure"),
    ("plants", {"exact": "12"}, "12 plants"),
    ("plants", card("more_than_6"), "More than six"),
    ("hash-weight", card("4"), "4 grams or less"),
    ("weight", {"exact": "1 oz"}, "28.35 grams"),
    ("weight", {"answer": "at_most_28.5", "exact": "10.5"}, "10.5 grams"),
    ("registration", card("discretionary"), "Yes, but only because a judge chose it"),
    ("serious-crimes", card("yes"), "Yes"),
    ("county", card("Los Angeles"), "Los Angeles"),
    ("courthouse", card("unsure"), "I’m not sure"),
    ("case-number", FILING["case-number"], "CR-05-1234"),
    ("case-number", card("no"), "I don’t have it"),
    ("prosecutor", card("district_attorney"), "The District Attorney"),
    ("prosecutor", {"answer": "other", "part_name": "City Attorney", **OFFICE}, "Oakland, CA 94612-0001"),
    ("prosecutor", {"answer": "other", "part_name": "City Attorney", "part_state": "CA"}, "City Attorney"),
    ("server", {"answer": "known", "part_name": "Kim Lee", **OFFICE}, "1 Main St"),
    ("server", card("unknown"), "I don’t know yet"),
    ("lawyer", {"answer": "yes", "part_name": "Ana Ruiz", "part_bar_number": "1", **OFFICE}, "Ana Ruiz"),
    ("lawyer", card("no"), "No, I file it myself"),
    ("mail", FILING["mail"], "12 Elm Street, 4"),
    ("mail", card("no"), "I don’t have one yet"),
    ("name-now", {"answer": "other", "part_name_now": "Jo Rivera"}, "Jo Rivera"),
    ("name-now", card("same"), "Yes, the same name"),
    ("other-names", {"answer": "A. Z.\r\n\r\n B  C"}, "A. Z.; B C"),
    ("other-names", card(""), "Not given"),
    ("contact", {"part_phone": "(510) 555-0100 ext. 4", "part_email": "jo@example.com"}, "jo@example.com"),
    ("contact", {}, "Not given"),
    ("judge", card("no"), "No, I want the same judge if I can"),
    ("hearing", card("yes"), "Yes, it may go on without me"),
]


def at(key: str) -> Page:
    """Return the page of a question."""
    question = question_of(key)
    assert question is not None
    return Page("you" if question.scope in (Scope.PETITIONER, Scope.FILER) else "c1", question)


def sent(fields: Fields) -> QueryDict:
    """Return fields as a browser sends them."""
    data = QueryDict(mutable=True)
    for name, value in fields.items():
        data.setlist(name, value if isinstance(value, list) else [value])
    return data


def answer(answers: Answers, key: str, fields: Fields) -> Answers:
    """Answer a page."""
    page = at(key)
    form = form_for(Situation(page, answers, ON), sent(fields))
    assert form.is_valid(), form.errors
    return applied(answers, place=page.place, question=page.question, values=form.values)


def shown(form: QuestionForm) -> Fields:
    """Return what a browser would send for the page as it is drawn."""
    fields: dict[str, Any] = {}
    for name in form.fields:
        value = form[name].initial
        widget = form.fields[name].widget
        if hasattr(widget, "decompress"):
            month, day, year = widget.decompress(value)
            fields |= {f"{name}_month": month, f"{name}_day": day, f"{name}_year": year}
        elif value is not None and value is not False:
            fields[name] = value if isinstance(value, list) else "on" if value is True else str(value)
    return fields


@pytest.mark.parametrize(("key", "fields", "words"), ANSWERS)
def test_an_answer_is_shown_and_sent_again_unchanged(key: str, fields: Fields, words: str) -> None:
    answers = answer(new_answers(), key, fields)
    page = at(key)
    again = answer(answers, key, shown(form_for(Situation(page, answers, ON))))
    assert again == answers
    assert words in said(page.question, facts_at(answers, page.place, page.question))


def test_more_dates_can_be_added_and_taken_out() -> None:
    answers = answer(new_answers(), "serious-crimes", card("yes"))
    answers = answer(answers, "serious-crime-dates", {**when("1999"), "court_1": "adult", "more": "1"})
    second = {"answer_2_month": "", "answer_2_day": "", "answer_2_year": "2001", "court_2": "juvenile"}
    answers = answer(answers, "serious-crime-dates", {**when("1999"), "court_1": "adult", **second})
    page = at("serious-crime-dates")
    assert said_lines(page.question, facts_at(answers, "you", page.question)) == [
        "1999, adult court",
        "2001, juvenile court",
    ]
    answers = answer(
        answers, "serious-crime-dates", {**when("1999"), "court_1": "adult", **second, "remove_1": "on"}
    )
    assert answers["record"]["petitioner"]["super_strike"] == [
        {"conviction_date": "2001", "court": "juvenile"}
    ]


def test_a_yes_that_was_said_before_keeps_its_dates() -> None:
    answers = answer(new_answers(), "serious-crimes", card("yes"))
    answers = answer(answers, "serious-crime-dates", {**when("1999"), "court_1": "adult"})
    assert answer(answers, "serious-crimes", card("yes")) == answers
    assert answer(answers, "serious-crimes", card("no"))["record"]["petitioner"]["super_strike"] == "no"


def test_a_new_page_shows_no_answer() -> None:
    assert shown(form_for(Situation(at("judge"), new_answers(), ON))) == {}
    assert shown(form_for(Situation(at("crime"), new_answers(), ON))) == {}
