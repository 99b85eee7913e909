"""Views of one matter: its page, a cell that saves itself, and its rows."""

from __future__ import annotations

from enum import Enum

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from petitions.access.actors import Actor, of_matter
from petitions.access.audit import note_seen
from petitions.access.roles import Action
from petitions.clinic.approval import is_approved
from petitions.clinic.desk.changes import Applied, Sent, sent_cells
from petitions.clinic.desk.pages import matter_context
from petitions.clinic.desk.rows import desk_of
from petitions.clinic.desk.saving import Saved, add_row, remove_row, save_cells
from petitions.interview.answers import Answers
from petitions.interview.counts import can_add
from petitions.interview.screening import today
from petitions.records.matters.models import Matter
from petitions.records.matters.reading import answers_of

_SHOWN_SECONDS = "H:i:s"


class Lock(Enum):
    """What a change of a matter would undo."""

    NONE = "none"
    APPROVED = "approved"
    CLOSED = "closed"


@require_http_methods(["GET", "POST"])
@of_matter(Action.EDIT_MATTERS)
def matter_page(request: HttpRequest, actor: Actor, matter: Matter) -> HttpResponse:
    """Show one matter; save the whole page where a browser has no scripts."""
    if request.method == "POST":
        sent = sent_cells(request.POST)
        saved = save_cells(matter, sent, actor=actor, on=today())
        if not saved.applied.is_refused:
            return redirect("matter", matter=matter.pk)
        return _show(request, actor, matter, saved.answers, sent=sent, refused=saved.applied)
    note_seen(actor, matter, what="matter")
    return _show(request, actor, matter, answers_of(matter).answers)


@require_POST
@of_matter(Action.EDIT_MATTERS)
def matter_cell(request: HttpRequest, actor: Actor, matter: Matter) -> HttpResponse:
    """Save what was typed in some cells; answer with what the page shows now, to a script."""
    sent = sent_cells(request.POST)
    before = _lock_of(matter)
    saved = save_cells(matter, sent, actor=actor, on=today())
    return _answer(request, matter, saved, sent=sent, lock=before)


@require_POST
@of_matter(Action.EDIT_MATTERS)
def matter_rows(request: HttpRequest, actor: Actor, matter: Matter) -> HttpResponse:
    """Save what was typed, then add, double or take out a count; to a script the page's parts, else the page."""
    sent, before = sent_cells(request.POST), _lock_of(matter)
    saved = save_cells(matter, sent, actor=actor, on=today())
    do, _, place = request.POST.get("do", "").partition(":")
    if do == "remove":
        saved = remove_row(matter, place[:8], actor=actor)
    elif do in ("add", "double"):
        saved = add_row(matter, like=place[:8], same_case=do == "double", actor=actor)
    if request.headers.get("X-Asked-By") == "script":
        return _answer(request, matter, saved, lock=before)
    if saved.applied.is_refused:
        return _show(request, actor, matter, saved.answers, sent=sent, refused=saved.applied)
    return redirect("matter", matter=matter.pk)


def _show(
    request: HttpRequest,
    actor: Actor,
    matter: Matter,
    answers: Answers,
    *,
    sent: Sent | None = None,
    refused: Applied | None = None,
) -> HttpResponse:
    desk = desk_of(
        answers, on=today(), has_attorney=matter.attorney_id is not None, sent=sent, refused=refused
    )
    return render(request, "clinic/desk/matter.html", matter_context(actor, matter, answers, desk))


def _answer(
    request: HttpRequest, matter: Matter, saved: Saved, *, lock: Lock, sent: Sent | None = None
) -> JsonResponse:
    """Return the parts of the page as they are now; the script puts in those that differ."""
    desk = desk_of(
        saved.answers,
        on=today(),
        has_attorney=matter.attorney_id is not None,
        sent=sent,
        refused=saved.applied,
    )
    refused = {cell.id: {"error": cell.error, "theirs": cell.theirs} for cell in desk.errors}
    context = {"desk": desk, "matter": matter, "can_add": can_add(saved.answers)}
    return JsonResponse(
        {
            "saved": saved.applied.changed,
            "refused": refused,
            "reopened": lock is not Lock.NONE and bool(saved.applied.changed),
            "version": saved.version,
            "at": time_format(timezone.localtime(), _SHOWN_SECONDS),
            "said": _said(saved, lock),
            "html": render_to_string("clinic/desk/_desk.html", context, request),
        }
    )


def _lock_of(matter: Matter) -> Lock:
    if matter.closed_at:
        return Lock.CLOSED
    is_locked = bool(matter.approved_hash) and is_approved(matter, answers_of(matter).answers)
    return Lock.APPROVED if is_locked else Lock.NONE


def _said(saved: Saved, lock: Lock) -> str:
    if saved.applied.theirs:
        return gettext("Somebody else changed this meanwhile. Both answers are shown.")
    if saved.applied.errors:
        return gettext("Not saved yet. See the note at the answer.")
    if saved.applied.changed and lock is Lock.CLOSED:
        return gettext("Saved. The matter was closed, and is open again.")
    if saved.applied.changed and lock is Lock.APPROVED:
        return gettext("Saved. It was approved, so a reviewer must look again.")
    return gettext("Saved")
