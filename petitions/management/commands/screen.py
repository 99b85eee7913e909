"""The ``screen`` command: records in, what the law gives each conviction out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from django.core.management.base import CommandParser
from django.utils import timezone

from petitions.exchange.checks import BEFORE_THE_ACT
from petitions.exchange.dates_in import day
from petitions.exchange.determinations_json import determinations_json
from petitions.exchange.json_files import NoJson
from petitions.exchange.record_files import BadRecords, Given, read_records
from petitions.exchange.words_in import Wrong
from petitions.law.determine import determine
from petitions.law.facts import Record
from petitions.law.terms import EFFECTIVE
from petitions.management.file_command import FileCommand
from petitions.management.leaving import BAD_INPUT, leave
from petitions.management.printing import print_answer


class Command(FileCommand):
    """Screen records under Health & Saf. Code, § 11361.8."""

    help = (
        "Say what the law gives each conviction. Reads FILE, or standard input for -: "
        "one record, a JSON list of records, or one record a line (*.ndjson)."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Name the arguments as the contract does."""
        parser.add_argument("file", metavar="FILE")
        parser.add_argument("--on", metavar="DATE", help="the day the law is applied; left out: today")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Answer; leave with 2 on bad input, 1 on any other failure."""
        on = _day(options["on"])
        given = _read(options["file"], on=on)
        print_answer(self.stdout, _texts(given, on=on))


def _texts(given: Given, *, on: date) -> Iterator[str]:
    yield given.shape.before
    for index, record in enumerate(given.records):
        yield (given.shape.between if index else "") + _answer(record, on=on)
    yield given.shape.after + "\n"


def _answer(record: Record, *, on: date) -> str:
    found = determine(record, on=record.on or on)
    return json.dumps(determinations_json(found, record_id=record.id), ensure_ascii=False)


def _day(typed: str | None) -> date:
    if typed is None:
        return timezone.localdate()
    try:
        on = day(typed)
    except Wrong as wrong:
        leave(BAD_INPUT, f"--on: {wrong.sentence}")
    if on < EFFECTIVE:
        leave(BAD_INPUT, f"--on: {BEFORE_THE_ACT}")
    return on


def _read(file: str, *, on: date) -> Given:
    try:
        return read_records(file, on=on)
    except NoJson as unread:
        leave(BAD_INPUT, f"FILE: {unread}")
    except BadRecords as bad:
        leave(BAD_INPUT, *bad.lines)
