"""Loads a county review and authorises in one call."""

from __future__ import annotations

from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase

from petitions.access.actors import View, allowed, noted_if_shown, refusals_noted
from petitions.access.roles import Action
from petitions.records.reviews.keeping import review_for


def of_review(view: View) -> View:
    """Load the review that the address names and authorise in one call; the view gets ``actor`` and ``review``.

    A review that is not there, one of another organization and one whose time is over look the same.
    """

    @wraps(view)
    def guarded(request: HttpRequest, review: str, **parts: Any) -> HttpResponseBase:
        actor = allowed(request, Action.REVIEW_COUNTY)
        found = review_for(review, organization_id=actor.organization_id)
        with refusals_noted(request, actor):
            if found is None:
                raise Http404
        return noted_if_shown(request, actor, found, view(request, actor, found, **parts))

    return guarded
