"""Runs the whole of it: the input is cut, what is left is printed, the lists are written, the volumes joined."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import IO, Any

from petitions.documents.packet import EDITION
from petitions.exchange.json_files import NOTHING, NoJson
from petitions.exchange.packet_run.lots import Cut, cut
from petitions.exchange.packet_run.places import MANIFEST, Places
from petitions.exchange.packet_run.progress import Progress
from petitions.exchange.packet_run.steps import Steps, Tell
from petitions.exchange.packet_run.task import Task
from petitions.exchange.packet_run.volumes import volumes_left
from petitions.exchange.runs.crew import Crew
from petitions.law.determine import LAW_VERSION

_PRINT = "petitions.exchange.packet_run.lot_work:print_lot"
_JOIN = "petitions.exchange.packet_run.volume_work:write_volume"


def run_packets(
    task: Task, *, workers: int, tell: Tell, merge: bool = False, stream: IO[bytes] | None = None
) -> Progress:
    """Print every record of the input, or of ``stream`` in its place; then join their papers where that is asked for.

    Raise NoJson for an empty input, OtherRun, AtWork, FolderNotEmpty, PapersChanged, WorkerDied or OSError.
    """
    places = Places(task.folder)
    with places.locked():
        given = replace(task, input=places.keep_input(stream)) if stream else task
        whole = cut(given.input)
        if not whole.records:
            raise NoJson(NOTHING)
        noted = places.begin(_run(whole, task=given))
        as_begun = replace(given, on=date.fromisoformat(noted["on"]), shelf=places.new_stage())
        with Crew(task=as_begun, workers=workers) as crew:
            steps = Steps(crew, places, tell)
            progress = steps.print_lots(whole, work=_PRINT)
            left = volumes_left(places.folder / MANIFEST)
            return steps.join(progress, left, work=_JOIN) if merge else progress


def _run(whole: Cut, *, task: Task) -> dict[str, Any]:
    return {"input": whole.digest, "law_version": LAW_VERSION, "edition": EDITION, **task.choices()}
