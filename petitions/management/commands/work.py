"""The ``work`` command: does the work that outlives a request, on this machine, until it is stopped."""

from __future__ import annotations

import os
from argparse import SUPPRESS
from importlib import import_module
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from petitions.management.working.crew import Crew, end_with_the_crew
from petitions.management.working.queue import work_on_it


class Command(BaseCommand):
    """Start the workers of this machine."""

    help = (
        "Print, review and read what the site was asked for, and purge and remind every hour. Run it beside the site, on one "
        "machine or on many that share the database and the folders of files. SIGTERM ends it when the tasks at hand are done."
    )

    requires_system_checks = ()  # the site has done them; each worker would do them again

    def add_arguments(self, parser: CommandParser) -> None:
        """Ask how many, and whether this machine has the beat."""
        parser.add_argument(
            "--processes", type=int, default=os.cpu_count() or 1, help="workers; as many as cores by default"
        )
        parser.add_argument(
            "--no-beat", action="store_true", help="leave purging, reminding and taking up to others"
        )
        parser.add_argument(
            "--with-parent", action="store_true", help="end when the process that started this is gone"
        )
        parser.add_argument("--as-one-of-them", action="store_true", help=SUPPRESS)

    def handle(self, *_args: Any, **options: Any) -> None:
        """Work."""
        if options["as_one_of_them"]:
            end_with_the_crew()
            import_module("petitions.management.working.beat")  # and with it all that tasks need
            work_on_it()
            return
        if options["processes"] < 1:
            raise CommandError("--processes: write a whole number of 1 or more.")
        Crew(options["processes"], has_beat=not options["no_beat"], with_parent=options["with_parent"]).run()
