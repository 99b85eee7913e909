"""The view that opens the pages of the interview and of a RAP sheet within a matter, which its address names."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.urls import ResolverMatch
from django.views.decorators.http import require_http_methods

from petitions.access.actors import Actor, of_matter
from petitions.access.roles import Action
from petitions.clinic.inside.entering import enter, opened_answers
from petitions.clinic.inside.noting import note_answers, note_page
from petitions.clinic.inside.prefix import inside
from petitions.clinic.inside.routes import TO_MATTER, TO_PUBLIC, methods_of, opened_at
from petitions.interview import sessions
from petitions.records.matters.models import Matter

View = Callable[..., HttpResponseBase]
_LAWYER = "lawyer"


def with_page(view: View) -> View:
    """Find the page before the matter: one that cannot be opened within any is not there, for nobody."""

    @wraps(view)
    def guarded(request: HttpRequest, matter: str, rest: str) -> HttpResponseBase:
        page = opened_at(rest)
        if page is None:
            raise Http404
        if request.method not in methods_of(page):
            return HttpResponseNotAllowed(methods_of(page))
        return view(request, matter=matter, page=page)

    return guarded


@require_http_methods(["GET", "HEAD", "POST"])
@with_page
@of_matter(Action.EDIT_MATTERS)
def matter_inside(request: HttpRequest, actor: Actor, matter: Matter, page: ResolverMatch) -> HttpResponse:
    """Open a page within the matter; what it writes of addresses stays there."""
    if page.url_name in TO_PUBLIC:
        return redirect(str(page.url_name), *page.args, **page.kwargs)
    if page.url_name in TO_MATTER or _is_the_offices(matter, page):
        return redirect("matter", matter=matter.pk)
    before = opened_answers(matter)
    enter(request, matter, before.answers)
    try:
        with inside(matter.pk):
            response = page.func(request, *page.args, **page.kwargs)
    except sessions.IsMatter:
        raise Http404 from None
    if request.method == "POST" and (now := opened_answers(matter)).version != before.version:
        note_answers(actor, matter, now.answers, page=str(page.url_name), part=_part(page))
    else:
        note_page(actor, matter, page=str(page.url_name))
    return response


def _is_the_offices(matter: Matter, page: ResolverMatch) -> bool:
    """Say whether a page asks for the attorney, whom the matter's own page names."""
    return matter.attorney_id is not None and page.kwargs.get("key") == _LAWYER


def _part(page: ResolverMatch) -> str:
    """Return the question that a page asks, by our name of it."""
    return str(page.kwargs.get("key") or page.kwargs.get("step") or "")
