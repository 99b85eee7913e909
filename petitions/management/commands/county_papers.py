"""The ``county_papers`` command: a county's reviewed cases in, the papers for each case and each court out."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser

from petitions.documents.filing import FilingProblems
from petitions.exchange.county_cases import read_office
from petitions.exchange.county_run.manifest import TABLE
from petitions.exchange.county_run.run import run_county_papers
from petitions.exchange.county_run.task import CountyTask
from petitions.exchange.json_files import NO_FILE, NoJson, read_json
from petitions.exchange.packet_run.progress import Progress
from petitions.exchange.packet_run.reporting import report
from petitions.exchange.runs.reporting import Reporter
from petitions.management.file_command import FileCommand
from petitions.management.leaving import BAD_INPUT, FAILURE, leave
from petitions.management.run_endings import SAID, whole_number

NOT_WRITTEN = (
    "--output: the papers could not be written there. Check the folder and the space, then run again."
)


class Command(FileCommand):
    """Make the papers of a county review."""

    help = (
        "Make a motion and a proposed order for each case of a county review, one motion with an exhibit for each "
        "court, and the lists for the courts. Reads FILE.ndjson, one case a line. Stopped and started again, it "
        "continues."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Name the arguments."""
        parser.add_argument("file", metavar="FILE", type=Path)
        parser.add_argument("--office", metavar="OFFICE.json", required=True)
        parser.add_argument("--output", metavar="DIR", required=True, type=Path)
        parser.add_argument("--workers", metavar="N", type=whole_number, default=os.cpu_count() or 1)
        parser.add_argument(
            "--merge", action="store_true", help="also join the papers of each court in volumes"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Make the papers; leave with 2 where a case has none, 1 on any other failure."""
        try:
            progress = _run(options)
        except FilingProblems as bad:
            leave(BAD_INPUT, *(f"--office: {path}: {sentence}" for path, sentence in bad.problems))
        except NoJson as unread:
            leave(BAD_INPUT, str(unread))
        except tuple(SAID) as stopped:
            leave(*SAID[type(stopped)])
        except OSError:
            leave(FAILURE, NOT_WRITTEN)
        if progress.problems:
            leave(BAD_INPUT, f"{progress.problems:,} case(s) have no papers. {TABLE} says why.")


def _run(options: dict[str, Any]) -> Progress:
    path: Path = options["file"]
    if not (path.is_file() and os.access(path, os.R_OK)):
        raise NoJson(NO_FILE)
    task = CountyTask(path, options["output"], read_office(read_json(options["office"])))
    reporter = Reporter(sys.stderr, report=report)
    progress = run_county_papers(task, workers=options["workers"], tell=reporter.tell, merge=options["merge"])
    reporter.end(progress)
    return progress
