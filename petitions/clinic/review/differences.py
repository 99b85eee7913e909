"""Says what changed between the answers that a reviewer saw and those of now, page by page, in words; pure but for words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext

from petitions.interview.answers import (
    YOU,
    Answers,
    conviction_ids,
    facts_at,
    has_place,
    was_asked,
)
from petitions.interview.lists import conviction_title
from petitions.interview.questions import REGISTRY, Question
from petitions.interview.said import said


@dataclass(frozen=True, slots=True)
class Difference:
    """One page that says something else now. ``about`` is the count, empty for the person."""

    about: str
    name: str
    before: str
    now: str


def differences(before: Answers, now: Answers) -> tuple[Difference, ...]:
    """Return every difference, in the order of the registry; counts that came or went as a whole."""
    old, new = conviction_ids(before), conviction_ids(now)
    gone = [
        Difference(
            conviction_title(before, one), gettext("Count"), gettext("was there"), gettext("taken out")
        )
        for one in old
        if one not in new
    ]
    come = [
        Difference(conviction_title(now, one), gettext("Count"), "–", gettext("added"))
        for one in new
        if one not in old
    ]
    return (
        *gone,
        *come,
        *_pages(before, now, YOU),
        *(one for place in new for one in _pages(before, now, place)),
    )


def _pages(before: Answers, now: Answers, place: str) -> Iterator[Difference]:
    is_new = place != YOU and place not in conviction_ids(before)
    for question in REGISTRY:
        if not has_place(now, place, question):
            continue
        old = "–" if is_new else _said(before, place, question)
        new = _said(now, place, question)
        if old != new:
            about = "" if place == YOU else conviction_title(now, place)
            yield Difference(about, gettext(question.short), old, new)


def _said(answers: Answers, place: str, question: Question) -> str:
    if not has_place(answers, place, question) or not was_asked(answers, place, question):
        return "–"
    return said(question, facts_at(answers, place, question))
