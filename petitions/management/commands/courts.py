"""The ``courts`` command: keeps the directory of courts current: what is stale, out as files, in from a file, and who may."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from petitions.access.organizations.members import let_edit_courts, memberships_named, who_edit_courts
from petitions.access.organizations.models import Membership
from petitions.courts.import_files import BadImport
from petitions.courts.importing import Proposed, proposals
from petitions.courts.patches import PATCH, all_files, patch
from petitions.courts.stale import stale_entries
from petitions.courts.tables import shipped_tables
from petitions.management.court_lines import NOTHING_STALE, change_lines, stale_lines
from petitions.management.leaving import BAD_INPUT, FAILURE, leave
from petitions.records.court_edits.reading import newest_edits
from petitions.records.court_edits.writing import ChangedMeanwhile, add_edits

NOT_READ = "FILE: this file cannot be read. Check its name, and save it as UTF-8."
NOT_WRITTEN = "--output: the files could not be written there. Check the folder and the free space."
NOTHING_TO_EXPORT = "Nothing was changed: the data files are as the program came with them."
NOTHING_TO_IMPORT = "Nothing would change."
NOT_TAKEN = "Nothing was changed. Correct these lines, and try again."
MEANWHILE = "Somebody changed the directory at the same moment. Nothing was changed; try again."
NO_MEMBER = "NAME: no member has this user name or e-mail."
SEVERAL = "NAME: this person works for several offices. Name one with --office, by its id: {ids}"
_MOST_BYTES = 5_000_000


class Command(BaseCommand):
    """Do one of four things with the directory."""

    help = "List what is stale in the directory of courts, export or import its data files, say who may change it."

    def add_arguments(self, parser: CommandParser) -> None:
        """Name the actions."""
        actions = parser.add_subparsers(dest="action", required=True, metavar="{stale,export,import,editors}")
        stale = actions.add_parser("stale", help="list what was checked more than a year ago")
        stale.add_argument("--all", action="store_true", help="list every courthouse, not only the main ones")
        export = actions.add_parser("export", help="print what staff changed, as a patch for the project")
        export.add_argument("--output", metavar="DIR", type=Path, help="write the data files there, too")
        importing = actions.add_parser("import", help="take a data file that somebody has changed")
        importing.add_argument("file", metavar="FILE", type=Path)
        importing.add_argument("--dry-run", action="store_true", help="say what would change; change nothing")
        editors = actions.add_parser("editors", help="list who may change the directory; add or remove one")
        group = editors.add_mutually_exclusive_group()
        group.add_argument("--add", metavar="NAME", help="a user name or e-mail")
        group.add_argument("--remove", metavar="NAME", help="a user name or e-mail")
        editors.add_argument(
            "--office", metavar="ID", help="which office, where the person works for several"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Do the action; leave with 2 on bad input, 1 on any other failure."""
        lines = {"stale": _stale, "export": _export, "import": _import, "editors": _editors}[
            options["action"]
        ](options)
        self.stdout.write("\n".join(lines))


def _stale(options: dict[str, Any]) -> list[str]:
    found = stale_entries(shipped=shipped_tables(), edits=newest_edits().edits, on=timezone.localdate())
    shown = [one for one in found if options["all"] or one.entry.is_main]
    return [line for one in shown for line in stale_lines(one)] or [NOTHING_STALE]


def _export(options: dict[str, Any]) -> list[str]:
    shipped, edits, folder = shipped_tables(), newest_edits().edits, options["output"]
    changed = patch(shipped, edits)
    if folder is None:
        return [changed.removesuffix("\n") or NOTHING_TO_EXPORT]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in {**all_files(shipped, edits), PATCH: changed}.items():
            (folder / name).write_text(text, encoding="utf-8", newline="")
    except OSError:
        leave(FAILURE, NOT_WRITTEN)
    return [f"The data files and {PATCH} are in {folder}.", *([] if changed else [NOTHING_TO_EXPORT])]


def _import(options: dict[str, Any]) -> list[str]:
    try:
        found = proposals(
            _text(options["file"]),
            shipped=shipped_tables(),
            edits=newest_edits().edits,
            on=timezone.localdate(),
        )
    except BadImport as bad:
        leave(BAD_INPUT, *(f"line {line}: {sentence}" for line, sentence in bad.problems), NOT_TAKEN)
    if not found:
        return [NOTHING_TO_IMPORT]
    lines = [line for one in found for line in change_lines(one)]
    if options["dry_run"]:
        return [*lines, f"{_amount(found)} would change. Nothing is changed yet."]
    try:
        add_edits([change for one in found for change in one.changes], user_id=None)
    except ChangedMeanwhile:
        leave(FAILURE, MEANWHILE)
    return [*lines, f"{_amount(found)} changed."]


def _amount(found: Sequence[Proposed]) -> str:
    return "1 row" if len(found) == 1 else f"{len(found)} rows"


def _text(file: Path) -> str:
    try:
        with file.open("rb") as opened:
            content = opened.read(_MOST_BYTES + 1)
        if len(content) > _MOST_BYTES:
            leave(BAD_INPUT, NOT_READ)
        return content.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        leave(BAD_INPUT, NOT_READ)


def _editors(options: dict[str, Any]) -> list[str]:
    name = options["add"] or options["remove"]
    if name:
        let_edit_courts(_member(name, office=options["office"]), may_edit=bool(options["add"]))
    found = [f"{one.user.get_username()}, {one.organization.name}" for one in who_edit_courts()]
    return found or ["Nobody may change the directory in the site. Add one with --add NAME."]


def _member(name: str, *, office: str | None) -> Membership:
    found = [one for one in memberships_named(name) if office in (None, one.organization_id)]
    if not found:
        leave(BAD_INPUT, NO_MEMBER)
    if len(found) > 1:
        leave(BAD_INPUT, SEVERAL.format(ids=", ".join(one.organization_id for one in found)))
    return found[0]
