"""Views of the pages of other help; anyone may read them, and who has answers sees the way back to them."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from petitions.courts.directory import load_directory
from petitions.interview import sessions
from petitions.interview.answers import Answers
from petitions.interview.county_places import county_names, places_of
from petitions.interview.other_help.pages import PAGES, page_of


@require_safe
def every_page(request: HttpRequest) -> HttpResponse:
    """List the pages."""
    return render(request, "other_help/list.html", {"pages": PAGES, **_way_back(request)})


@require_safe
def one_page(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one page, with the places of the counties that were named."""
    page = page_of(slug)
    if page is None:
        raise Http404
    return render(request, "other_help/page.html", {"page": page, **_way_back(request)})


@require_safe
def places(request: HttpRequest) -> HttpResponse:
    """List the court and the public defender of every county."""
    directory = load_directory()
    every = places_of((county.name for county in directory.counties), directory)
    return render(request, "other_help/places.html", {"every": every, **_way_back(request)})


def _way_back(request: HttpRequest) -> dict[str, Any]:
    answers = _answers(request)
    if answers is None:
        return {"has_answers": False, "places": ()}
    directory = load_directory()
    typed = (one.get("county") for one in answers["record"]["convictions"])
    return {"has_answers": True, "places": places_of(county_names(typed, directory), directory)}


def _answers(request: HttpRequest) -> Answers | None:
    try:
        return sessions.load(request)
    except sessions.InterviewGone:
        return None
