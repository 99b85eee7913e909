"""Tells every page who runs this site and how long answers are kept."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest


def site(request: HttpRequest) -> dict[str, object]:
    """Return what the footer and the privacy page show; reads settings only."""
    return {
        "site_operator": settings.SITE_OPERATOR,
        "site_contact": settings.SITE_CONTACT,
        "retention_hours": settings.RETENTION_HOURS,
    }
