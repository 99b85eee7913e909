"""The ``prepare`` command: brings the database up to date, then deletes answers that nobody came back to."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser


class Command(BaseCommand):
    """Make the database ready to serve."""

    help = "Bring the database up to date and purge it; bin/run does this before each start."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        """Ask whether a sample office is wanted."""
        parser.add_argument("--sample", action="store_true", help="also make what sample_clinic makes")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Migrate, then purge, in one process."""
        call_command("migrate", verbosity=0, skip_checks=True)
        call_command("purge", stdout=self.stdout)
        if options["sample"] and not settings.IS_PRODUCTION:
            call_command("sample_clinic", stdout=self.stdout, skip_checks=True)
