"""Views of checking a sheet: what was found, one conviction beside its lines, the person, and the end."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from petitions.exchange.reading import BadInput, read_record
from petitions.interview import sessions
from petitions.interview.answers import Answers, record_json
from petitions.interview.consistency import DO_NOT_FIT
from petitions.interview.screening import today
from petitions.interview.views import go_on
from petitions.interview.within import within
from petitions.rapsheet.confirming.candidates import Candidate, Offered, candidate_of, offered
from petitions.rapsheet.confirming.choices import (
    NEW,
    Choice,
    Choices,
    add_choice,
    choices_of,
    keep_choice,
    without_choice,
)
from petitions.rapsheet.confirming.confirmed import with_confirmed
from petitions.rapsheet.confirming.conviction_form import ConvictionForm
from petitions.rapsheet.confirming.excerpts import excerpts
from petitions.rapsheet.confirming.finishing import PERSON, convictions_of, first_open, person_of
from petitions.rapsheet.confirming.overview import overview
from petitions.rapsheet.confirming.person_form import PersonForm
from petitions.rapsheet.handing.held_sheet import once_read, with_sheet
from petitions.rapsheet.handing.kept_pages import KeptPage, pages_of
from petitions.rapsheet.wording.notices import HINTS
from petitions.records.held.folder import Folder
from petitions.records.held.holding import let_go


@require_safe
@with_sheet
@once_read
def sheet_check(request: HttpRequest, folder: Folder) -> HttpResponse:
    """List what was found, and what is still to be checked."""
    return _list(request, folder)


@require_http_methods(["GET", "POST"])
@with_sheet
@once_read
def sheet_conviction(request: HttpRequest, folder: Folder, name: str) -> HttpResponse:
    """Show one conviction beside its lines, and keep what the person makes of it."""
    pages = pages_of(folder)
    found, choices = _offered(pages), choices_of(folder)
    candidate, choice = candidate_of(found, name), choices.by_id.get(name)
    if candidate is None and choice is None and name != NEW:
        raise Http404
    if "leave-out" in request.POST:
        return _left_out(folder, name, candidate, found)
    form = ConvictionForm(
        candidate, choice, request.POST if request.method == "POST" else None, on=today(), born=_born(choices)
    )
    if not form.is_valid():
        return _show(request, form, candidate, pages=pages, found=found, is_new=name == NEW)
    if name == NEW:
        add_choice(folder, form.choice)
    else:
        keep_choice(folder, name, form.choice)
    return _next(folder, found)


@require_http_methods(["GET", "POST"])
@with_sheet
@once_read
def sheet_person(request: HttpRequest, folder: Folder) -> HttpResponse:
    """Show what the sheet says of the person, and keep what they make of it."""
    pages = pages_of(folder)
    found, choices = _offered(pages), choices_of(folder)
    data = request.POST if request.method == "POST" else None
    form = PersonForm(found, choices.by_id.get(PERSON), data, on=today())
    if not form.is_valid():
        return _show_person(request, form, pages=pages, found=found)
    keep_choice(folder, PERSON, form.choice)
    return _next(folder, found)


@require_POST
@with_sheet
@once_read
def sheet_finish(request: HttpRequest, folder: Folder) -> HttpResponse:
    """Put what was confirmed into the answers, destroy the sheet, and go on with the questions."""
    found, choices = _offered(pages_of(folder)), choices_of(folder)
    if first_open(found, choices):
        return redirect("sheet_check")
    if not _fits(sessions.load(request), found, choices):
        return _list(request, folder, problem=DO_NOT_FIT)
    sessions.change(request, lambda newest: _confirmed(newest, found, choices))
    let_go(sessions.use_visit(request)[0])
    matter = within(request)
    return redirect(matter.home_url) if matter else go_on(request)


def _list(request: HttpRequest, folder: Folder, *, problem: str = "") -> HttpResponse:
    pages = pages_of(folder)
    found, choices = _offered(pages), choices_of(folder)
    context = {
        "problem": problem,
        "found": found,
        "sheet": overview(found, choices, pages=pages),
        "to_check": first_open(found, choices),
        "pages": pages,
    }
    return render(request, "rapsheet/check.html", context)


def _show(
    request: HttpRequest,
    form: ConvictionForm,
    candidate: Candidate | None,
    *,
    pages: tuple[KeptPage, ...],
    found: Offered,
    is_new: bool,
) -> HttpResponse:
    stated = candidate.stated.values() if candidate else ()
    marked = [place for one in stated for place in one.places]
    ids = [one.id for one in found.candidates]
    context: dict[str, Any] = {
        "form": form,
        "candidate": candidate,
        "is_new": is_new,
        "number": ids.index(candidate.id) + 1 if candidate else None,
        "how_many": len(ids),
        "hints": [HINTS[one] for one in HINTS if candidate and one in candidate.hints],
        "excerpts": excerpts(pages, lines=candidate.lines, marked=marked) if candidate else (),
    }
    return render(request, "rapsheet/conviction.html", context)


def _show_person(
    request: HttpRequest, form: PersonForm, *, pages: tuple[KeptPage, ...], found: Offered
) -> HttpResponse:
    born = found.person_stated.get("date_of_birth")
    shown = [place for prior in (*found.super_strikes, *found.sex_offenses) for place in prior.lines]
    marked = list(born.places) if born else []
    context = {
        "form": form,
        "found": found,
        "needs_check": bool(born and born.needs_check),
        "excerpts": excerpts(pages, lines=shown, marked=[*marked, *shown]),
    }
    return render(request, "rapsheet/person.html", context)


def _left_out(folder: Folder, name: str, candidate: Candidate | None, found: Offered) -> HttpResponse:
    if candidate is None:
        without_choice(folder, name)
    else:
        keep_choice(folder, name, Choice(is_left_out=True))
    return _next(folder, found)


def _next(folder: Folder, found: Offered) -> HttpResponse:
    """Lead to what is still to be checked."""
    name = first_open(found, choices_of(folder))
    if name == PERSON:
        return redirect("sheet_person")
    return redirect("sheet_conviction", name=name) if name else redirect(f"{reverse('sheet_check')}#done")


def _offered(pages: tuple[KeptPage, ...]) -> Offered:
    return offered([page.lines for page in pages], on=today())


def _born(choices: Choices) -> str | None:
    said = choices.by_id.get(PERSON, Choice()).said
    found = said.get("birth-date", {}).get("date_of_birth")
    return str(found) if found else None


def _confirmed(answers: Answers, found: Offered, choices: Choices) -> Answers:
    changed = with_confirmed(answers, convictions=convictions_of(found, choices), person=person_of(choices))
    agreed = changed.get("sheet_agreed", {})
    done = {**agreed, "confirmed_at": timezone.now().isoformat(timespec="minutes")}
    return {**changed, "sheet_agreed": done}


def _fits(answers: Answers, found: Offered, choices: Choices) -> bool:
    changed = _confirmed(answers, found, choices)
    try:
        read_record(record_json(changed))
    except BadInput:
        return not changed["record"]["convictions"]
    return True
