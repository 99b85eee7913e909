"""The view of the slips for court clerks."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from petitions.courts.directory import load_directory
from petitions.interview import sessions
from petitions.interview.clerk_slip import slips_for_clerks
from petitions.interview.screening import determinations_of, record_of, today
from petitions.interview.views import with_answers


@require_safe
@with_answers
def clerk_slips(request: HttpRequest) -> HttpResponse:
    """Show a slip to print for each case, and what to do with the clerk's answer."""
    answers = sessions.load(request)
    slips = slips_for_clerks(record_of(answers), determinations_of(answers, on=today()), load_directory())
    if not slips:
        return redirect("result")
    return render(request, "interview/clerk_slips.html", {"slips": slips})
