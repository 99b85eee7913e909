"""Views of the questions: begin, ask, leave."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from petitions.courts.directory import shipped_directory
from petitions.documents.lately import forget_all
from petitions.exchange.reading import BadInput
from petitions.interview import sessions
from petitions.interview.answers import Answers, conviction_ids, has_place
from petitions.interview.filed_cases import filed_cases, next_filing_page
from petitions.interview.flow import Page, next_page, page_before, pages_of
from petitions.interview.forms import QuestionForm, Situation, form_for
from petitions.interview.links import page_url, return_token, return_url
from petitions.interview.questions import Scope, question_of
from petitions.interview.said import said_lines
from petitions.interview.screening import determinations_of, today

View = Callable[..., HttpResponse]


def with_answers(view: View) -> View:
    """Show a kind page where the answers are gone, and the list where a conviction is, or every one."""

    @wraps(view)
    def guarded(request: HttpRequest, **parts: Any) -> HttpResponse:
        try:
            return view(request, **parts)
        except sessions.InterviewGone:
            return render(request, "interview/gone.html", status=410)
        except sessions.PlaceGone:
            return redirect("convictions")
        except BadInput:
            if conviction_ids(sessions.load(request)):
                raise
            return redirect("convictions")

    return guarded


@require_http_methods(["GET", "POST"])
def begin(request: HttpRequest) -> HttpResponse:
    """Start, or go on where the person was."""
    if request.method == "POST":
        chosen = shipped_directory().county(request.POST.get("county", ""))
        sessions.begin(request, is_shared="shared" in request.POST, county=chosen.name if chosen else "")
    return go_on(request)


@with_answers
def go_on(request: HttpRequest) -> HttpResponse:
    """Go to the next question, or to the result."""
    return redirect(_next_url(sessions.load(request), back_to=""))


@require_http_methods(["GET", "POST"])
@with_answers
def question(request: HttpRequest, place: str, key: str) -> HttpResponse:
    """Ask one question, or save its answer."""
    answers, token = sessions.load(request), return_token(request.GET.get("next"))
    page = _page(answers, place, key)
    form = form_for(Situation(page, answers, today()), request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return _ask(request, page, form, answers, token)
    try:
        changed = sessions.answer(request, page, form.values, seen=str(request.POST.get("seen", ""))[:64])
    except sessions.AnsweredElsewhere as other:
        newest, said_there = sessions.load(request), said_lines(page.question, other.stored)
        return _ask(request, page, form, newest, token, other=said_there)
    return redirect(page_url(page, back_to=token) if form.stays else _after(changed, page, token))


@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Delete the answers of this visit and end the session; say where a code still keeps them."""
    is_kept = sessions.is_kept(request)
    sessions.forget(request)
    forget_all()
    return redirect(f"{reverse('cleared')}?code=kept" if is_kept else "cleared")


def _page(answers: Answers, place: str, key: str) -> Page:
    asked = question_of(key)
    if asked is None:
        raise Http404
    if not has_place(answers, place, asked):
        raise sessions.PlaceGone
    return Page(place, asked)


def _ask(
    request: HttpRequest,
    page: Page,
    form: QuestionForm,
    answers: Answers,
    token: str,
    *,
    other: list[str] | None = None,
) -> HttpResponse:
    context: dict[str, Any] = {
        "form": form,
        "question": page.question,
        "seen": sessions.seen_mark(answers, page),
        "back_url": _back_url(answers, page, token),
        "answered_elsewhere": other,
        "place_number": _place_number(answers, page),
    }
    return render(request, "interview/question.html", context)


def _place_number(answers: Answers, page: Page) -> int | None:
    """Return which conviction a page is about, where there are several."""
    ids = conviction_ids(answers)
    return ids.index(page.place) + 1 if len(ids) > 1 and page.place in ids else None


def _back_url(answers: Answers, page: Page, token: str) -> str:
    if token:
        return return_url(token)
    if page.question.scope in (Scope.CASE, Scope.FILER):
        return reverse("tasks")
    if _begins_another(answers, page):
        return reverse("convictions")
    before = page_before(answers, page)
    return page_url(before) if before else reverse("start")


def _begins_another(answers: Answers, page: Page) -> bool:
    """Say whether a page is the first one of a conviction that was added."""
    ids = conviction_ids(answers)
    is_added = len(ids) > 1 and page.place in ids
    return is_added and not any(one.place == page.place for one in pages_of(answers))


def _after(answers: Answers, page: Page, token: str) -> str:
    """Return where to go after an answer: what became necessary first, then where the person came from."""
    if page.question.scope in (Scope.CONVICTION, Scope.PETITIONER) and token != "tasks":
        return _next_url(answers, back_to=token)
    if token and token != "tasks":
        return return_url(token)
    cases = filed_cases(answers, determinations_of(answers, on=today()))
    open_page = next_filing_page(answers, cases, after=page)
    return page_url(open_page, back_to="tasks") if open_page else reverse("tasks")


def _next_url(answers: Answers, *, back_to: str) -> str:
    page = next_page(answers, on=today())
    if page is not None:
        return page_url(page, back_to=back_to)
    return return_url(back_to) if back_to else reverse("result")
