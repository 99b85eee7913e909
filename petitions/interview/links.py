"""Addresses of pages: which question is where, and the few places that a Change link may return to."""

from __future__ import annotations

from urllib.parse import urlencode

from django.urls import reverse

from petitions.interview.answers import YOU
from petitions.interview.flow import Page
from petitions.interview.questions import Question, Scope, question_for

RETURNS = {
    "result": "result",
    "convictions": "convictions",
    "tasks": "tasks",
    "check": "check",
}
"""The tokens of ``next`` and the URL names they stand for; any other token counts as none."""


def return_token(given: object) -> str:
    """Return an allowed token, or an empty one."""
    return given if isinstance(given, str) and given in RETURNS else ""


def page_url(page: Page, *, back_to: str = "") -> str:
    """Return the address of a question, with where to go after it."""
    url = reverse("question", args=(page.place, page.question.key))
    token = return_token(back_to)
    return f"{url}?{urlencode({'next': token})}" if token else url


def return_url(token: str) -> str:
    """Return the address that an allowed token stands for."""
    return reverse(RETURNS[token])


def change_url(conviction: str, fact: str, *, back_to: str) -> str:
    """Return the address of the question that sets a fact; empty where none does."""
    question = question_for(fact)
    return page_url(Page(place_of(question, conviction), question), back_to=back_to) if question else ""


def place_of(question: Question, conviction: str) -> str:
    """Return where a question about this conviction stands."""
    return conviction if question.scope in (Scope.CONVICTION, Scope.CASE) else YOU
