"""Says who may hand in a sheet. Where offices sign in, this is where their recorded authorisation will count."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest

EVERYONE = "everyone"
"""The value of READ_RAP_SHEETS by which whoever runs the site states that the public may hand in a sheet."""


def may_read(request: HttpRequest) -> bool:
    """Say whether this visitor may hand in a sheet. ``clinics``: only with an office, and none can sign in yet."""
    return bool(settings.READ_RAP_SHEETS == EVERYONE)
