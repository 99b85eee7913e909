"""The ``law`` command: writes the law that the site applies as a document, for a lawyer to review and sign."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from petitions.interview.law_document import document
from petitions.management.leaving import FAILURE, leave

PLACE = Path(__file__).resolve().parents[3] / "docs/law.md"
NOT_WRITTEN = "The document could not be written. Check the folder."


class Command(BaseCommand):
    """Write the document; the signatures in the one that is there stay."""

    help = "Write docs/law.md: every rule as a table, with its citations, for a lawyer to review and sign."

    def add_arguments(self, parser: CommandParser) -> None:
        """Name the file."""
        parser.add_argument(
            "--output", metavar="FILE", type=Path, default=PLACE, help="the file (docs/law.md)"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Write it, or leave with 1 where it cannot be written."""
        file: Path = options["output"]
        try:
            before = file.read_text(encoding="utf-8") if file.exists() else ""
            file.write_text(document(before), encoding="utf-8")
        except OSError:
            leave(FAILURE, NOT_WRITTEN)
        self.stdout.write(f"Wrote {file}.")
