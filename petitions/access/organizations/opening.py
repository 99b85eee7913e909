"""Makes an organization."""

from __future__ import annotations

from petitions.access.organizations.models import Organization


def open_organization(name: str) -> Organization:
    """Make one without a member; invite its first admin next."""
    return Organization.objects.create(name=name)
