"""Views that bring something in: a new petitioner, and rows from a spreadsheet."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from petitions.access.actors import Actor, of_matter, staff
from petitions.access.roles import Action
from petitions.clinic.desk.new_matter import NewMatterForm, opened
from petitions.clinic.desk.pasting import PastedRow, pasted_rows
from petitions.clinic.desk.saving import save_rows
from petitions.clinic.ending.agreement import agreement_lines
from petitions.interview.questions import question_of
from petitions.interview.screening import today
from petitions.records.matters.models import Matter


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
    if request.method == "POST" and "add" in request.POST and rows:
        good = [{key: cell for key, cell in row.cells.items() if key not in row.errors} for row in rows]
        save_rows(matter, [row for row in good if row], actor=actor, on=today())
        return redirect("matter", matter=matter.pk)
    is_missing = request.method == "POST" and not rows
    context = {
        "matter": matter,
        "text": text,
        "rows": [_shown(row) for row in rows],
        "is_missing": is_missing,
    }
    return render(request, "clinic/desk/paste.html", context)


def _shown(row: PastedRow) -> dict[str, object]:
    cells = []
    for key, text in row.texts:
        question = question_of(key)
        name = gettext(question.short) if question else key
        cells.append({"name": name, "text": text, "error": row.errors.get(key, "")})
    return {"number": row.number, "cells": cells}
