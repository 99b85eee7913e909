"""The ``read_rap_sheet`` command: the files of one RAP sheet in, what it says as JSON out."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from typing import Any

from django.core.management.base import CommandParser
from django.utils import timezone

from petitions.exchange.json_files import NoJson, read_bytes
from petitions.management.file_command import FileCommand
from petitions.management.leaving import BAD_INPUT, FAILURE, leave
from petitions.management.printing import print_answer
from petitions.management.sheet_sentences import trouble_sentence
from petitions.rapsheet.engines import Engine
from petitions.rapsheet.extract import PageRead
from petitions.rapsheet.files.sheet_files import number_of_pages, pages_in
from petitions.rapsheet.files.unreadable import Unreadable
from petitions.rapsheet.grammar import read_sheet
from petitions.rapsheet.wording.unreadable import why_unreadable
from petitions.rapsheet.written.sheet_json import sheet_json


class Command(FileCommand):
    """Read a RAP sheet of the California Department of Justice."""

    help = (
        "Read the RAP sheet in the FILEs (text, PDF, PNG or JPEG; pages of one sheet in their order; - is "
        "standard input) and print what it says as JSON, with the record that follows. Nothing is kept."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Name the arguments as the contract does."""
        parser.add_argument("files", metavar="FILE", nargs="+")
        parser.add_argument(
            "--engine",
            choices=[engine.value for engine in Engine],
            default=Engine.RAPID.value,
            help="what reads pages that are pictures; none: they are left out",
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Answer; leave with 2 on bad input, 1 on any other failure."""
        files = _contents(options["files"])
        number = _number_of_pages(options["files"], files)
        pages = _pages(files, engine=Engine(options["engine"]), number=number)
        sheet = read_sheet([page.lines for page in pages])
        answer = sheet_json(sheet, on=timezone.localdate())
        print_answer(self.stdout, (json.dumps(answer, ensure_ascii=False, indent=2), "\n"))


def _contents(names: Sequence[str]) -> list[bytes]:
    """Read every file before any page, so that all problems are told at once."""
    files: list[bytes] = []
    problems: list[str] = []
    for name in names:
        try:
            files.append(read_bytes(name))
        except NoJson as unread:
            problems.append(f"{name}: {unread}")
    if problems:
        leave(BAD_INPUT, *problems)
    return files


def _number_of_pages(names: Sequence[str], files: Sequence[bytes]) -> int:
    """Open each file once, to name the one that cannot be read."""
    found, codes = 0, {}
    for name, file in zip(names, files, strict=True):
        try:
            found += number_of_pages(file)
        except Unreadable as unread:
            codes[name] = unread.code
    _leave_if(codes)
    return found


def _pages(files: Sequence[bytes], *, engine: Engine, number: int) -> list[PageRead]:
    pages: list[PageRead] = []
    try:
        for page in pages_in(files, engine=engine):
            pages.append(page)
            _tell(page, place=len(pages), number=number)
    except Unreadable as unread:
        _leave_if({"FILE": unread.code})
    return pages


def _tell(page: PageRead, *, place: int, number: int) -> None:
    """Show how far the reading is, to a person; and what is wrong with a page, to anybody."""
    if sys.stderr.isatty():
        print(f"Page {place} of {number}.", file=sys.stderr)
    if page.trouble:
        print(trouble_sentence(place, page.trouble), file=sys.stderr)


def _leave_if(codes: Mapping[str, str]) -> None:
    """Leave where files cannot be read; that too many are being read is nobody's bad input."""
    if codes:
        bad = set(codes.values()) != {"busy"}
        leave(
            BAD_INPUT if bad else FAILURE,
            *(f"{name}: {why_unreadable(code)}" for name, code in codes.items()),
        )
