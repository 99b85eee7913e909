"""The interview script: which question a volunteer reads aloud next, and how it says itself in two languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import override

from petitions.interview.answers import Answers, conviction_ids
from petitions.interview.conviction_names import name_of
from petitions.interview.filed_cases import filed_cases, groups_of_pages, is_done
from petitions.interview.flow import Page, next_page
from petitions.interview.forms import QuestionForm, Situation, form_for
from petitions.interview.forms.base import translated
from petitions.interview.forms.widgets import Cards, CheckCards
from petitions.interview.questions import FILING
from petitions.interview.result_summary import summary_lines
from petitions.interview.results import outcome_headline
from petitions.interview.screening import determinations_of, record_of


@dataclass(frozen=True, slots=True)
class Beside:
    """A question in the volunteer's own language, small beside the one that is read aloud."""

    heading: str
    hint: str
    points: tuple[str, ...]
    choices: tuple[str, ...]
    fields: tuple[str, ...]
    errors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """The result in short words; ``convictions``: the name of each and what the law gives it."""

    summary: tuple[str, ...]
    convictions: tuple[tuple[str, str], ...]


def next_question(answers: Answers, *, on: date) -> Page | None:
    """Return the next question that can still change the result; None where the result is there."""
    return next_page(answers, on=on) if conviction_ids(answers) else None


def next_for_papers(answers: Answers, *, on: date) -> Page | None:
    """Return the next question that the papers need; None where none is open, or no paper is made."""
    if not conviction_ids(answers):
        return None
    cases = filed_cases(answers, determinations_of(answers, on=on))
    pages = (page for group in groups_of_pages(cases) for page in group)
    return next((page for page in pages if cases and not is_done(answers, page)), None)


def is_for_papers(page: Page) -> bool:
    """Say whether a question is asked for the papers only."""
    return page.question in FILING


def asked_in(language: str, situation: Situation, data: Mapping[str, Any] | None) -> QuestionForm:
    """Return the form of a question in a language, with what was sent already judged in it."""
    with override(language):
        form = form_for(situation, data)
        form.is_valid()
    return form


def beside_of(situation: Situation, data: Mapping[str, Any] | None, *, language: str) -> Beside:
    """Return the question in the volunteer's own language."""
    question, form = situation.page.question, asked_in(language, situation, data)
    with override(language):
        return Beside(
            heading=translated(question.heading),
            hint=translated(question.hint),
            points=tuple(translated(point) for point in question.points),
            choices=card_names(form),
            fields=tuple(str(field.label) for name, field in form.fields.items() if name != form.main_field),
            errors=tuple(str(error) for errors in form.errors.values() for error in errors),
        )


def told_in(language: str, answers: Answers, *, on: date) -> Told:
    """Return the result in a language."""
    found, named = determinations_of(answers, on=on).determinations, record_of(answers).convictions
    by_id = {one.id: one for one in named}
    with override(language):
        return Told(
            summary=summary_lines((one.outcome, one.status) for one in found),
            convictions=tuple(
                (name_of(by_id[one.conviction]), outcome_headline(one.outcome)) for one in found
            ),
        )


def card_names(form: QuestionForm) -> tuple[str, ...]:
    """Return the names of the cards of a question; it has none where it is answered otherwise."""
    field = form.fields.get(form.main_field)
    if field is None or not isinstance(field.widget, Cards | CheckCards):
        return ()
    return tuple(str(name) for _value, name in field.widget.choices)
