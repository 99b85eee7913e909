"""Views of how the office and its attorneys are named, who files in a matter, and how long matters are kept."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from petitions.access.actors import Actor, of_matter, staff
from petitions.access.audit import note_changed, writing_as
from petitions.access.once import key_of
from petitions.access.organizations.models import AttorneyProfile
from petitions.access.organizations.profiles import (
    attorney_of,
    end_attorney,
    ending_sooner,
    save_attorney,
    save_office,
    set_attorney,
)
from petitions.access.roles import Action
from petitions.access.signing_in.again import fresh
from petitions.clinic.office.forms import AttorneyForm, OfficeForm, RetentionForm, place_of
from petitions.records.matters.models import Matter


@require_http_methods(["GET", "POST"])
@staff(Action.MANAGE_OFFICE)
def office_profile(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Change how the office is named and reached."""
    form = OfficeForm(
        request.POST if request.method == "POST" else None, initial=place_of(actor.organization)
    )
    if form.is_bound and form.is_valid() and not form.is_stale(place_of(actor.organization)):
        with writing_as(actor):
            save_office(actor.organization, form.values)
        return redirect("office")
    return render(request, "clinic/office/profile.html", {"form": form})


@require_http_methods(["GET", "POST"])
@staff(Action.MANAGE_OFFICE)
def office_attorney(request: HttpRequest, actor: Actor, attorney: str = "") -> HttpResponse:
    """Add an attorney, change one, or take one off the list."""
    found = attorney_of(attorney, organization_id=actor.organization_id) if attorney else None
    if attorney and found is None:
        raise Http404
    if found and "end" in request.POST:
        with writing_as(actor):
            end_attorney(found)
        return redirect("office")
    form = AttorneyForm(request.POST if request.method == "POST" else None, initial=_shown(found))
    if form.is_bound and form.is_valid() and not form.is_stale(_shown(found)):
        with writing_as(actor):
            save_attorney(
                form.values,
                organization_id=actor.organization_id,
                profile=found,
                key=None
                if found
                else key_of(form.cleaned_data["token"], actor.organization_id, actor.user_id),
            )
        return redirect("office")
    return render(request, "clinic/office/attorney.html", {"form": form, "attorney": found})


@require_http_methods(["GET", "POST"])
@staff(Action.MANAGE_OFFICE)
@fresh
def office_retention(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Say what other days would mean, then change them."""
    organization = actor.organization
    initial = {
        "days_after_close": organization.days_after_close,
        "days_untouched": organization.days_untouched,
    }
    form, sooner = RetentionForm(request.POST if request.method == "POST" else None, initial=initial), None
    if form.is_bound and form.is_valid():
        given = form.values
        sooner = ending_sooner(
            organization, after_close=given["days_after_close"], untouched=given["days_untouched"]
        )
        if "save" in request.POST and not form.is_stale(initial):
            with writing_as(actor):
                save_office(organization, given)
            return redirect("office")
    return render(request, "clinic/office/retention.html", {"form": form, "sooner": sooner})


@require_POST
@of_matter(Action.EDIT_MATTERS)
def matter_attorney(request: HttpRequest, actor: Actor, matter: Matter) -> HttpResponse:
    """Say who files in a matter."""
    chosen = request.POST.get("attorney", "")
    profile = attorney_of(chosen, organization_id=actor.organization_id) if chosen else None
    if chosen and profile is None:
        raise Http404
    set_attorney(matter, profile)
    note_changed(actor, matter, parts=["attorney"])
    return redirect("matter", matter=matter.pk)


def _shown(profile: AttorneyProfile | None) -> dict[str, object]:
    if profile is None:
        return {}
    named = {name: getattr(profile, name) for name in ("bar_number", "firm", "is_usual")}
    return {**place_of(profile), **named}
