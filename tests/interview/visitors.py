"""Visitors who have answered already: the walk there is done once, and the answers are kept for whoever comes next."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from django.test import Client

from petitions.records.reading import open_interview
from petitions.records.writing import save_answers, start_interview
from tests.interview.walk import POSSESSION, Fields, Walk


def screened(**answers: Fields) -> Walk:
    """Reach the result of a simple possession, but for what is named."""
    return Walk().begin().until({**POSSESSION, **answers})


def filed(**answers: Fields) -> Walk:
    """Answer every question of the papers."""
    return screened(**answers).file()


def after(walk: Callable[[], Walk]) -> Walk:
    """Return a new visitor with the answers that a walk leaves."""
    key = start_interview()
    save_answers(key, answers=_left_by(walk), version=1)
    client = Client()
    session = client.session
    session["interview"] = key
    session.save()
    return Walk(client)


@cache
def _left_by(walk: Callable[[], Walk]) -> dict[str, Any]:
    opened = open_interview(walk().client.session["interview"])
    assert opened is not None
    return opened.answers
