"""Runs the whole of it: cases are printed lot by lot, each court gets its papers and lists, the manifest is written."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, replace

from petitions.documents.packet import EDITION
from petitions.exchange.county_run.courts import Court, CourtJob, Product, Sorted, sort_by_court
from petitions.exchange.county_run.manifest import TABLE, write_manifest
from petitions.exchange.county_run.task import CountyTask
from petitions.exchange.county_run.volumes import volumes_left
from petitions.exchange.json_files import NOTHING, NoJson
from petitions.exchange.packet_run.lots import Cut, cut
from petitions.exchange.packet_run.places import MANIFEST, PROBLEMS, Places
from petitions.exchange.packet_run.progress import Progress
from petitions.exchange.packet_run.steps import Steps, Tell
from petitions.exchange.runs.crew import Crew

_PRINT = "petitions.exchange.county_run.lot_work:print_cases"
_COURT = "petitions.exchange.county_run.court_work:write_court"
_JOIN = "petitions.exchange.county_run.volumes:write_volume"


def run_county_papers(task: CountyTask, *, workers: int, tell: Tell, merge: bool = False) -> Progress:
    """Print the papers of every case and court; join them in volumes too where that is asked for.

    Stopped at any moment, the same call goes on. Raise NoJson for an empty input, OtherRun, AtWork,
    FolderNotEmpty, PapersChanged, WorkerDied or OSError.
    """
    places = Places(task.folder)
    with places.locked():
        whole = cut(task.input)
        if not whole.records:
            raise NoJson(NOTHING)
        places.begin({"county_papers": whole.digest, "edition": EDITION, "office": _about(task)})
        found = sort_by_court(task.input)
        with Crew(task=replace(task, shelf=places.new_stage()), workers=workers) as crew:
            steps = Steps(crew, places, tell)
            progress = steps.print_lots(_marked(whole, found=found), work=_PRINT)
            courts = _printed_courts(found, places=places)
            progress = _write_courts(progress, courts=courts, steps=steps)
            left = volumes_left(places.folder / MANIFEST, courts=courts)
            return steps.join(progress, left, work=_JOIN) if merge else progress


def _marked(whole: Cut, *, found: Sorted) -> Cut:
    """Tell each lot which of its lines name a case for the second time."""
    lots = [
        replace(
            lot, twice=tuple(n for n in range(lot.first_line, lot.first_line + lot.lines) if n in found.twice)
        )
        for lot in whole.lots
    ]
    return replace(whole, lots=tuple(lots))


def _about(task: CountyTask) -> str:
    """Digest the office, so that papers of another one are another run."""
    return hashlib.sha256(json.dumps(asdict(task.office)).encode()).hexdigest()


def _printed_courts(found: Sorted, *, places: Places) -> tuple[Court, ...]:
    """Keep of each court the cases that have papers."""
    with (places.folder / PROBLEMS).open("rb") as problems:
        without = frozenset(json.loads(line)["line"] for line in problems)
    return tuple(court.without(without) for court in found.courts)


def _write_courts(progress: Progress, *, courts: tuple[Court, ...], steps: Steps) -> Progress:
    """Write what courts get; the largest first, so that no worker waits for another at the end."""
    places = steps.places
    jobs = [CourtJob(court, product) for court in courts for product in Product]
    left = [job for job in jobs if not (places.own / job.note).exists()]
    progress = replace(progress, for_courts=len(left))
    for _ in steps.crew.each(sorted(left, key=lambda job: -len(job.court.lines)), work=_COURT):
        progress = progress.after_court()
        steps.tell(progress)
    if left or not (places.folder / TABLE).exists():
        write_manifest(places, jobs=jobs)
    return progress
