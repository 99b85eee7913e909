"""Views of the tracker: how far each case is, and one page for each step."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from petitions.interview import sessions
from petitions.interview.after.cases import noted_lines, title_of, tracked_cases
from petitions.interview.after.notes import can_track
from petitions.interview.after.saving import NotedElsewhere, save_step, seen_mark
from petitions.interview.after.step_form import StepForm, StepPlace
from petitions.interview.after.trackers import Step, tracked_places
from petitions.interview.screening import today
from petitions.interview.views import with_answers


@require_safe
@with_answers
def after(request: HttpRequest) -> HttpResponse:
    """Say what happens next, and how far each case is."""
    answers = sessions.load(request)
    cases = tracked_cases(answers, on=today())
    if not cases:
        return redirect("result")
    context = {"cases": cases, "is_noted": bool(tracked_places(answers))}
    return render(request, "after/after.html", context)


@require_http_methods(["GET", "POST"])
@with_answers
def after_step(request: HttpRequest, place: str, step: str) -> HttpResponse:
    """Ask how far one step of a case is, or note it."""
    if step not in list(Step):
        raise Http404
    answers = sessions.load(request)
    if not can_track(answers, place):
        return redirect("after")
    at = StepPlace(answers, place, Step(step), today())
    form = StepForm(at, request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return _ask(request, form)
    try:
        save_step(
            request,
            place=place,
            step=at.step,
            values=form.values,
            seen=str(request.POST.get("seen", ""))[:64],
        )
    except NotedElsewhere as other:
        newest = StepPlace(sessions.load(request), place, at.step, today())
        return _ask(request, StepForm(newest, request.POST), other=noted_lines(other.stored))
    return redirect("after")


def _ask(request: HttpRequest, form: StepForm, *, other: tuple[str, ...] = ()) -> HttpResponse:
    at = form.at
    context = {
        "form": form,
        "heading": form.words.heading,
        "title": title_of(at.answers, at.place),
        "seen": seen_mark(at.answers, place=at.place, step=at.step),
        "answered_elsewhere": other,
    }
    return render(request, "after/step.html", context)
