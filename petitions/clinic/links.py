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
    """One link at the top. ``here`` is what ``aria-current`` says: the page that is open, a part it is in, or nothing."""

    name: str
    url: str
    here: str


def staff(request: HttpRequest) -> dict[str, object]:
    """Give templates ``staff_links`` where a member is at work; a context processor."""
    actor: Actor | None = getattr(request, "actor", None)
    return {"staff_links": links_for(actor, path=request.path) if actor else []}


def links_for(actor: Actor, *, path: str) -> list[StaffLink]:
    """Return the links for a member, in their order."""
    parts = [(str(name), reverse(route)) for route, action, name in _PARTS if actor.may(action)]
    part = max((url for _name, url in parts if path.startswith(_within(url))), key=len, default="")
    return [StaffLink(name, url, _here(url, path=path, part=part)) for name, url in parts]


def _within(url: str) -> str:
    """Return how the pages of a part begin; the matters stand beside their list."""
    return f"{url}matters/" if url == reverse("matters") else url


def _here(url: str, *, path: str, part: str) -> str:
    return "page" if path == url else "true" if url == part else ""
