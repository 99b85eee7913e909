"""Views of an office: its members and invitations, and which of one's organizations one works for."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from petitions.access.actors import Actor, choose_organization, first_page, staff
from petitions.access.audit import note_changed, writing_as
from petitions.access.once import key_of
from petitions.access.organizations.break_glass import looks_into
from petitions.access.organizations.invitations import invite, open_invitations, withdraw
from petitions.access.organizations.members import (
    LastAdmin,
    OtherRole,
    change_role,
    end_membership,
    forget_device,
    member_of,
    members_of,
    organizations_of,
)
from petitions.access.organizations.models import Membership
from petitions.access.organizations.profiles import attorneys_of, has_whole_address
from petitions.access.roles import Action, Role
from petitions.access.signing_in.again import fresh
from petitions.clinic.office.forms import InviteForm, RoleForm
from petitions.clinic.office.mails import send_invitation


@require_safe
@staff(Action.MANAGE_OFFICE)
def office(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show the whole office."""
    organization = actor.organization
    context = {
        "organization": organization,
        "members": members_of(organization.pk),
        "invitations": open_invitations(organization.pk),
        "attorneys": [(one, has_whole_address(one)) for one in attorneys_of(organization.pk)],
        "looks": looks_into(organization.pk),
        "organizations": organizations_of(actor.user_id),
    }
    return render(request, "clinic/office/office.html", context)


@require_http_methods(["GET", "POST"])
@staff(Action.MANAGE_OFFICE)
@fresh
def office_invite(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Invite somebody; show the link once, as mail may not be set up."""
    form = InviteForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return render(request, "clinic/office/invite.html", {"form": form})
    given = form.cleaned_data
    with writing_as(actor):
        found = invite(
            given["email"],
            role=given["role"],
            organization_id=actor.organization_id,
            invited_by=actor.user_id,
            key=key_of(given["token"], actor.organization_id, actor.user_id),
        )
    if found is None:
        return redirect("office")
    made, code = found
    link = request.build_absolute_uri(reverse("invitation", args=(code,)))
    context = {"link": link, "is_sent": send_invitation(made, link=link), "invitation": made}
    return render(request, "clinic/office/invited.html", context)


@require_POST
@staff(Action.MANAGE_OFFICE)
def office_withdraw(request: HttpRequest, actor: Actor, invitation: str) -> HttpResponse:
    """Take an invitation back."""
    with writing_as(actor):
        is_done = withdraw(invitation, organization_id=actor.organization_id)
    if not is_done:
        raise Http404
    return redirect("office")


@require_http_methods(["GET", "POST"])
@staff(Action.MANAGE_OFFICE)
@fresh
def office_member(request: HttpRequest, actor: Actor, member: int) -> HttpResponse:
    """Change a member's role, remove them, or let them set up a new device."""
    found = member_of(member, organization_id=actor.organization_id)
    if found is None:
        raise Http404
    sent = request.POST if "role" in request.POST else None
    form = RoleForm(sent, initial={"role": found.role, "shown": found.role})
    problem = _done(request, actor, found, form) if request.method == "POST" else ""
    if request.method == "POST" and not problem:
        return redirect("office")
    if problem:
        form.fields["role"].widget.attrs["aria-invalid"] = "true"
    return render(request, "clinic/office/member.html", {"member": found, "form": form, "problem": problem})


@require_http_methods(["GET", "POST"])
@staff(Action.SEE_FIGURES)
def office_switch(request: HttpRequest, actor: Actor) -> HttpResponse:
    """List one's organizations, whatever one's role there; work for another one."""
    if request.method != "POST":
        context = {"organizations": organizations_of(actor.user_id), "now": actor.organization_id}
        return render(request, "clinic/office/switch.html", context)
    chosen = request.POST.get("organization", "")
    if chosen not in {one.pk for one in organizations_of(actor.user_id)}:
        raise Http404
    choose_organization(request, chosen)
    return redirect("office_home")


@require_safe
@staff(Action.SEE_FIGURES)
def office_home(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Go to the first page that the role opens."""
    return redirect(first_page(actor))


def _done(request: HttpRequest, actor: Actor, member: Membership, form: RoleForm) -> str:
    """Do what was asked; return the sentence why it cannot be done."""
    try:
        if "remove" in request.POST:
            with writing_as(actor):
                end_membership(member)
            messages.success(request, gettext("This person is no member any more."))
        elif "device" in request.POST:
            forget_device(member)
            note_changed(actor, member, what="second step reset")
            messages.success(request, gettext("They set up a new device when they sign in again."))
        elif form.is_valid():
            with writing_as(actor):
                change_role(member, form.cleaned_data["role"], shown=form.cleaned_data["shown"])
        else:
            return gettext("Choose a role")
    except LastAdmin:
        return gettext("An office needs an admin. Make somebody else an admin first.")
    except OtherRole as other:
        form.now_is(other.role)
        said = gettext(
            "Somebody else changed this meanwhile. The role is now: %(role)s. Save again to change it."
        )
        return said % {"role": Role(other.role).label}
    return ""
