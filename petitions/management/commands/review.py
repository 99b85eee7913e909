"""The ``review`` command: the research file of a county in, every conviction decided, the results as spreadsheets."""

from __future__ import annotations

import gc
import json
import os
import sys
from argparse import ArgumentTypeError
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser
from django.utils import timezone

from petitions.courts.directory import shipped_directory
from petitions.exchange.json_files import NoJson, read_json
from petitions.exchange.runs.crew import WorkerDied
from petitions.exchange.runs.folder import AtWork, FolderNotEmpty, OtherRun
from petitions.exchange.runs.reporting import Reporter
from petitions.management.file_command import FileCommand
from petitions.management.leaving import BAD_INPUT, FAILURE, leave
from petitions.review.options import BadOptions, Review, review_from
from petitions.review.reading.reasons import Reason
from petitions.review.running.bad_rows import BadRow
from petitions.review.running.order import Order
from petitions.review.running.places import PROBLEMS, REPORT, REPORT_PAGE, SUMMARY
from petitions.review.running.progress import report
from petitions.review.running.run import InputChanged, Leftovers, NoRows, Outcome, run_review
from petitions.review.summary import summary
from petitions.review.tally import Tally

FOLDER_IN_USE = "--output: this folder holds other files. Name a new or an empty folder."
LEFTOVERS = (
    "--output: this folder holds a review, whole or in part. "
    "Add --resume to go on with it, or name a new folder."
)
OTHER_RUN = (
    "--resume: the folder holds a review of other files, of other choices or of another version. "
    "Name a new folder."
)
AT_WORK = "--output: a review is being written there at this moment. Wait for the end of that."
NOT_WRITTEN = (
    "--output: the results could not be written there. "
    "Check the folder and the free space, then run again with --resume."
)
NOT_READ = "FILE: {file} cannot be read. Check its name and that you may open it."
NO_ROWS = "FILE: no row could be read. A row has 95 columns and names a person in SUBJECT_ID."
INPUT_CHANGED = "FILE: a file was changed while it was read. Run again when it is whole."
WORKER_DIED = (
    "A worker process ended early; the computer may be short of memory. "
    "Run again with --resume, and --workers 1 if it happens again."
)
STOPPED = "Stopped. No result is written in part. Run the same command with --resume: it continues."
BAD_ROW = "{file}, line {line:,}: {reason} --strict stops here; nothing was written."
NO_COUNTY = "Name one of California's 58 counties, such as LOS ANGELES."
NOT_A_DAY = "Write the day as year, month and day, such as 2020-07-01."
NOT_A_NUMBER = "Give a number of 1 or more."
_SAID: dict[type[BaseException], tuple[int, str]] = {
    FolderNotEmpty: (BAD_INPUT, FOLDER_IN_USE),
    Leftovers: (BAD_INPUT, LEFTOVERS),
    OtherRun: (BAD_INPUT, OTHER_RUN),
    AtWork: (BAD_INPUT, AT_WORK),
    NoRows: (BAD_INPUT, NO_ROWS),
    InputChanged: (FAILURE, INPUT_CHANGED),
    WorkerDied: (FAILURE, WORKER_DIED),
    KeyboardInterrupt: (FAILURE, STOPPED),
}


