"""The ``packets`` command: many records with filing facts in, a folder of court papers for each out."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser
from django.utils import timezone

from petitions.exchange.json_files import NO_FILE, STANDARD_INPUT, NoJson
from petitions.exchange.packet_run.places import PROBLEMS
from petitions.exchange.packet_run.progress import Progress
from petitions.exchange.packet_run.reporting import report
from petitions.exchange.packet_run.run import run_packets
from petitions.exchange.packet_run.task import Task
from petitions.exchange.runs.reporting import Reporter
from petitions.management.file_command import FileCommand
from petitions.management.leaving import BAD_INPUT, FAILURE, leave
from petitions.management.official_choice import add_official_choice, chosen_form
from petitions.management.run_endings import SAID, whole_number

NOT_WRITTEN = (
    "--output: the papers could not be written there. Check the folder and the free space, then run again."
)
_MOST_TOLD = 20


class Command(FileCommand):
    """Make the court papers of many records."""

    help = (
        "Make the court papers of many records with filing facts, one record a line. Reads FILE.ndjson, or "
        "standard input for -. Stopped and started again, it continues."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Name the arguments as the contract does."""
        parser.add_argument("file", metavar="FILE")
        parser.add_argument("--output", metavar="DIR", required=True, type=Path)
        parser.add_argument("--language", choices=("en", "es"), default="en")
        parser.add_argument("--workers", metavar="N", type=whole_number, default=os.cpu_count() or 1)
        parser.add_argument(
            "--merge", action="store_true", help="also join the papers in merged-0001.pdf and on"
        )
        add_official_choice(parser)

    def handle(self, *_args: Any, **options: Any) -> None:
        """Make the papers; leave with 2 where a record had a problem, 1 on any other failure."""
        try:
            progress = _run(options)
        except NoJson as unread:
            leave(BAD_INPUT, f"FILE: {unread}")
        except tuple(SAID) as stopped:
            leave(*SAID[type(stopped)])
        except OSError:
            leave(FAILURE, NOT_WRITTEN)
        if progress.problems:
            leave(BAD_INPUT, *_told_problems(options["output"], amount=progress.problems))


def _run(options: dict[str, Any]) -> Progress:
    is_stream = options["file"] == STANDARD_INPUT
    path = Path(options["file"])
    if not is_stream and not (path.is_file() and os.access(path, os.R_OK)):
        raise NoJson(NO_FILE)
    form = chosen_form(options["official"])
    reporter = Reporter(sys.stderr, report=report)
    progress = run_packets(
        Task(path, options["output"], options["language"], timezone.localdate(), form),
        workers=options["workers"],
        tell=reporter.tell,
        merge=options["merge"],
        stream=sys.stdin.buffer if is_stream else None,
    )
    reporter.end(progress)
    return progress


def _told_problems(folder: Path, *, amount: int) -> Iterator[str]:
    """Tell the first problems, and where the rest stand."""
    with (folder / PROBLEMS).open(encoding="utf-8") as file:
        yield from [_told(line) for line in islice(file, _MOST_TOLD)]
    yield f"{amount:,} record(s) have no papers. All of them: {PROBLEMS} in the folder of the papers."


def _told(line: str) -> str:
    problem = json.loads(line)
    first, *others = problem["problems"]
    more = f" (and {len(others)} more)" if others else ""
    return f"line {problem['line']}: {first['path']}: {first['problem']}{more}"
