"""The ``backup`` command: writes the database and the sealed files into one archive, or the keys of rows into another."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from petitions.records.backups.backup import back_up, back_up_keys
from petitions.records.backups.databases import NoTool


class Command(BaseCommand):
    """Write an archive under its name once it is whole."""

    help = "Back up the database and the sealed files into one file; with --keys the keys of rows, which belong elsewhere."

    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        """Ask where to."""
        parser.add_argument("file", type=Path, help="the file to write")
        parser.add_argument(
            "--keys",
            action="store_true",
            help="write the keys of rows, in place of the copy before; keep it apart from the backups",
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Write, and say how much that was."""
        target: Path = options["file"]
        try:
            if options["keys"]:
                self.stdout.write(f"{back_up_keys(target)} keys are in {target}.")
            else:
                self.stdout.write(f"{back_up(target)} bytes are in {target}.")
        except FileExistsError:
            raise CommandError(f"{target} is there already. Choose another name.") from None
        except NoTool as trouble:
            raise CommandError(str(trouble)) from None
        except OSError as trouble:
            raise CommandError(f"{target} could not be written: {trouble.strerror}.") from None
