"""Tells every page who runs this site, how long answers are kept, and where the person came from."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest

from petitions.interview.links import return_token
from petitions.rapsheet.permission import may_read


def site(request: HttpRequest) -> dict[str, object]:
    """Return what the frame and the privacy page show; of the address only a word that is ours."""
    return {
        "reads_sheets": may_read(request),
        "sheet_hours": settings.SHEET_HOURS,
        "site_operator": settings.SITE_OPERATOR,
        "site_contact": settings.SITE_CONTACT,
        "retention_hours": settings.RETENTION_HOURS,
        "return_token": return_token(request.GET.get("next")),
    }
