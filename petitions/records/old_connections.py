"""Lets connections to the database go that are old or broken, as Django does around a request."""

from __future__ import annotations

from django.db import connections


def close_old_connections() -> None:
    """Close what is old or broken; what runs in a transaction around it stays open, which Django's own would close."""
    for one in connections.all(initialized_only=True):
        if not one.in_atomic_block:
            one.close_if_unusable_or_obsolete()
