"""What the commands that work on files alone have in common."""

from __future__ import annotations

from django.core.management.base import BaseCommand


class FileCommand(BaseCommand):
    """A command that works on what it is given, not on the site."""

    requires_system_checks = ()  # they look at the site, and take longer than a record or a small file
