"""The ``restore`` command: puts a backup where this site looks, brings it up to date, and says what is not readable any more."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

from petitions.records.backups.archive import BrokenArchive
from petitions.records.backups.backup import restore
from petitions.records.backups.databases import NotEmpty, NoTool
from petitions.records.rotation import unreadable_rows


class Command(BaseCommand):
    """Restore into an empty place."""

    help = "Restore a backup into an empty database and empty folders; then migrate and check."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        """Ask for the archive, and for the copy of the keys where the folder of keys is lost too."""
        parser.add_argument("file", type=Path, help="the backup")
        parser.add_argument("--keys", type=Path, help="the newest copy of the keys of rows")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Restore, migrate, check, count."""
        try:
            restore(options["file"], keys=options["keys"])
        except NotEmpty:
            raise CommandError(
                "The database, or a folder of sealed files, is not empty. Nothing was restored. Set it aside first."
            ) from None
        except BrokenArchive:
            raise CommandError(
                "This is no whole backup of this kind of database. Nothing was restored."
            ) from None
        except NoTool as trouble:
            raise CommandError(str(trouble)) from None
        call_command("migrate", verbosity=0, skip_checks=True)
        call_command("check", stdout=self.stdout)
        self.stdout.write(f"Restored. Rows that were deleted since and cannot be read: {unreadable_rows()}.")
