"""The ``official_forms`` command: adds the court's own forms, and lists what is installed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from petitions.documents.official.mapping import FormProblems
from petitions.documents.official.store import (
    LOOK_AGAIN_AFTER,
    Addition,
    Installed,
    add,
    check_addition,
    installed,
)
from petitions.management.leaving import BAD_INPUT, FAILURE, leave

NOT_READ = "this file cannot be read. Check its name."
OLD = "{} is an old edition. Download the current one from the courts' site, or add --old-edition to use this one."
NOT_WRITTEN = "The form could not be kept. Check the folder that CLEARRECORD_OFFICIAL_FORMS names."
NONE = "No official form is installed. Download CR-400 from the courts' site and run official_forms add FILE."
LOOK_AGAIN = "Added {} days ago: look at the courts' site for a newer edition, and add it again."
DAMAGED = "Damaged: it is not used. Add it again."


class Command(BaseCommand):
    """Add or list the court's own forms."""

    help = "Add the court's own form CR-400, which the papers are then made on, or list what is installed."

    def add_arguments(self, parser: CommandParser) -> None:
        """Name the two actions."""
        actions = parser.add_subparsers(dest="action", required=True, metavar="{add,list}")
        adding = actions.add_parser("add", help="add PDF files as the courts' site has them")
        adding.add_argument("files", metavar="FILE", nargs="+", type=Path)
        adding.add_argument("--mapping", metavar="FILE", type=Path, help="a TOML file, for a new edition")
        adding.add_argument("--old-edition", action="store_true", help="use an edition that is superseded")
        actions.add_parser("list", help="list the installed forms")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Do the action; leave with 2 on bad input, 1 on any other failure."""
        on, folder = timezone.localdate(), Path(settings.OFFICIAL_FORMS_DIR)
        if options["action"] == "list":
            self.stdout.write("\n".join(listing(installed(folder), on=on)))
            return
        additions = _checked(options["files"], mapping=options["mapping"], old=options["old_edition"])
        try:
            for addition in additions:
                add(addition, folder=folder, on=on)
                self.stdout.write(f"Added {addition.form.edition.name}.")
        except OSError:
            leave(FAILURE, NOT_WRITTEN)


def listing(forms: Sequence[Installed], *, on: date) -> list[str]:
    """Say of each form what it is, when it was added, and what to do about it."""
    return [line for form in forms for line in _lines(form, on=on)] or [NONE]


def _lines(one: Installed, *, on: date) -> list[str]:
    if one.form is None or one.added is None:
        return [f"{one.folder}: {DAMAGED}"]
    old = ", an old edition" if one.form.edition.is_old else ""
    lines = [f"{one.form.edition.name}{old}, added {one.added.isoformat()}, sha256 {one.sha256}"]
    days = one.days_since(on)
    return [*lines, f"  {LOOK_AGAIN.format(days)}"] if days > LOOK_AGAIN_AFTER else lines


def _checked(files: Sequence[Path], *, mapping: Path | None, old: bool) -> list[Addition]:
    """Look every file over before any is kept."""
    text = _read(mapping, name="--mapping").decode(errors="replace") if mapping else None
    found: list[Addition] = []
    problems: list[str] = []
    for file in files:
        try:
            addition = check_addition(_read(file, name=file.name), mapping=text)
        except FormProblems as bad:
            problems.extend(f"{file.name}: {sentence}" for sentence in bad.problems)
            continue
        if addition.form.edition.is_old and not old:
            problems.append(f"{file.name}: {OLD.format(addition.form.edition.name)}")
        found.append(addition)
    if problems:
        leave(BAD_INPUT, *problems)
    return found


def _read(file: Path, *, name: str) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        leave(BAD_INPUT, f"{name}: {NOT_READ}")
