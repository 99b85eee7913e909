"""The parts of the clinic that the top of each staff page leads to, by what the member's role allows."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from petitions.access.actors import Actor
from petitions.access.roles import Action

_PARTS = (
    ("matters", Action.SEE_MATTERS, _("Matters")),
    ("review_queue", Action.REVIEW, _("Review")),
    ("print_desk", Action.PRINT, _("Print")),
    ("follow_up", Action.FOLLOW_UP, _("After filing")),
    ("county_reviews", Action.REVIEW_COUNTY, _("County review")),
    ("figures", Action.SEE_FIGURES, _("Figures")),
    ("lists", Action.IMPORT, _("Import and export")),
    ("office", Action.MANAGE_OFFICE, _("Office")),
    ("audit_log", Action.SEE_AUDIT, _("Audit log")),
    ("court_directory", Action.EDIT_COURTS, _("Courts")),
)


@dataclass(frozen=True, slots=True)
class StaffLink:
    """One link at the top; ``is_here`` marks the page that is open."""

    name: str
    url: str
    is_here: bool


def staff(request: HttpRequest) -> dict[str, object]:
    """Give templates ``staff_links`` where a member is at work; a context processor."""
    actor: Actor | None = getattr(request, "actor", None)
    return {"staff_links": links_for(actor, path=request.path) if actor else []}


def links_for(actor: Actor, *, path: str) -> list[StaffLink]:
    """Return the links for a member, in their order."""
    found = []
    for route, action, name in _PARTS:
        if not actor.may(action):
            continue
        url = reverse(route)
        found.append(StaffLink(str(name), url, is_here=path == url))
    return found
