"""Views of the guide: begin, one step a page, and the words of a sheet."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from petitions.interview import sessions
from petitions.interview.answers import YOU, Answers, conviction_ids, first_count
from petitions.interview.counts import can_add
from petitions.interview.flow import Page
from petitions.interview.forms import Situation
from petitions.interview.questions import Scope
from petitions.interview.said import said_lines
from petitions.interview.screening import today
from petitions.interview.views import with_answers
from petitions.interview.within import within
from petitions.rapsheet.guide import sample, seen
from petitions.rapsheet.guide.forms import SeenForm, sheet_form
from petitions.rapsheet.guide.order import (
    FIRST,
    REST,
    Stop,
    next_stop,
    stop_before,
    stop_without,
    with_another,
    with_one_to_read,
)
from petitions.rapsheet.guide.steps import (
    ANOTHER,
    NOTES,
    SheetStep,
    how_many,
    is_place,
    number_of,
    step_of,
)
from petitions.rapsheet.guide.words import GROUPS, words_of


@require_http_methods(["GET", "POST"])
def read_it_yourself(request: HttpRequest) -> HttpResponse:
    """Say what the guide does and how to get a sheet, or begin."""
    if request.method == "POST":
        if not within(request):
            sessions.begin(request, is_shared="shared" in request.POST)
        return _go(FIRST)
    return render(request, "rapsheet/guide/start.html", {"has_answers": sessions.has_answers(request)})


@require_safe
def sheet_words(request: HttpRequest) -> HttpResponse:
    """Show the whole sample, and what its words mean."""
    context = {"groups": GROUPS, "sheet": sample.drawing_of(sample.WHOLE, marked=())}
    return render(request, "rapsheet/guide/words.html", context)


@require_http_methods(["GET", "POST"])
@with_answers
def read_step(request: HttpRequest, place: str, step: str) -> HttpResponse:
    """Ask what stands in one part of the sheet, or note it."""
    found = step_of(step)
    if (found is None and step not in NOTES) or not is_place(place, step, you=YOU):
        raise Http404
    answers, at = sessions.load(request), Stop(place, step)
    if place not in (YOU, *conviction_ids(answers)):
        raise sessions.PlaceGone
    if found is None:
        return _tell(request, answers, at)
    if "skip" in request.POST:
        return _go(stop_without(answers, at))
    if found.sets_facts:
        return _read(request, answers, at, found)
    return _look(request, answers, at, found)


def _tell(request: HttpRequest, answers: Answers, at: Stop) -> HttpResponse:
    context = {
        "back_url": _back_url(answers, at),
        "place": at.place,
        "has_several": len(conviction_ids(answers)) > 1,
        "sheet": sample.drawing_of(sample.REGISTRATION, marked=("registration",)),
        **{name: seen.is_seen(answers, "notices", card=name) for name in ("theft", "supervision")},
        "other_records": seen.is_seen(answers, "notices", card="other-records"),
    }
    return render(request, f"rapsheet/guide/{at.key.replace('-', '_')}.html", context)


def _read(request: HttpRequest, answers: Answers, at: Stop, step: SheetStep) -> HttpResponse:
    """Ask for facts of the interview, and store them as its own page does."""
    place = first_count(answers, at.place) if step.question.scope is Scope.CASE else at.place
    page = Page(place, step.question)
    form = sheet_form(Situation(page, answers, today()), request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return _ask(request, answers, at, step, form=form, seen=sessions.seen_mark(answers, page))
    try:
        changed = sessions.answer(request, page, form.values, seen=str(request.POST.get("seen", ""))[:64])
    except sessions.AnsweredElsewhere as other:
        newest = sessions.load(request)
        said = said_lines(page.question, other.stored)
        mark = sessions.seen_mark(newest, page)
        return _ask(request, newest, at, step, form=form, seen=mark, answered_elsewhere=said)
    return _go(next_stop(changed, at))


def _look(request: HttpRequest, answers: Answers, at: Stop, step: SheetStep) -> HttpResponse:
    """Ask what the person sees, which is no fact of the interview."""
    form = SeenForm(step, answers, request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return _ask(request, answers, at, step, form=form)
    if step is ANOTHER:
        return _another(request, answers, at, card=str(form.seen))
    changed = sessions.change(
        request, lambda newest: with_one_to_read(seen.with_seen(newest, key=at.key, seen=form.seen))
    )
    return _go(next_stop(changed, at))


def _another(request: HttpRequest, answers: Answers, at: Stop, *, card: str) -> HttpResponse:
    if card == seen.NO:
        return _go(REST)
    if not can_add(answers):
        return redirect("convictions")
    changed = sessions.change(request, lambda newest: with_another(newest, place=at.place, card=card)[0])
    return _go(Stop(with_another(changed, place=at.place, card=card)[1], "code"))


def _ask(request: HttpRequest, answers: Answers, at: Stop, step: SheetStep, **more: Any) -> HttpResponse:
    ids = conviction_ids(answers)
    context = {
        "question": step.question,
        "sheet": step.drawing,
        "words": words_of(step.words),
        "number": number_of(step),
        "how_many": how_many(),
        "place_number": ids.index(at.place) + 1 if len(ids) > 1 and at.place in ids else None,
        "back_url": _back_url(answers, at),
        "can_skip": step is not ANOTHER,
        **more,
    }
    return render(request, "rapsheet/guide/step.html", context)


def _back_url(answers: Answers, at: Stop) -> str:
    before = stop_before(answers, at)
    return reverse("read_step", args=before) if before else reverse("read_it_yourself")


def _go(stop: Stop) -> HttpResponse:
    return redirect("read_step", *stop)
