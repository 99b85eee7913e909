"""Forms are drawn so that anyone can use them: one heading, named groups, errors that land on a control."""

from __future__ import annotations

import re
from datetime import date
from html.parser import HTMLParser

import pytest
from django.template import Context, Template

from petitions.interview.answers import applied, new_answers
from petitions.interview.flow import Page
from petitions.interview.forms import Situation, form_for
from petitions.interview.questions import REGISTRY, Question, Scope

ON = date(2026, 11, 24)
_CRISPY = Template("{% load crispy_forms_tags %}{% crispy form %}")


class Drawn(HTMLParser):
    """The tags of a page, with their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def ids(self) -> list[str]:
        return [attrs["id"] or "" for _tag, attrs in self.tags if "id" in attrs]

    def of(self, *names: str) -> list[dict[str, str | None]]:
        return [attrs for tag, attrs in self.tags if tag in names]


def drawn(question: Question, data: dict[str, str] | None = None) -> str:
    place = "you" if question.scope in (Scope.PETITIONER, Scope.FILER) else "c1"
    answers = new_answers()
    if question.details:
        prior = {question.details: [{"conviction_date": None, "court": "unsure"}]}
        answers = applied(answers, place="you", question=question, values=prior)
    form = form_for(Situation(Page(place, question), answers, ON), data)
    return _CRISPY.render(Context({"form": form, "question": question}))


@pytest.mark.parametrize("question", REGISTRY, ids=lambda question: question.key)
def test_a_page_has_one_heading_and_every_control_has_a_name(question: Question) -> None:
    text = drawn(question)
    page = Drawn(text)
    labels = {attrs.get("for") for attrs in page.of("label")}
    assert len(re.findall(r"<h1", text)) == 1
    assert len(page.ids()) == len(set(page.ids()))
    for control in page.of("input", "select", "textarea"):
        assert control["id"] in labels


@pytest.mark.parametrize("question", REGISTRY, ids=lambda question: question.key)
def test_every_error_links_to_a_control_that_is_there(question: Question) -> None:
    page = Drawn(drawn(question, {}))
    controls = {control["id"] for control in page.of("input", "select", "textarea")}
    for link in page.of("a"):
        assert link["href"] == "#drawings" or (link["href"] or "").removeprefix("#") in controls


@pytest.mark.parametrize("question", REGISTRY, ids=lambda question: question.key)
def test_everything_that_describes_a_control_is_there(question: Question) -> None:
    page = Drawn(drawn(question, {}))
    for _tag, attrs in page.tags:
        for described in (attrs.get("aria-describedby") or "").split():
            assert described in page.ids()


def test_a_wrong_box_of_a_date_is_the_one_to_go_to() -> None:
    when = next(question for question in REGISTRY if question.key == "when")
    text = drawn(when, {"answer_month": "11", "answer_day": "31", "answer_year": "2005"})
    assert 'href="#id_answer_1"' in text
    assert 'value="31"' in text


def test_an_error_is_marked_and_takes_the_focus() -> None:
    ending = next(question for question in REGISTRY if question.key == "ending")
    text = drawn(ending, {})
    assert 'role="alert" tabindex="-1" autofocus' in text
    assert text.count('aria-invalid="true"') == text.count('type="radio"')


def test_not_sure_is_an_answer_like_any_other() -> None:
    plants = next(question for question in REGISTRY if question.key == "plants")
    assert 'class="answer-card unsure"' in drawn(plants)
