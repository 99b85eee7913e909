"""Says who may hand in a sheet: whoever the site's setting lets, at home or with an office."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest

from petitions.access.actors import Actor, actor_of
from petitions.access.roles import Action
from petitions.interview.within import ROUTE

EVERYONE = "everyone"
"""The value of READ_RAP_SHEETS by which whoever runs the site states that the public may hand in a sheet."""
CLINICS = "clinics"
"""The value by which only a member of an organization may, within a matter of it."""


def may_read(request: HttpRequest) -> bool:
    """Say whether a sheet may be handed in here. ``clinics``: within a matter, by a member who may change one.

    A file is taken before the view loads the matter, so the member is looked up where that is not done yet.
    """
    if settings.READ_RAP_SHEETS == EVERYONE:
        return True
    match = request.resolver_match
    if settings.READ_RAP_SHEETS != CLINICS or match is None or match.url_name != ROUTE:
        return False
    member: Actor | None = getattr(request, "actor", None) or actor_of(request)
    return member is not None and member.may(Action.EDIT_MATTERS)
