"""The page behind the link of an invitation: a new member chooses name and password, a known one signs in and joins."""

from __future__ import annotations

from datetime import timedelta

from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from petitions.access.organizations.invitations import (
    NoSuchInvitation,
    accept,
    accept_as_new,
    account_of,
    invitation_for,
)
from petitions.access.organizations.models import Invitation
from petitions.access.throttle import Limit, count_wrong_try, wait_for
from petitions.clinic.office.forms import JoinForm

INVITATIONS = Limit("invitation", tries=20, within=timedelta(minutes=10))


@require_http_methods(["GET", "POST"])
def invitation(request: HttpRequest, code: str) -> HttpResponse:
    """Take an invitation; wrong, used, withdrawn and old ones look alike."""
    if wait_for(request, INVITATIONS):
        return render(request, "clinic/office/no_invitation.html", status=404)
    try:
        found = invitation_for(code)
        return _known(request, found) if account_of(found.email) else _new(request, found)
    except NoSuchInvitation:
        count_wrong_try(request, INVITATIONS)
        return render(request, "clinic/office/no_invitation.html", status=404)


def _new(request: HttpRequest, found: Invitation) -> HttpResponse:
    form = JoinForm(found.email, request.POST if request.method == "POST" else None)
    if not form.is_bound or not form.is_valid():
        return render(request, "clinic/office/join.html", {"form": form, "invitation": found})
    given = form.cleaned_data
    try:
        accept_as_new(
            found, first_name=given["first_name"], last_name=given["last_name"], password=given["password"]
        )
    except IntegrityError:
        raise NoSuchInvitation from None
    return redirect("account_login")


def _known(request: HttpRequest, found: Invitation) -> HttpResponse:
    """Let the person with this very account join; whoever else is signed in is asked to sign in as that person."""
    account = account_of(found.email)
    is_theirs = request.user.is_authenticated and account is not None and request.user.pk == account.pk
    if request.method == "POST" and is_theirs and account is not None:
        accept(found, account)
        return redirect("office_home")
    return render(request, "clinic/office/join_known.html", {"invitation": found, "is_theirs": is_theirs})