class Command(FileCommand):
    """Review the research file of a county."""

    help = (
        "Decide every Prop 64 conviction of a county in a research file of the Department of Justice. "
        "Several files are read as one. Rows with a problem are listed in problems.csv; the rest goes on."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Name the files, whose convictions are decided, by which choices, on which day, and where results go."""
        parser.add_argument("files", metavar="FILE", nargs="+", type=Path)
        parser.add_argument("--county", metavar="COUNTY", required=True, type=_county)
        parser.add_argument("--options", metavar="OPTIONS", required=True, dest="choices")
        parser.add_argument("--on", metavar="DAY", type=_day, default=None, help="default: today")
        parser.add_argument("--output", metavar="DIR", required=True, type=Path)
        parser.add_argument("--workers", metavar="N", type=_whole_number, default=os.cpu_count() or 1)
        parser.add_argument(
            "--summary-only", action="store_true", help="write the summary and problems, no spreadsheets"
        )
        parser.add_argument("--strict", action="store_true", help="stop at the first row with a problem")
        parser.add_argument("--resume", action="store_true", help="go on with a review that was stopped")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Review; leave with 2 where what was given cannot be used, 1 on any other failure."""
        gc.freeze()  # what is loaded by now stays
        gc.enable()  # manage.py has put it off
        try:
            outcome = _run(options)
        except NoJson as unread:
            leave(BAD_INPUT, f"--options: {unread}")
        except BadOptions as refused:
            leave(BAD_INPUT, f"--options: {refused}")
        except BadRow as bad:
            leave(BAD_INPUT, BAD_ROW.format(file=bad.file.name, line=bad.line, reason=bad.reason.sentence))
        except tuple(_SAID) as stopped:
            leave(*_SAID[type(stopped)])
        except OSError:
            leave(FAILURE, NOT_WRITTEN)
        for line in _told(outcome):
            print(line, file=sys.stderr)


def _run(options: dict[str, Any]) -> Outcome:
    _check_files(options["files"])
    choices: Any = read_json(options["choices"])
    on = options["on"] or timezone.localdate()
    review_from(
        choices, county=options["county"], on=on
    )  # what cannot be used is refused before anything is read
    order = Order(
        files=tuple(options["files"]),
        folder=options["output"],
        options=json.dumps(choices),
        county=options["county"],
        on=on,
        workers=options["workers"],
        strict=options["strict"],
        spreadsheets=not options["summary_only"],
        resume=options["resume"],
    )
    reporter = Reporter(sys.stderr, report=report)
    return run_review(order, tell=reporter.tell, papers=_summary if options["summary_only"] else _papers)


def _check_files(files: list[Path]) -> None:
    for file in files:
        if not (file.is_file() and os.access(file, os.R_OK)):
            leave(BAD_INPUT, NOT_READ.format(file=file.name))


def _papers(tally: Tally, review: Review, outcome: Outcome) -> Mapping[str, bytes]:
    """Write what is told of the whole, each under its name."""
    # What prints takes half a second to load; a short run is read and decided in little more.
    from petitions.documents.render import render  # noqa: PLC0415
    from petitions.review.report.report import as_one_file, report_page  # noqa: PLC0415

    page = report_page(tally, review=review, rows=outcome.rows, problems=outcome.problems, language="en")
    return {
        **_summary(tally, review, outcome),
        REPORT_PAGE: as_one_file(page),
        REPORT: render(page),
    }


def _summary(tally: Tally, review: Review, outcome: Outcome) -> Mapping[str, bytes]:
    told = summary(tally, review=review, lines=outcome.rows, seconds=0)
    told["processingTimeInSeconds"] = None  # the same review gives the same files, however long it took
    return {SUMMARY: (json.dumps(told, indent=1) + "\n").encode()}


def _told(outcome: Outcome) -> Iterator[str]:
    """Tell how many rows there are and what was wrong with some, never what stands in them."""
    yield f"{outcome.rows:,} rows were read."
    for code, amount in outcome.problems.items():
        yield f"{amount:,} row(s): {Reason(code).sentence}"
    if outcome.problems:
        yield f"Each with its file and line: {PROBLEMS} in the folder of the results."


def _county(typed: str) -> str:
    """Return a county's name in capitals, as the file has it."""
    name = typed.strip().upper()
    if name not in {county.name.upper() for county in shipped_directory().counties}:
        raise ArgumentTypeError(NO_COUNTY)
    return name


def _day(typed: str) -> date:
    try:
        return date.fromisoformat(typed)
    except ValueError:
        raise ArgumentTypeError(NOT_A_DAY) from None


def _whole_number(typed: str) -> int:
    if not typed.isdecimal() or not typed.isascii() or int(typed) < 1:
        raise ArgumentTypeError(NOT_A_NUMBER)
    return int(typed)
