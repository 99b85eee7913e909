"""Ties a browser session to its stored answers, and saves one change at a time so that no other is lost."""

from __future__ import annotations

import json
from collections.abc import Callable

from django.http import HttpRequest
from django.utils.crypto import constant_time_compare, salted_hmac

from petitions.interview.answers import Answers, Values, applied, facts_at, has_place, new_answers
from petitions.interview.flow import Page
from petitions.records.reading import open_interview
from petitions.records.writing import StaleVersion, delete_interview, save_answers, start_interview

_KEY = "interview"
_TRIES = 20


class InterviewGone(Exception):
    """There are no stored answers for this session: deleted, expired, or never begun."""


class PlaceGone(Exception):
    """The conviction that a page asks about was removed."""


class AnsweredElsewhere(Exception):
    """Another tab has answered the same question since this page was drawn."""

    def __init__(self, stored: Values) -> None:
        super().__init__("answered in another tab")
        self.stored = stored


def begin(request: HttpRequest) -> None:
    """Start an interview, or keep the one that there is."""
    try:
        load(request)
    except InterviewGone:
        if request.session.session_key:
            request.session.cycle_key()  # whoever knew the old one does not know who answers now
        request.session[_KEY] = start_interview(new_answers())


def load(request: HttpRequest) -> Answers:
    """Return the answers of this session."""
    return _open(request)[1]


def change(request: HttpRequest, step: Callable[[Answers], Answers]) -> Answers:
    """Apply one change to the newest answers and save them; try again when another tab was faster."""
    for _try in range(_TRIES):
        key, answers, version = _open(request)
        changed = step(answers)
        try:
            save_answers(key, answers=changed, version=version)
        except StaleVersion:
            continue
        return changed
    raise StaleVersion


def answer(request: HttpRequest, page: Page, values: Values, *, seen: str) -> Answers:
    """Save one answer; refuse to write over a different one given meanwhile in another tab."""

    def step(answers: Answers) -> Answers:
        if not has_place(answers, page.place, page.question):
            raise PlaceGone
        stored = facts_at(answers, page.place, page.question)
        is_new = bool(seen) and not constant_time_compare(seen, seen_mark(answers, page))
        if is_new and any(stored.get(fact) != value for fact, value in values.items()):
            raise AnsweredElsewhere(stored)
        return applied(answers, place=page.place, question=page.question, values=values)

    return change(request, step)


def seen_mark(answers: Answers, page: Page) -> str:
    """Return a mark of what is stored for a page, from which the answer cannot be read."""
    stored = json.dumps(facts_at(answers, page.place, page.question), sort_keys=True)
    return salted_hmac("interview.seen", f"{page.place}/{page.question.key}/{stored}").hexdigest()[:24]


def forget(request: HttpRequest) -> None:
    """Delete the answers and everything that this session holds."""
    key = request.session.get(_KEY)
    if key:
        delete_interview(key)
    request.session.flush()


def _open(request: HttpRequest) -> tuple[str, Answers, int]:
    key = request.session.get(_KEY)
    opened = open_interview(key) if key else None
    if key is None or opened is None:
        raise InterviewGone
    return key, opened.answers or new_answers(), opened.version
