"""The ``sample_clinic`` command: an office to try the clinic with, on a development copy only."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from petitions.access.organizations.sample import sample_clinic


class Command(BaseCommand):
    """Make it where it is not there yet, and say how to sign in."""

    help = "Make a sample office with members to sign in as; on a development copy only. bin/run does this."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Make, then say."""
        if settings.IS_PRODUCTION:
            raise CommandError("This makes members with a known password, so it does not run in production.")
        sample = sample_clinic()
        self.stdout.write(
            f"To try the clinic, sign in at /account/login/ as {', '.join(sample.names)} of {sample.organization}.\n"
            f"The password on this computer is {sample.password}; at the first sign-in you set up a second step."
        )
