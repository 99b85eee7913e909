"""Views of the programs of an office that use the HTTP API: their tokens, each shown once."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from petitions.access.actors import Actor, staff
from petitions.access.api_tokens.keeping import MOST, TooManyTokens, end_token, make_token, tokens_of
from petitions.access.audit import writing_as
from petitions.access.once import key_of
from petitions.access.roles import Action
from petitions.access.signing_in.again import fresh
from petitions.clinic.office.forms import ProgramForm


@require_http_methods(["GET", "POST"])
@staff(Action.MANAGE_OFFICE)
@fresh
def office_programs(request: HttpRequest, actor: Actor) -> HttpResponse:
    """List the tokens; make one and show it once."""
    form = ProgramForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        given, now = form.cleaned_data, timezone.now()
        key = key_of(given["token"], actor.organization_id, actor.user_id)
        try:
            with writing_as(actor):
                found = make_token(
                    given["name"],
                    organization_id=actor.organization_id,
                    made_by=actor.user_id,
                    now=now,
                    key=key,
                )
        except TooManyTokens:
            form.add_error("name", gettext("There are %(most)d programs. End one first.") % {"most": MOST})
        else:
            if found is None:
                return redirect("office_programs")
            made, secret = found
            return render(request, "clinic/office/program_made.html", {"made": made, "secret": secret})
    tokens = tokens_of(actor.organization_id, now=timezone.now())
    return render(request, "clinic/office/programs.html", {"form": form, "tokens": tokens})


@require_POST
@staff(Action.MANAGE_OFFICE)
@fresh
def office_program_end(request: HttpRequest, actor: Actor, program: str) -> HttpResponse:
    """End a token from the next call on."""
    with writing_as(actor):
        is_done = end_token(program, organization_id=actor.organization_id, now=timezone.now())
    if not is_done:
        raise Http404
    messages.success(request, gettext("This program can ask nothing any more."))
    return redirect("office_programs")
