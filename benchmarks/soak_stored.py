"""Looks in the store for each answer that the site acknowledged. Django's settings are in the environment before this is loaded."""

from __future__ import annotations

from collections import defaultdict

import django

django.setup()

from django.contrib.sessions.models import Session
from django.http import QueryDict

from benchmarks.soak_people import Acknowledged
from petitions.interview.answers import Answers, facts_at
from petitions.interview.flow import Page
from petitions.interview.forms import Situation, form_for
from petitions.interview.questions import question_of
from petitions.interview.screening import today
from petitions.records.reading import open_interview


def not_stored(saved: list[Acknowledged]) -> list[str]:
    """Return where and what each lost answer was: the place and the key of its question."""
    of_session: dict[str, list[Acknowledged]] = defaultdict(list)
    for one in saved:
        of_session[one.session].append(one)
    lost: list[str] = []
    for session, ones in of_session.items():
        answers = _answers_of(session)
        lost += [f"{one.place} {one.key}" for one in ones if answers is None or not _is_stored(one, answers)]
    return lost


def _answers_of(session: str) -> Answers | None:
    row = Session.objects.filter(pk=session).first()
    opened = open_interview(row.get_decoded().get("interview", "")) if row else None
    return opened.answers if opened else None


def _is_stored(one: Acknowledged, answers: Answers) -> bool:
    """Say whether what the form makes of the answer is what is kept."""
    question = question_of(one.key)
    assert question
    sent = QueryDict(mutable=True)
    for name, value in one.fields:
        sent[name] = value
    form = form_for(Situation(Page(one.place, question), answers, today()), sent)
    if not form.is_valid():
        return False
    stored = facts_at(answers, one.place, question)
    return f"{one.place}/{one.key}" in answers["trail"] and all(
        stored.get(fact) == value for fact, value in form.values.items()
    )
