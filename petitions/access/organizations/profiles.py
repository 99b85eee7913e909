"""Reads and changes how an office and its attorneys are named at the head of papers."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from petitions.access.organizations.logged import change
from petitions.access.organizations.models import AttorneyProfile, Organization, new_id
from petitions.records.matters.models import Matter, row_of

ADDRESS = ("street", "city", "state", "zip")


def version_of(values: Mapping[str, Any]) -> str:
    """Return a mark of what a page showed; other values have another one."""
    told = "\n".join(f"{name}={values[name]}" for name in sorted(values))
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def attorneys_of(organization_id: str) -> QuerySet[AttorneyProfile]:
    """Return the attorneys who file now, the usual one first."""
    found = AttorneyProfile.objects.filter(organization_id=organization_id, ended_at=None)
    return found.select_related("organization").order_by("-is_usual", "name")


def attorney_of(profile_id: str, *, organization_id: str) -> AttorneyProfile | None:
    """Return one attorney who files now."""
    return attorneys_of(organization_id).filter(pk=profile_id).first()


def save_office(organization: Organization, values: Mapping[str, Any]) -> None:
    """Change how the office is named and reached, or how long it keeps matters."""
    change(organization, **values)


@transaction.atomic
def save_attorney(
    values: Mapping[str, Any],
    *,
    organization_id: str,
    profile: AttorneyProfile | None,
    key: str | None = None,
) -> AttorneyProfile:
    """Make or change an attorney; one who is the usual one takes that from the others.

    The same ``key``, the id that one page gives, makes one.
    """
    there = AttorneyProfile.objects.filter(organization_id=organization_id, pk=key).first() if key else None
    if there:
        return there
    if values.get("is_usual"):
        for other in attorneys_of(organization_id).filter(is_usual=True).exclude(pk=profile and profile.pk):
            change(other, is_usual=False)
    if profile is None:
        return AttorneyProfile.objects.create(id=key or new_id(), organization_id=organization_id, **values)
    change(profile, **values)
    return profile


def end_attorney(profile: AttorneyProfile) -> None:
    """Take an attorney off the list; papers of matters that name them keep the name until somebody changes it."""
    change(profile, ended_at=timezone.now(), is_usual=False)


def has_whole_address(profile: AttorneyProfile) -> bool:
    """Say whether papers can carry an address: the attorney's own, or else the office's, and never half of one."""
    place = profile if profile.street else profile.organization
    return all(getattr(place, part) for part in ADDRESS)


def set_attorney(matter: Matter, profile: AttorneyProfile | None) -> None:
    """Say who files in a matter; None: the petitioner does. What lists show of it is made anew."""
    row_of(matter).update(attorney=profile, summary_version=0)


def ending_sooner(organization: Organization, *, after_close: int, untouched: int) -> int:
    """Return how many matters would end sooner than now with these days."""
    matters = Matter.objects.filter(organization_id=organization.pk)
    sooner = Q(pk__in=[])
    if after_close < organization.days_after_close:
        sooner |= Q(closed_at__isnull=False)
    if untouched < organization.days_untouched:
        sooner |= Q(closed_at=None)
    return matters.filter(sooner).count()
