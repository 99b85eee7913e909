"""The ``new_settings`` command: prints the file of settings of a new site, with secrets of its own."""

from __future__ import annotations

import re
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from petitions.management.leaving import BAD_INPUT
from petitions.records.new_keys import new_settings

_HOST = re.compile(r"[a-z0-9][a-z0-9.-]{0,252}")
_ONE_WORD = re.compile(r"[!-~]+")


class Command(BaseCommand):
    """Make the settings, and print them."""

    help = "Print the settings of a new site, with new keys. They are kept nowhere: write them to a file that others cannot read."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        """Ask for the name of the site, its database and its folder."""
        parser.add_argument("host", help="the name of the site, like clear.example")
        parser.add_argument("--database", default="postgresql:///clearrecord", help="DATABASE_URL")
        parser.add_argument("--var", default="/var/lib/clearrecord", help="CLEARRECORD_VAR")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Print them."""
        if not _HOST.fullmatch(options["host"]):
            raise CommandError(
                "HOST: write the name of the site in small letters, like clear.example", returncode=BAD_INPUT
            )
        for name in ("database", "var"):
            if not _ONE_WORD.fullmatch(options[name]):
                raise CommandError(f"--{name}: write one word without spaces", returncode=BAD_INPUT)
        told = new_settings(
            options["host"], on=timezone.localdate(), database=options["database"], var=options["var"]
        )
        self.stdout.write(told)
