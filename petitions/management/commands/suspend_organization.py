"""The ``suspend_organization`` command: closes an organization to all of its members at once, or opens it again."""

from __future__ import annotations

import argparse
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from petitions.access.organizations.members import organization_named, suspend


class Command(BaseCommand):
    """Close or open it; nothing is deleted."""

    help = "Close an organization to its members from the next click on (--end opens it again)."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Name the arguments."""
        parser.add_argument("organization", help="its id or its exact name")
        parser.add_argument("--end", action="store_true", help="open it again")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Find it, and do so."""
        found = organization_named(options["organization"])
        if found is None:
            raise CommandError(
                "There is no organization, or more than one, with this name. Give its id.", returncode=2
            )
        suspend(found, is_suspended=not options["end"])
        self.stdout.write("It is open again." if options["end"] else "It is closed; nothing was deleted.")
