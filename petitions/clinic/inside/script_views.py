"""Views of the interview script: one question a page to read aloud, and the result in short words at its end."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import override
from django.views.decorators.http import require_http_methods, require_safe

from petitions.access.actors import Actor, of_matter
from petitions.access.roles import Action
from petitions.clinic.inside.entering import enter, opened_answers
from petitions.clinic.inside.frame import bar_of
from petitions.clinic.inside.noting import note_answers, note_page
from petitions.clinic.inside.script import (
    asked_in,
    beside_of,
    card_names,
    is_for_papers,
    next_for_papers,
    next_question,
    told_in,
)
from petitions.clinic.inside.spoken import Spoken, in_the_chosen, spoken_in
from petitions.clinic.inside.ways import url_inside
from petitions.interview import sessions
from petitions.interview.answers import Answers, conviction_ids, has_place
from petitions.interview.flow import Page, page_before
from petitions.interview.forms import QuestionForm, Situation
from petitions.interview.questions import question_of
from petitions.interview.said import said_lines
from petitions.interview.screening import today
from petitions.records.matters.models import Matter

_PAGE = "script"


@require_safe
@of_matter(Action.EDIT_MATTERS)
def matter_script(request: HttpRequest, actor: Actor, matter: Matter) -> HttpResponse:
    """Go to the next question to ask; where none is open, tell the result."""
    answers = _entered(request, matter)
    page = next_question(answers, on=today())
    if page is not None:
        return redirect(_url(request, matter, page))
    note_page(actor, matter, page=_PAGE)
    return _told(request, matter, answers)


@require_http_methods(["GET", "POST"])
@of_matter(Action.EDIT_MATTERS)
def matter_script_page(
    request: HttpRequest, actor: Actor, matter: Matter, place: str, key: str
) -> HttpResponse:
    """Show one question to read aloud, or save its answer."""
    answers, data = _entered(request, matter), request.POST if request.method == "POST" else None
    page = _page(answers, place, key)
    if page is None:
        return redirect(_script_url(request, matter))
    spoken = spoken_in(request, matter)
    form = asked_in(spoken.code, Situation(page, answers, today()), data)
    if not form.is_valid():
        note_page(actor, matter, page=_PAGE)
        return _ask(request, matter, form, spoken)
    try:
        changed = sessions.answer(request, page, form.values, seen=str(request.POST.get("seen", ""))[:64])
    except sessions.AnsweredElsewhere as other:
        note_page(actor, matter, page=_PAGE)
        return _ask(request, matter, form, spoken, other=said_lines(page.question, other.stored))
    note_answers(actor, matter, changed, page=_PAGE, part=key)
    return redirect(_url(request, matter, page) if form.stays else _after(request, matter, changed, page))


def _entered(request: HttpRequest, matter: Matter) -> Answers:
    enter(request, matter, opened_answers(matter).answers)
    return sessions.load(request)


def _page(answers: Answers, place: str, key: str) -> Page | None:
    """Return the page; None where the conviction was removed, or where the office answers itself."""
    question = question_of(key)
    if question is None:
        raise Http404
    return Page(place, question) if has_place(answers, place, question) else None


def _ask(
    request: HttpRequest,
    matter: Matter,
    form: QuestionForm,
    spoken: Spoken,
    *,
    other: list[str] | None = None,
) -> HttpResponse:
    answers, page = sessions.load(request), form.situation.page
    data = request.POST if request.method == "POST" else None
    before = page_before(answers, page)
    context: dict[str, Any] = {
        **bar_of(matter, answers),
        "here": _script(matter),
        **_asked(request, answers, form, spoken),
        "beside": beside_of(form.situation, data, language=spoken.own) if spoken.is_other else None,
        "spoken": spoken,
        "has_errors": bool(form.errors),
        "has_cards": bool(card_names(form)),
        "can_add": bool(page.question.details),
        "is_for_papers": is_for_papers(page),
        "is_optional": page.question.optional,
        "seen": sessions.seen_mark(answers, page),
        "answered_elsewhere": other,
        "back_url": _url(request, matter, before) if before else "",
    }
    return render(request, "clinic/inside/script.html", context)


def _asked(request: HttpRequest, answers: Answers, form: QuestionForm, spoken: Spoken) -> dict[str, str]:
    """Draw the question in the language in which it is read aloud, and why it is asked."""
    ids, place = conviction_ids(answers), form.situation.page.place
    number = ids.index(place) + 1 if len(ids) > 1 and place in ids else None
    context = {"form": form, "question": form.question, "place_number": number}
    with override(spoken.code):
        return {
            "asked": render_to_string("clinic/inside/_asked.html", context, request),
            "why": render_to_string("interview/_why.html", context, request),
        }


def _told(request: HttpRequest, matter: Matter, answers: Answers) -> HttpResponse:
    """Tell the result, and where to go on."""
    spoken, is_empty = spoken_in(request, matter), not conviction_ids(answers)
    open_page = next_for_papers(answers, on=today())
    context = {
        **bar_of(matter, answers),
        "here": _script(matter),
        "spoken": spoken,
        "told": None if is_empty else told_in(spoken.code, answers, on=today()),
        "beside": None if is_empty or not spoken.is_other else told_in(spoken.own, answers, on=today()),
        "papers_url": _url(request, matter, open_page) if open_page else "",
        "add_url": url_inside(matter, "add_conviction"),
    }
    return render(request, "clinic/inside/script_end.html", context)


def _after(request: HttpRequest, matter: Matter, answers: Answers, page: Page) -> str:
    """Return where to go after an answer: to what the result needs, and for the papers to what they need."""
    following = next_question(answers, on=today())
    if following is None and is_for_papers(page):
        following = next_for_papers(answers, on=today())
    return _url(request, matter, following) if following else _script_url(request, matter)


def _url(request: HttpRequest, matter: Matter, page: Page) -> str:
    parts = {"matter": matter.pk, "place": page.place, "key": page.question.key}
    return in_the_chosen(request, reverse("matter_script_page", kwargs=parts))


def _script_url(request: HttpRequest, matter: Matter) -> str:
    return in_the_chosen(request, _script(matter))


def _script(matter: Matter) -> str:
    return reverse("matter_script", kwargs={"matter": matter.pk})
