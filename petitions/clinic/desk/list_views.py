"""View of the list of matters: looking, finding, and giving several to a colleague."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from petitions.access.actors import Actor, staff
from petitions.access.assigning import assign, colleagues
from petitions.access.audit import note_changed, note_seen
from petitions.access.roles import Action
from petitions.clinic.desk.list_page import SORTS, Chosen, list_page
from petitions.clinic.state_words import STATES

_LONGEST_FIND = 100


@require_http_methods(["GET", "POST"])
@staff(Action.SEE_MATTERS)
def matters(request: HttpRequest, actor: Actor) -> HttpResponse:
    """List matters; what is looked for comes by POST, so that it stands in no address."""
    chosen = _chosen(request.POST if request.method == "POST" else request.GET)
    page = list_page(actor, chosen)
    if chosen.find:
        note_seen(actor, actor.organization, what="search")
    context = {
        "list": page,
        "states": STATES.items(),
        "may_edit": actor.may(Action.EDIT_MATTERS),
        "sorts": [(key, name) for key, (_order, name) in SORTS.items()],
        "colleagues": colleagues(actor.organization_id) if actor.may(Action.REVIEW) else [],
        "may_choose": actor.may(Action.EDIT_MATTERS) or actor.may(Action.REVIEW),
    }
    return render(request, "clinic/desk/matters.html", context)


@require_POST
@staff(Action.REVIEW)
def matters_assign(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Give several matters to a colleague; nothing happens where one of them is not there."""
    ids = list(dict.fromkeys(request.POST.getlist("matters")))
    found = actor.matters()
    chosen = list(found.filter(pk__in=ids))
    to = request.POST.get("to", "")
    known = {str(one.user_id) for one in colleagues(actor.organization_id)} | {""}
    if len(chosen) != len(ids) or to not in known:
        raise Http404
    for matter in chosen:
        assign(matter, int(to) if to else None)
        note_changed(actor, matter, what="assigned")
    return redirect("matters")


def _chosen(given: Mapping[str, Any]) -> Chosen:
    return Chosen(
        state=str(given.get("state", "")),
        mine=bool(given.get("mine")),
        sort=str(given.get("sort", "changed")),
        page=str(given.get("page", "1"))[:6],
        find=str(given.get("find", "")).strip()[:_LONGEST_FIND],
    )
