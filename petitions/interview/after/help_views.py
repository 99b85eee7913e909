"""Views that help once a court has decided: letters about a background check, and the look at the state record."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from petitions.interview import sessions
from petitions.interview.answers import Answers, shown_name


@require_safe
def letters(request: HttpRequest) -> HttpResponse:
    """Show the letters to print, with the name where it was typed before."""
    answers = _answers(request)
    name = shown_name(answers) if answers else ""
    return render(request, "after/letters.html", {"name": name, "back_url": _back_url(answers)})


@require_safe
def state_record(request: HttpRequest) -> HttpResponse:
    """Show how to get one's own record and which lines to look for."""
    return render(request, "after/state_record.html", {"back_url": _back_url(_answers(request))})


def _answers(request: HttpRequest) -> Answers | None:
    """Return the answers of this session, where there are any."""
    try:
        return sessions.load(request)
    except sessions.InterviewGone:
        return None


def _back_url(answers: Answers | None) -> str:
    return reverse("after" if answers else "start")
