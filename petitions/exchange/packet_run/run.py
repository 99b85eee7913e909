"""Runs the whole of it: the input is cut, what is left is printed, the lists are written, the volumes joined."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import IO, Any

from petitions.documents.packet import EDITION
from petitions.exchange.json_files import NOTHING, NoJson
from petitions.exchange.packet_run.lots import Cut, cut
from petitions.exchange.packet_run.places import MANIFEST, Places
from petitions.exchange.packet_run.progress import Progress
from petitions.exchange.packet_run.task import Task
from petitions.exchange.packet_run.volumes import volumes_left
from petitions.exchange.runs.crew import Crew
from petitions.law.determine import LAW_VERSION

_PRINT = "petitions.exchange.packet_run.lot_work:print_lot"
_JOIN = "petitions.exchange.packet_run.volume_work:write_volume"
Tell = Callable[[Progress], None]


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
            progress = _print(whole, crew=crew, places=places, tell=tell)
            return _join(progress, crew=crew, places=places, tell=tell) if merge else progress


def _run(whole: Cut, *, task: Task) -> dict[str, Any]:
    return {"input": whole.digest, "law_version": LAW_VERSION, "edition": EDITION, **task.choices()}


def _print(whole: Cut, *, crew: Crew, places: Places, tell: Tell) -> Progress:
    finished = places.finished()
    if finished is not None:
        return Progress(whole.records, *finished)
    done = places.done(len(whole.lots))
    printed, problems = (sum(counts) for counts in zip((0, 0), *done.values(), strict=True))
    progress = Progress(whole.records, printed, problems)
    tell(progress)
    for lot in crew.each([lot for lot in whole.lots if lot.number not in done], work=_PRINT):
        progress = progress.after(lot)
        tell(progress)
    places.finish(len(whole.lots))
    return progress


def _join(progress: Progress, *, crew: Crew, places: Places, tell: Tell) -> Progress:
    left = list(volumes_left(places.folder / MANIFEST))
    progress = replace(progress, volumes=len(left))
    for _ in crew.each(left, work=_JOIN):
        progress = progress.after_volume()
        tell(progress)
    return progress
