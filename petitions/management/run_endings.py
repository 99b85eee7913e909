"""How a command that makes papers in bulk ends before its time: what is said, and with which code."""

from __future__ import annotations

from argparse import ArgumentTypeError

from petitions.exchange.packet_run.volumes import PapersChanged
from petitions.exchange.runs.crew import WorkerDied
from petitions.exchange.runs.folder import AtWork, FolderNotEmpty, OtherRun
from petitions.management.leaving import BAD_INPUT, FAILURE
from petitions.management.official_choice import NO_OFFICIAL_FORM, NoOfficialForm

FOLDER_IN_USE = "--output: this folder holds other files. Name a new or an empty folder."
OTHER_RUN = (
    "--output: this folder holds the papers of another file, of other choices or of another version. "
    "Name a new folder."
)
AT_WORK = "--output: papers are being written there at this moment. Wait for the end of that."
PAPERS_CHANGED = (
    "--merge: papers in the folder were changed or taken out. Put them back, or start again in a new folder."
)
WORKER_DIED = "A worker process ended early; the computer may be short of memory. Run again: it continues."
STOPPED = "Stopped. What is printed stays. Run the same command again: it continues."
NOT_A_NUMBER = "Give a number of 1 or more."
SAID: dict[type[BaseException], tuple[int, str]] = {
    NoOfficialForm: (BAD_INPUT, NO_OFFICIAL_FORM),
    FolderNotEmpty: (BAD_INPUT, FOLDER_IN_USE),
    OtherRun: (BAD_INPUT, OTHER_RUN),
    AtWork: (BAD_INPUT, AT_WORK),
    PapersChanged: (FAILURE, PAPERS_CHANGED),
    WorkerDied: (FAILURE, WORKER_DIED),
    KeyboardInterrupt: (FAILURE, STOPPED),
}


def whole_number(typed: str) -> int:
    """Read how many processes print."""
    if not typed.isdecimal() or not typed.isascii() or int(typed) < 1:
        raise ArgumentTypeError(NOT_A_NUMBER)
    return int(typed)
