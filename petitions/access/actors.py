"""Says who asks: a member of one organization, looked up anew for every request, so that a removal holds at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import wraps
from typing import Any

from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils import timezone

from petitions.access.matters import matter_for, matters_for
from petitions.access.organizations.break_glass import note_opened, opened_by
from petitions.access.organizations.entries import write_entry
from petitions.access.organizations.models import AuditEntry, BreakGlass, Membership, Organization
from petitions.access.refusals import note_refused
from petitions.access.roles import GLASS, Action, Role, may
from petitions.records.matters.models import Matter

_CHOSEN = "organization"
View = Callable[..., HttpResponseBase]


@dataclass(frozen=True, slots=True)
class Actor:
    """One member while one request is answered."""

    user_id: int
    name: str
    organization: Organization
    role: str
    has_several: bool = False
    """Works for more than one organization."""
    glass: BreakGlass | None = None
    """Set for whoever runs the site and looks in."""
    edits_courts: bool = False
    """Was given the right to change the directory of courts."""
    noted: list[str] = field(default_factory=list, compare=False, repr=False)
    """The ids of rows of which the log tells already that this request looked at or changed them."""

    @property
    def organization_id(self) -> str:
        """Return the organization whose objects this member may see."""
        return self.organization.pk

    def may(self, action: Action) -> bool:
        """Say whether the member's role allows this; the directory of courts is a right of its own."""
        return self.edits_courts if action is Action.EDIT_COURTS else may(self.role, action)

    def matters(self) -> QuerySet[Matter]:
        """Return the matters that this member may see."""
        return matters_for(organization_id=self.organization_id, user_id=self.user_id, role=self.role)


def actor_of(request: HttpRequest) -> Actor | None:
    """Return who asks; None where nobody is signed in, or is a member of no organization that works."""
    if not request.user.is_authenticated:
        return None
    rows = Membership.objects.filter(
        user=request.user, user__is_active=True, ended_at=None, organization__suspended_at=None
    ).select_related("organization")
    found = {row.organization_id: row for row in rows.order_by("added_at")}
    if not found:
        return _looking_in(request)
    row = found.get(request.session.get(_CHOSEN, "")) or next(iter(found.values()))
    return Actor(
        row.user_id,
        request.user.shown_name,
        row.organization,
        Role(row.role),
        has_several=len(found) > 1,
        edits_courts=row.edits_courts,
    )


def _looking_in(request: HttpRequest) -> Actor | None:
    """Return whoever runs the site while they have broken the glass of an organization; they may only look."""
    user = request.user
    glass = opened_by(user.pk) if user.is_authenticated and user.is_superuser else None
    return (
        Actor(glass.user_id, glass.user.get_username(), glass.organization, GLASS, glass=glass)
        if glass
        else None
    )


def first_page(actor: Actor | None) -> str:
    """Return the route of the first page that a role opens; that of one's own sign-in for who is no member."""
    if actor is None:
        return "mfa_index"
    pages = ((Action.SEE_MATTERS, "matters"), (Action.REVIEW_COUNTY, "county_reviews"))
    return next((page for action, page in pages if actor.may(action)), "audit_log")


def choose_organization(request: HttpRequest, organization_id: str) -> None:
    """Work for another of one's organizations from now on; ``actor_of`` looks whether it is one."""
    request.session[_CHOSEN] = organization_id


def staff(action: Action) -> Callable[[View], View]:
    """Let a view be opened by members whose role allows this; for everyone else there is no such page.

    The view gets ``actor`` after the request.
    """

    def wrap(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, **parts: Any) -> HttpResponseBase:
            return view(request, allowed(request, action), **parts)

        return guarded

    return wrap


def of_matter(action: Action) -> Callable[[View], View]:
    """Load the matter that the address names and authorise in one call; the view gets ``actor`` and ``matter``.

    A matter that is not there, one of another organization, and one that the member may not see look the same.
    """

    def wrap(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, matter: str, **parts: Any) -> HttpResponseBase:
            actor = allowed(request, action)
            with refusals_noted(request, actor):
                found = matter_for(
                    matter, organization_id=actor.organization_id, user_id=actor.user_id, role=actor.role
                )
            request.matter = found  # type: ignore[attr-defined]
            return noted_if_shown(request, actor, found, view(request, actor, found, **parts))

        return guarded

    return wrap


def allowed(request: HttpRequest, action: Action) -> Actor:
    """Return who asks; raise Http404 where this is not theirs to do. What the page's frame shows is noted."""
    actor = actor_of(request)
    if actor is None:
        raise Http404
    with refusals_noted(request, actor):
        if not actor.may(action):
            raise Http404
    request.actor = actor  # type: ignore[attr-defined]
    if actor.glass:
        note_opened(actor.glass, page=_page(request))
    return actor


@contextmanager
def refusals_noted(request: HttpRequest, actor: Actor) -> Iterator[None]:
    """Note in the log of the member's office which page they were refused; never what they asked for there."""
    try:
        yield
    except Http404:
        note_refused(
            actor.organization,
            user_id=actor.user_id,
            role=str(actor.role),
            page=_page(request),
            now=timezone.now(),
        )
        raise


def noted_if_shown(
    request: HttpRequest, actor: Actor, row: Model, response: HttpResponseBase
) -> HttpResponseBase:
    """Note that a form was answered by a page of a matter or review, where the view noted nothing; return the answer.

    A form that is refused, or changes nothing, shows as much as a look.
    """
    if request.method == "POST" and not response.has_header("Location") and str(row.pk) not in actor.noted:
        write_entry(
            row,
            organization_id=actor.organization_id,
            action=AuditEntry.Action.ACCESS,
            user_id=actor.user_id,
            role=str(actor.role),
            what=f"page {_page(request)}",
        )
    return response


def _page(request: HttpRequest) -> str:
    return str(request.resolver_match and request.resolver_match.url_name)
