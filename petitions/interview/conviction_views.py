"""Views of the list of convictions: see, add, remove."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from petitions.interview import sessions
from petitions.interview.add_form import AddForm
from petitions.interview.after.trackers import loses_tracker
from petitions.interview.answers import Answers, conviction_ids
from petitions.interview.counts import can_add, with_conviction, without_conviction
from petitions.interview.flow import next_page
from petitions.interview.links import page_url
from petitions.interview.lists import conviction_card, conviction_cards
from petitions.interview.screening import today
from petitions.interview.views import with_answers


@require_http_methods(["GET"])
@with_answers
def convictions(request: HttpRequest) -> HttpResponse:
    """List the convictions with what was said of each."""
    answers = sessions.load(request)
    context = {"cards": conviction_cards(answers, back_to="convictions"), "can_add": can_add(answers)}
    return render(request, "interview/convictions.html", context)


@require_http_methods(["GET", "POST"])
@with_answers
def add_conviction(request: HttpRequest) -> HttpResponse:
    """Add a conviction, in a case that is there or in another."""
    answers = sessions.load(request)
    if not can_add(answers):
        return redirect("convictions")
    form = AddForm(answers, request.POST if request.method == "POST" or not conviction_ids(answers) else None)
    if not form.is_valid():
        return render(request, "interview/add_conviction.html", {"form": form})
    changed = sessions.change(
        request, lambda newest: with_conviction(newest, same_case_as=form.same_case_as(newest))
    )
    page = next_page(changed, on=today())
    return redirect(page_url(page)) if page else redirect("result")


@require_http_methods(["GET", "POST"])
@with_answers
def remove_conviction(request: HttpRequest, place: str) -> HttpResponse:
    """Ask before a conviction is taken out, then take it out."""
    answers = sessions.load(request)
    card = conviction_card(answers, place, back_to="convictions")
    if card is None:
        return redirect("convictions")
    if request.method != "POST":
        context = {"card": card, "loses_dates": loses_tracker(answers, place)}
        return render(request, "interview/remove_conviction.html", context)
    sessions.change(request, lambda newest: _without(newest, place))
    return redirect("convictions")


def _without(answers: Answers, place: str) -> Answers:
    return without_conviction(answers, place) if place in conviction_ids(answers) else answers
