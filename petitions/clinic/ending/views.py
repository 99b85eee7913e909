"""Views of the end of matters: closing, what is deleted next, and deletion because the petitioner asks for it."""

from __future__ import annotations

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from petitions.access.actors import Actor, of_matter, staff
from petitions.access.audit import TIME_OVER, note_changed, note_deleted
from petitions.access.roles import Action
from petitions.access.signing_in.again import fresh
from petitions.clinic.ending.countdown import ending_rows
from petitions.clinic.summaries import summaries_of
from petitions.interview.screening import today
from petitions.records.matters.ending import close_matter, next_to_end, purge_matters, reopen_matter
from petitions.records.matters.models import Matter
from petitions.records.matters.transfers import offers_to
from petitions.records.matters.writing import delete_matter

_MOST = 200


@require_POST
@of_matter(Action.EDIT_MATTERS)
def matter_close(request: HttpRequest, actor: Actor, matter: Matter) -> HttpResponse:
    """Close a matter, or open it again."""
    if "open" in request.POST:
        reopen_matter(matter)
        note_changed(actor, matter, what="opened again")
    else:
        close_matter(matter)
        note_changed(actor, matter, what="closed")
    return redirect("matter", matter=matter.pk)


@require_http_methods(["GET", "POST"])
@staff(Action.END_MATTERS)
@fresh
def endings(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show which matters end when; delete those that are due now, on a yes."""
    if request.method == "POST" and "sure" in request.POST:
        purge_matters(
            now=timezone.now(),
            note=partial(note_deleted, actor, what=TIME_OVER),
            organization_id=actor.organization_id,
        )
        return redirect("endings")
    found = actor.matters()
    summaries = [one for part in next_to_end(found, most=_MOST) for one in summaries_of(part)]
    rows = ending_rows(summaries, actor.organization, on=today())[:_MOST]
    context = {
        "rows": rows,
        "due": sum(row.ending.is_due for row in rows),
        "is_unsure": request.method == "POST",
        "offers": offers_to(actor.organization_id),
    }
    return render(request, "clinic/ending/endings.html", context)


@require_http_methods(["GET", "POST"])
@of_matter(Action.END_MATTERS)
@fresh
def matter_delete(request: HttpRequest, actor: Actor, matter: Matter) -> HttpResponse:
    """Ask, then delete a matter at once, because the petitioner asks for it."""
    if request.method == "POST" and "sure" in request.POST:
        note_deleted(actor, matter, what="on request")
        delete_matter(matter)
        return redirect("matters")
    context = {"matter": matter, "is_unsure": request.method == "POST"}
    return render(request, "clinic/ending/delete.html", context)
