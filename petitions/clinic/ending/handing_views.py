"""Views of giving a matter away: to the petitioner under a code, or to another organization of this site."""

from __future__ import annotations

import secrets
from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from petitions.access.actors import Actor, of_matter, staff
from petitions.access.audit import note_changed, note_deleted, note_made
from petitions.access.once import key_of
from petitions.access.organizations.members import organization_named
from petitions.access.roles import Action
from petitions.access.signing_in.again import fresh
from petitions.interview.return_slip import return_slip
from petitions.records.keeping import CodeInUse, keep, kept_until
from petitions.records.matters.models import Matter, Transfer
from petitions.records.matters.reading import answers_of
from petitions.records.matters.transfers import accept, offer, offers_from, offers_to, refuse, take_back
from petitions.records.retention import KEPT_DAYS, Keeping
from petitions.records.return_codes import code_from
from petitions.records.writing import delete_interview, start_interview

_DAYS = KEPT_DAYS[-1]


@require_http_methods(["GET", "POST"])
@of_matter(Action.END_MATTERS)
@fresh
def matter_hand_out(request: HttpRequest, actor: Actor, matter: Matter) -> HttpResponse:
    """Give the petitioner a code for a copy of their answers, shown once; or offer the matter to another office."""
    if "code" in request.POST:
        return _code(request, actor, matter)
    is_unknown = False
    if "back" in request.POST:
        take_back(matter)
        note_changed(actor, matter, what="offer taken back")
        return redirect("matter_hand_out", matter=matter.pk)
    if "offer" in request.POST:
        other = organization_named(request.POST.get("to", "").strip()[:200])
        is_unknown = other is None or other.pk == actor.organization_id
        if other is not None and not is_unknown:
            offer(matter, to=other.pk, user_id=actor.user_id)
            note_changed(actor, matter, what="offered to another office")
            return redirect("matter_hand_out", matter=matter.pk)
    context = {
        "matter": matter,
        "offers": offers_from(matter).select_related("to"),
        "is_unknown": is_unknown,
        "typed": request.POST.get("to", ""),
        "days": _DAYS,
        "token": secrets.token_hex(16),
    }
    return render(request, "clinic/ending/hand_out.html", context)


@require_POST
@staff(Action.END_MATTERS)
def transfer_answer(request: HttpRequest, actor: Actor, transfer: str) -> HttpResponse:
    """Accept or refuse what another organization offers."""
    found = offers_to(actor.organization_id).filter(pk=transfer).first()
    if found is None:
        raise Http404
    if "accept" in request.POST:
        _accepted(actor, found)
    elif refuse(found):
        note_changed(actor, actor.organization, what="refused an offer")
    return redirect("endings")


def _accepted(actor: Actor, transfer: Transfer) -> None:
    """Move the matter; the old organization keeps a line that it went, the new one a line that it came."""
    before = Actor(actor.user_id, actor.name, transfer.organization, actor.role)
    note_deleted(before, transfer.matter, what="went to another office")
    moved = accept(transfer)
    if moved is not None:
        note_made(actor, moved, what="came from another office")


def _code(request: HttpRequest, actor: Actor, matter: Matter) -> HttpResponse:
    """Show the code that belongs to this page, so that pressing twice makes one; who has no page gets a new one."""
    token = key_of(request.POST.get("token", ""), "copy", matter.pk, actor.user_id)
    code = code_from((token or secrets.token_hex(16)).encode())
    until = kept_until(code, now=timezone.now()) or _copied(actor, matter, code)
    slip = return_slip(code, address=request.build_absolute_uri(reverse("come_back")), until=until)
    return render(request, "clinic/ending/code.html", {"matter": matter, "slip": slip})


def _copied(actor: Actor, matter: Matter, code: str) -> datetime:
    visit = start_interview(answers_of(matter).answers, keeping=Keeping.VISIT)
    try:
        until = keep(visit, code=code, days=_DAYS)
    except CodeInUse:  # the other press was faster
        delete_interview(visit)
        return kept_until(code, now=timezone.now()) or timezone.now()
    note_changed(actor, matter, what="copy for the person")
    return until
