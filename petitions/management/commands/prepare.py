"""The ``prepare`` command: brings the database up to date, then deletes answers that nobody came back to."""

from __future__ import annotations

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    """Make the database ready to serve."""

    help = "Bring the database up to date and purge it; bin/run does this before each start."
    requires_system_checks = ()

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Migrate, then purge, in one process."""
        call_command("migrate", verbosity=0, skip_checks=True)
        call_command("purge", stdout=self.stdout)
