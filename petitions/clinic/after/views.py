"""Views of what became of the cases: the board, one step of many cases, what is due, and the hearings."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_POST, require_safe

from petitions.access.actors import Actor, staff
from petitions.access.assigning import colleagues
from petitions.access.audit import note_seen
from petitions.access.roles import Action
from petitions.clinic.after.board import Chosen, board, cases_for, chosen_cases
from petitions.clinic.after.calendar import hearings_file
from petitions.clinic.after.cases import FollowedCase
from petitions.clinic.after.due import due_list
from petitions.clinic.after.forms import ManyForm
from petitions.clinic.after.many import Done, Plan, carry_out, plan_for
from petitions.interview.screening import today


@require_safe
@staff(Action.FOLLOW_UP)
def follow_up(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show how far the cases are."""
    note_seen(actor, actor.organization, what="board")
    return _board(request, actor, ManyForm(on=today(), token=secrets.token_hex(16)), _chosen(request.GET))


@require_POST
@staff(Action.FOLLOW_UP)
def follow_up_many(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Say what a step would do to the chosen cases, and note it once the member says yes; nothing where one is not there."""
    chosen = chosen_cases(actor, request.POST.getlist("cases"))
    form = ManyForm(request.POST, on=today())
    form.is_valid()
    if not chosen or not form.says_what:
        return _board(request, actor, form, Chosen(), is_none_chosen=not chosen, marked=chosen)
    on = form.cleaned_data["on"]  # an error there takes it out
    plan = plan_for(chosen, status=form.step[0], on=on)
    if "yes" not in request.POST:
        return _plan(request, form, plan, on=on)
    if plan.question:
        form.ask_to_be_sure(plan.question)
    if form.errors:
        return _plan(request, form, plan, on=on)
    messages.success(request, _said(_carried_out(actor, form, plan)))
    return redirect("follow_up")


@require_safe
@staff(Action.FOLLOW_UP)
def due(request: HttpRequest, actor: Actor) -> HttpResponse:
    """List what is due, overdue first."""
    note_seen(actor, actor.organization, what="due list")
    found = due_list(cases_for(actor), on=today())
    return render(
        request, "clinic/after/due.html", {"due": found, "overdue": sum(one.is_overdue for one in found)}
    )


@require_safe
@staff(Action.FOLLOW_UP)
def hearings(_request: HttpRequest, actor: Actor) -> HttpResponse:
    """Hand out the hearings of every case that the member may see."""
    note_seen(actor, actor.organization, what="hearings")
    return calendar_answer(cases_for(actor))


def calendar_answer(cases: list[FollowedCase]) -> HttpResponse:
    """Return the calendar file to download."""
    headers = {"Content-Disposition": 'attachment; filename="hearings.ics"', "Cache-Control": "no-store"}
    content = hearings_file(cases, now=timezone.now())
    return HttpResponse(content, content_type="text/calendar; charset=utf-8", headers=headers)


def _board(
    request: HttpRequest,
    actor: Actor,
    form: ManyForm,
    chosen: Chosen,
    *,
    is_none_chosen: bool = False,
    marked: list[FollowedCase] | None = None,
) -> HttpResponse:
    context = {
        "board": board(cases_for(actor), chosen),
        "colleagues": [(str(one.user_id), one.name) for one in colleagues(actor.organization_id)],
        "form": form,
        "is_none_chosen": is_none_chosen,
        "marked": [one.key for one in marked or ()],
    }
    return render(request, "clinic/after/board.html", context)


def _carried_out(actor: Actor, form: ManyForm, plan: Plan) -> Done:
    status, outcome = form.step
    token = form.cleaned_data["token"] if form.is_telling else None
    return carry_out(
        actor, plan, status=status, outcome=outcome, on=form.cleaned_data["on"], tell_token=token
    )


def _plan(request: HttpRequest, form: ManyForm, plan: Plan, *, on: date | None) -> HttpResponse:
    happened: Any = form.fields["happened"]
    name = dict(happened.choices)[form.cleaned_data["happened"]]
    context = {"form": form, "plan": plan, "name": name, "on": on}
    return render(request, "clinic/after/many.html", context)


def _said(done: Done) -> str:
    noted = ngettext("%(number)s case was noted.", "%(number)s cases were noted.", done.noted)
    said = [noted % {"number": done.noted}]
    if done.told:
        told = ngettext("%(number)s person was told.", "%(number)s persons were told.", done.told)
        said.append(told % {"number": done.told})
    if done.not_told:
        said.append(
            gettext("Could not be told: %(number)s. Look at the case, and call.") % {"number": done.not_told}
        )
    return " ".join(said)


def _chosen(given: Mapping[str, Any]) -> Chosen:
    return Chosen(
        status=str(given.get("status", ""))[:10],
        county=str(given.get("county", ""))[:40],
        to=str(given.get("to", ""))[:12],
        page=str(given.get("page", "1"))[:6],
    )
