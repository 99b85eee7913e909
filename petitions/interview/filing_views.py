"""Views of the way to the papers: what to know first, the task list, and check-your-answers."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from petitions.courts.directory import load_directory
from petitions.documents.filing import FilingProblems
from petitions.documents.worker import get_ready
from petitions.interview import sessions
from petitions.interview.answers import Answers
from petitions.interview.before import before_papers
from petitions.interview.filed_cases import FiledCase, filed_cases, is_complete
from petitions.interview.flow import next_page
from petitions.interview.lists import (
    case_card,
    paper_conviction_cards,
    person_card,
    person_screening_card,
)
from petitions.interview.packet import assembled
from petitions.interview.paper_views import guide_language
from petitions.interview.preflight import preflight
from petitions.interview.preflight_page import PreflightPage, preflight_page, problems_page
from petitions.interview.screening import determinations_of, record_of, today
from petitions.interview.tasks import task_groups
from petitions.interview.views import with_answers


@require_safe
@with_answers
def before(request: HttpRequest) -> HttpResponse:
    """Say what to know before papers are made."""
    answers = sessions.load(request)
    determinations = determinations_of(answers, on=today())
    notes = before_papers(determinations, filed_cases(answers, determinations), load_directory())
    return render(request, "interview/before.html", {"notes": notes})


@require_safe
@with_answers
def tasks(request: HttpRequest) -> HttpResponse:
    """List what is done and what is open."""
    answers, cases = _load(request)
    if not cases:
        return redirect("result")
    return render(request, "interview/tasks.html", {"groups": task_groups(answers, cases)})


@require_safe
@with_answers
def check(request: HttpRequest) -> HttpResponse:
    """Show every answer before the papers are made."""
    answers, cases = _load(request)
    if not is_complete(answers, cases):
        return redirect("tasks")
    get_ready()
    filed = {place for case in cases for group in case.groups for place in group.convictions}
    context = {
        "case_cards": [case_card(answers, case, back_to="check") for case in cases],
        "person_card": person_card(answers, back_to="check"),
        "conviction_cards": paper_conviction_cards(answers, filed, back_to="check"),
        "past_card": person_screening_card(answers, back_to="check"),
        "preflight": _preflight(request, answers),
    }
    return render(request, "interview/check.html", context)


def _preflight(request: HttpRequest, answers: Answers) -> PreflightPage:
    """Return the reasons for which papers come back, looked up in the papers as they stand."""
    try:
        packets = assembled(answers, on=today(), language=guide_language(request))
    except FilingProblems as problems:
        return problems_page(problems)
    found = preflight(answers, packets, record=record_of(answers))
    return preflight_page(found, packets=packets)


def _load(request: HttpRequest) -> tuple[Answers, tuple[FiledCase, ...]]:
    """Return the answers with the cases to file; none while a screening question is open."""
    answers = sessions.load(request)
    if next_page(answers, on=today()) is not None:
        return answers, ()
    return answers, filed_cases(answers, determinations_of(answers, on=today()))
