"""Puts a request within a matter that was loaded and authorised: its answers are those that the pages work on."""

from __future__ import annotations

from functools import partial

from django.http import Http404, HttpRequest
from django.urls import get_script_prefix, reverse

from petitions.clinic.inside.frame import top_of
from petitions.clinic.papers import with_attorney
from petitions.interview.answers import Answers
from petitions.interview.within import Within
from petitions.records.matters.models import Matter
from petitions.records.matters.reading import MatterAnswers, MatterGone, answers_of


def enter(request: HttpRequest, matter: Matter, answers: Answers) -> None:
    """Set what the pages of the interview look at."""
    request.matter_answers = matter.interview_id  # type: ignore[attr-defined]
    request.within = Within(  # type: ignore[attr-defined]
        language=matter.language,
        home_url=reverse("matter", kwargs={"matter": matter.pk}),
        adds=partial(with_attorney, profile=matter.attorney),
        top=partial(top_of, request, matter, answers, prefix=get_script_prefix()),
    )


def opened_answers(matter: Matter) -> MatterAnswers:
    """Return the answers of a matter; where they are gone there is no such page."""
    try:
        return answers_of(matter)
    except MatterGone:
        raise Http404 from None
