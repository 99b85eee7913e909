"""Views of the desk."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from petitions.access.actors import Actor, of_matter, staff
from petitions.access.matters import matters_for
from petitions.access.roles import Action
from petitions.clinic.summaries import summaries_of
from petitions.records.matters.models import Matter


@require_safe
@staff(Action.SEE_MATTERS)
def matters(request: HttpRequest, actor: Actor) -> HttpResponse:
    """List the matters that the member may see."""
    found = matters_for(organization_id=actor.organization_id, user_id=actor.user_id, role=actor.role)
    return render(request, "clinic/desk/matters.html", {"matters": summaries_of(found)})


@require_safe
@of_matter(Action.SEE_MATTERS)
def matter_page(request: HttpRequest, actor: Actor, matter: Matter) -> HttpResponse:
    """Show one matter."""
    return render(request, "clinic/desk/matter.html", {"matter": matter})
