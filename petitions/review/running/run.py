"""Runs a review: reads, decides and writes what an earlier start has not, and puts the results in their places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import reduce
from pathlib import Path
from typing import Any

from petitions.exchange.runs.crew import Crew
from petitions.review.reading.pieces import Piece, pieces_of
from petitions.review.running.bad_rows import BadRow, heed
from petitions.review.running.inputs import about_files
from petitions.review.running.layout import layout, shares_of
from petitions.review.running.order import Order
from petitions.review.running.places import ALL_RESULTS, CONDENSED_RESULTS, ReviewPlaces, Step
from petitions.review.running.putting_down import put_down
from petitions.review.running.results import headers, put_results
from petitions.review.running.steps import Steps, Tell
from petitions.review.running.surroundings import for_workers
from petitions.review.running.task import Decisions, Read, Task, Writing, empty_cells, review_of

_BOOT = Path("/proc/sys/kernel/random/boot_id")


class Leftovers(Exception):
    """The folder holds what an earlier start made, and nothing was said of going on with it."""


class NoRows(Exception):
    """No row of the files could be read and belongs to a person."""


class InputChanged(Exception):
    """A file changed while it was read."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run came to: rows that stand in the spreadsheets, and problems by code."""

    rows: int
    problems: Mapping[str, int]


Papers = Callable[[Any, Any, Outcome], Mapping[str, bytes]]
"""Makes what is told of the whole, by file name: of the tally, the review and what the run came to."""


def run_review(order: Order, *, tell: Tell, papers: Papers) -> Outcome:
    """Do what is ordered, or the rest of it.

    Raise Leftovers, NoRows, InputChanged, BadRow, OtherRun, AtWork, FolderNotEmpty, WorkerDied or OSError.
    """
    places = ReviewPlaces(order.folder)
    about = about_files(order.files)
    with places.locked():
        if places.state.exists() and not order.resume:
            raise Leftovers
        noted = places.begin(order.noted(about, boot=_boot()))
        if finished := places.finished():
            return Outcome(**finished)
        if noted["boot"] != _boot():
            places.start_again(_boot())
        with _forgotten_if_useless(places):
            return _run(order, noted, tell=tell, papers=papers, about=about)


def _run(
    order: Order, noted: Mapping[str, Any], *, tell: Tell, papers: Papers, about: list[dict[str, Any]]
) -> Outcome:
    task, places = order.task(shares=noted["shares"]), ReviewPlaces(order.folder)
    pieces = pieces_of(order.files, size=noted["piece"])
    with for_workers(order.workers), Crew(task=task, workers=order.workers) as crew:
        steps = Steps(crew, places=places, tell=tell)
        reads = _read(pieces, order=order, steps=steps)
        decided = _decide(reads, steps=steps)
        tally = reduce(lambda whole, share: whole.plus(share), (share.tally for share in decided))
        problems = sum((Counter(read.problems) for read in reads), Counter[str]())
        outcome = Outcome(sum(read.rows for read in reads), problems)
        with ThreadPoolExecutor(1) as beside:  # the workers write meanwhile
            told = beside.submit(papers, tally, review_of(task), outcome)
            if task.spreadsheets:
                _write(pieces, task=task, reads=reads, decided=decided, steps=steps)
        crew.let_go()  # they end while the results are put in their places
        if about_files(order.files) != about:
            raise InputChanged
        put_results(task, pieces=pieces, reads=reads, papers=told.result())
    places.finish({"rows": outcome.rows, "problems": dict(problems)})
    return outcome


def _read(pieces: list[Piece], *, order: Order, steps: Steps) -> list[Read]:
    sizes = {piece.number: piece.size for piece in pieces}
    jobs = {piece.number: piece for piece in pieces}
    reads: dict[int, Read] = {}
    for read in steps.each(Step.READ, jobs, sizes=sizes, work="read_work:read_piece"):
        reads[read.number] = read
        if order.strict:
            heed(pieces, reads=reads, files=order.files, places=ReviewPlaces(order.folder))
    return [reads[piece.number] for piece in pieces]


def _decide(reads: list[Read], *, steps: Steps) -> list[Decisions]:
    shares = {share.number: share for share in shares_of(reads)}
    if not shares:
        raise NoRows
    sizes = {number: share.size for number, share in shares.items()}
    decided = steps.each(Step.DECIDED, shares, sizes=sizes, work="decide_work:decide_share")
    return sorted(decided, key=lambda done: done.number)


def _write(
    pieces: list[Piece], *, task: Task, reads: list[Read], decided: list[Decisions], steps: Steps
) -> None:
    whole, condensed = headers(task)
    lengths = (len(whole), len(condensed))
    laid = layout(pieces, reads=reads, decided=decided, empty=len(empty_cells(task)), headers=lengths)
    jobs: dict[int, Writing] = {one.piece.number: one for one in laid}
    sizes = {piece.number: piece.size for piece in pieces}
    places = ReviewPlaces(task.folder)
    with put_down((places.aside(ALL_RESULTS), places.aside(CONDENSED_RESULTS))):
        for _ in steps.each(Step.WRITTEN, jobs, sizes=sizes, work="write_work:write_piece"):
            pass  # what is written tells nothing but that it is


@contextmanager
def _forgotten_if_useless(places: ReviewPlaces) -> Iterator[None]:
    """Leave nothing where a later start could not go on with it."""
    try:
        yield
    except (NoRows, InputChanged, BadRow):
        places.forget()
        raise


def _boot() -> str:
    """Name this start of the computer: what was written before another one may not have reached the disk."""
    return _BOOT.read_text(encoding="ascii").strip() if _BOOT.exists() else ""
