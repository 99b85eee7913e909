"""Loads a matter and authorises in one call."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q, QuerySet
from django.http import Http404

from petitions.access.roles import sees_every_matter
from petitions.records.matters.models import Matter


def matter_for(matter_id: str, *, organization_id: str, user_id: int, role: str) -> Matter:
    """Return the matter with its answers' row; raise Http404 where it is absent, foreign or not the member's."""
    found = matters_for(organization_id=organization_id, user_id=user_id, role=role)
    matter = found.filter(pk=matter_id).select_related("interview", "attorney__organization").first()
    if matter is None:
        raise Http404
    return matter


def matters_by_id(ids: Iterable[str], *, organization_id: str) -> dict[str, Matter]:
    """Return those of the ids that are matters of the organization."""
    found = Matter.objects.filter(organization_id=organization_id, pk__in=list(ids))
    return {one.pk: one for one in found.select_related("interview")}


def matters_for(*, organization_id: str, user_id: int, role: str) -> QuerySet[Matter]:
    """Return the matters that a member may see: all of the organization, or those that are theirs."""
    found = Matter.objects.filter(organization_id=organization_id)
    if sees_every_matter(role):
        return found
    return found.filter(Q(created_by_id=user_id) | Q(assigned_to_id=user_id))


def matters_of(organization_id: str) -> QuerySet[Matter]:
    """Return all matters of an organization: for figures only, in which nobody can be found again."""
    return Matter.objects.filter(organization_id=organization_id)
