"""The ``packet`` command: one record with filing facts in, a folder of court papers out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser
from django.utils import timezone

from petitions.documents.build import packets_of
from petitions.documents.filing import FilingProblems
from petitions.documents.folder import FolderInUse, check_folder, manifest_text, write_folder
from petitions.documents.official.form import OfficialForm
from petitions.documents.worker import NotPrinted, print_in_fork
from petitions.exchange.json_files import NoJson, read_json
from petitions.exchange.packet_input import read_packet_input
from petitions.management.file_command import FileCommand
from petitions.management.leaving import BAD_INPUT, FAILURE, leave
from petitions.management.official_choice import (
    NO_OFFICIAL_FORM,
    NoOfficialForm,
    add_official_choice,
    chosen_form,
)

FOLDER_IN_USE = "--output: this folder holds other files. Name a new or an empty folder."
NOT_WRITTEN = "--output: the papers could not be written there. Check the folder and the free space."
NOT_PRINTED = (
    "The papers took too long to print, or too much memory. Shorten long texts, or file fewer cases at once."
)


class Command(FileCommand):
    """Make the court papers of one record."""

    help = "Make the court papers of one record with filing facts. Reads FILE, or standard input for -."

    def add_arguments(self, parser: CommandParser) -> None:
        """Name the arguments as the contract does."""
        parser.add_argument("file", metavar="FILE")
        parser.add_argument("--output", metavar="DIR", required=True, type=Path)
        parser.add_argument("--language", choices=("en", "es"), default="en")
        add_official_choice(parser)

    def handle(self, *_args: Any, **options: Any) -> None:
        """Make the papers; leave with 2 on bad input, 1 on any other failure."""
        folder, language = options["output"], options["language"]
        try:
            official = chosen_form(options["official"])
            self.stdout.write(_make(options["file"], folder=folder, language=language, official=official))
        except NoOfficialForm:
            leave(BAD_INPUT, NO_OFFICIAL_FORM)
        except NoJson as unread:
            leave(BAD_INPUT, f"FILE: {unread}")
        except FilingProblems as bad:
            leave(BAD_INPUT, *(f"{path}: {sentence}" for path, sentence in bad.problems))
        except FolderInUse:
            leave(BAD_INPUT, FOLDER_IN_USE)
        except NotPrinted:
            leave(FAILURE, NOT_PRINTED)
        except OSError:
            leave(FAILURE, NOT_WRITTEN)


def _make(file: str, *, folder: Path, language: str, official: OfficialForm | None) -> str:
    check_folder(folder)
    record, filing = read_packet_input(read_json(file))
    on = record.on or timezone.localdate()
    packet = print_in_fork(packets_of(record, filing=filing, language=language, on=on, official=official))
    write_folder(packet, folder=folder)
    return manifest_text(packet)
