"""Views that bring something in: a new petitioner, and rows from a spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_http_methods

from petitions.access.actors import Actor, of_matter, staff
from petitions.access.roles import Action
from petitions.clinic.desk.added_rows import room_left
from petitions.clinic.desk.new_matter import NewMatterForm, opened
from petitions.clinic.desk.pasting import LONGEST, PastedRow, pasted_rows
from petitions.clinic.desk.saving import save_rows
from petitions.clinic.ending.agreement import agreement_lines
from petitions.interview.questions import question_of
from petitions.interview.screening import today
from petitions.records.matters.models import Matter
from petitions.records.matters.reading import answers_of


@require_http_methods(["GET", "POST"])
@staff(Action.EDIT_MATTERS)
def new_matter(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Open a matter."""
    form = NewMatterForm(actor, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        return redirect("matter", matter=opened(form, actor=actor))
    context = {"form": form, "lines": agreement_lines(actor.organization)}
    return render(request, "clinic/desk/new_matter.html", context)


@require_http_methods(["GET", "POST"])
@of_matter(Action.EDIT_MATTERS)
def matter_paste(request: HttpRequest, actor: Actor, matter: Matter) -> HttpResponse:
    """Show what pasted rows would add, then add them."""
    text = request.POST.get("rows", "")
    rows = pasted_rows(text, on=today())
    problem = _problem(matter, text, rows) if request.method == "POST" else ""
    if "add" in request.POST and not problem:
        good = [{key: cell for key, cell in row.cells.items() if key not in row.errors} for row in rows]
        save_rows(matter, [row for row in good if row], actor=actor, on=today())
        return redirect("matter", matter=matter.pk)
    context = {
        "matter": matter,
        "text": text,
        "rows": [_shown(row) for row in rows],
        "problem": problem,
    }
    return render(request, "clinic/desk/paste.html", context)


def _problem(matter: Matter, text: str, rows: Sequence[PastedRow]) -> str:
    if not rows:
        return gettext("Paste at least one row")
    room = room_left(answers_of(matter).answers)
    if len(rows) <= room and len(text) <= LONGEST:
        return ""
    said = ngettext(
        "There is room for %(room)s more count. Paste fewer rows",
        "There is room for %(room)s more counts. Paste fewer rows",
        room,
    )
    return said % {"room": room}


def _shown(row: PastedRow) -> dict[str, object]:
    cells = []
    for key, text in row.texts:
        question = question_of(key)
        name = gettext(question.short) if question else key
        cells.append({"name": name, "text": text, "error": row.errors.get(key, "")})
    return {"number": row.number, "cells": cells}
