"""Reads the attorneys of an organization."""

from __future__ import annotations

from django.db.models import QuerySet

from petitions.access.organizations.models import AttorneyProfile


def attorneys_of(organization_id: str) -> QuerySet[AttorneyProfile]:
    """Return the attorneys who file now, the usual one first."""
    found = AttorneyProfile.objects.filter(organization_id=organization_id, ended_at=None)
    return found.order_by("-is_usual", "name")
