"""Views that help once a court has decided: letters about a background check, and the look at the state record."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from petitions.interview import sessions


@require_safe
def letters(request: HttpRequest) -> HttpResponse:
    """Show the letters to print, with the name where it was typed before."""
    return render(request, "after/letters.html", {"name": _name(request)})


@require_safe
def state_record(request: HttpRequest) -> HttpResponse:
    """Show how to get one's own record and which lines to look for."""
    return render(request, "after/state_record.html")


def _name(request: HttpRequest) -> str:
    try:
        filing = sessions.load(request)["filing"]
    except sessions.InterviewGone:
        return ""
    return filing.get("name_now") or filing.get("name_on_case") or ""
