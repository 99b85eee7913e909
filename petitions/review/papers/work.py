"""Makes the papers of a signed review part by part: what is made is kept, so that who takes it up again makes the rest."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from petitions.documents.county.cases import CountyOffice, Mover
from petitions.exchange.county_cases import case_lines
from petitions.exchange.county_run.courts import CourtJob, Product, sort_by_court
from petitions.exchange.county_run.manifest import TABLE, manifest_table
from petitions.exchange.packet_run.lots import Lot, cut
from petitions.exchange.runs.crew import Crew
from petitions.records.reviews.deciding import kept_choices
from petitions.records.reviews.keeping import row_of, vault_of
from petitions.records.reviews.models import PapersKind, ReviewPapers
from petitions.records.reviews.papers import is_current, vault_of_papers
from petitions.records.reviews.running import finish_run
from petitions.records.reviews.vault import Vault, VaultGone
from petitions.records.sealed_bytes import Unreadable
from petitions.review.kept.held_run import Running, do_run
from petitions.review.kept.results import judged_of
from petitions.review.kept.sealed_tables import SealedSource, as_path, get_note, put_note
from petitions.review.papers.archive import write_archive
from petitions.review.papers.cases import county_cases
from petitions.review.papers.final import with_final
from petitions.review.papers.office import office_of
from petitions.review.papers.parts import INPUT, PapersTask, lot_name, rows_name

ZIP = "papers.zip"
_OFFICE = "office"
_LOT = "petitions.review.papers.parts:make_lot"
_COURT = "petitions.review.papers.parts:make_for_court"
_HOLD_EVERY = 5.0
_PRODUCTS = {PapersKind.BULK: tuple(Product), PapersKind.CASES: (Product.LIST, Product.TABLES)}


class Changed(Exception):
    """The review is not the one that was signed."""


class NoCases(Exception):
    """There is no case to make a paper for."""


_TROUBLES: Mapping[type[Exception], str] = {
    Changed: "changed",
    NoCases: "no_cases",
    VaultGone: "files",
    Unreadable: "files",
}


def work(papers: ReviewPapers) -> bool:
    """Make the papers; say whether it was this worker's to do."""
    return do_run(
        papers,
        lambda running: _make(papers, running),
        vault=lambda: vault_of_papers(papers),
        troubles=_TROUBLES,
        every=_HOLD_EVERY,
    )


def _make(papers: ReviewPapers, run: Running) -> None:
    run.vault.sweep()
    run.begin("prepare", whole=1)
    office = _prepared(papers, run.vault)
    source = as_path(SealedSource(run.vault, INPUT))
    whole, found = cut(source), sort_by_court(source)
    lots = [replace(lot, twice=tuple(_numbers(lot) & found.twice)) for lot in whole.lots]
    is_of_cases = papers.kind == PapersKind.CASES
    with tempfile.TemporaryDirectory() as shelf:
        task = PapersTask(run.vault, office, is_of_cases=is_of_cases, shelf=Path(shelf))
        with Crew(task=task, workers=os.cpu_count() or 1) as crew:
            _make_lots(run, crew, lots, cases=whole.records)
            without = frozenset(_without_papers(run.vault, lots))
            courts = [court.without(without) for court in found.courts]
            jobs = [
                CourtJob(court, product) for court in courts for product in _PRODUCTS[PapersKind(papers.kind)]
            ]
            _make_for_courts(run, crew, jobs)
    size = _gather(run, jobs, lots)
    finish_run(papers, worker=run.worker, cases=whole.records - len(without), size=size)
    _clear(run.vault, [*(job.note for job in jobs), *(lot_name(lot.number) for lot in lots)])


def _prepared(papers: ReviewPapers, vault: Vault) -> CountyOffice:
    """Put down the cases and who files, so that all that follows rests on the same."""
    if vault.has(_OFFICE):
        kept: CountyOffice = get_note(vault, _OFFICE)
        return kept
    review = row_of(papers.review).get()
    of_review = vault_of(review)
    if of_review is None:
        raise VaultGone
    final = with_final(judged_of(of_review), kept_choices(review, of_review))
    if not is_current(papers, row_of(review).get()):
        raise Changed
    mover = Mover(papers.mover)
    _put_lines(vault, case_lines(county_cases(final, county=review.county, mover=mover)))
    office = office_of(review.organization, mover)
    put_note(vault, _OFFICE, office)
    return office


def _put_lines(vault: Vault, lines: Iterator[str]) -> None:
    draft = vault.draft(INPUT)
    for line in lines:
        draft.write(line.encode())
    if not draft.size:
        draft.drop()
        raise NoCases
    draft.keep()


def _numbers(lot: Lot) -> frozenset[int]:
    return frozenset(range(lot.first_line, lot.first_line + lot.lines))


def _make_lots(run: Running, crew: Crew, lots: Sequence[Lot], *, cases: int) -> None:
    left = [lot for lot in lots if not run.vault.has(rows_name(lot_name(lot.number)))]
    done = cases - sum(lot.lines for lot in left)
    run.begin("print", whole=cases)
    run.tell(done)
    for number in crew.each(left, work=_LOT):
        done += number
        run.tell(done)


def _make_for_courts(run: Running, crew: Crew, jobs: Sequence[CourtJob]) -> None:
    """Make what courts get; the largest first, so that no worker waits for another at the end."""
    left = [job for job in jobs if not run.vault.has(rows_name(job.note))]
    run.begin("courts", whole=len(jobs))
    run.tell(len(jobs) - len(left))
    largest_first = sorted(left, key=lambda job: -len(job.court.lines))
    for done, _ in enumerate(crew.each(largest_first, work=_COURT), start=len(jobs) - len(left) + 1):
        run.tell(done)


def _without_papers(vault: Vault, lots: Sequence[Lot]) -> Iterator[int]:
    """Give the lines of cases that have no papers."""
    for lot in lots:
        yield from (row["line"] for row in _rows(vault, lot_name(lot.number)) if "problems" in row)


def _gather(run: Running, jobs: Sequence[CourtJob], lots: Sequence[Lot]) -> int:
    """Put all of it in one ZIP file, the manifest first; return its size."""
    parts = [*(job.note for job in jobs), *(lot_name(lot.number) for lot in lots)]
    run.begin("gather", whole=len(parts))
    draft = run.vault.draft(ZIP)
    write_archive(draft, _files(run, jobs, lots, parts=parts))
    draft.keep()
    return draft.size


def _files(
    run: Running, jobs: Sequence[CourtJob], lots: Sequence[Lot], *, parts: Sequence[str]
) -> Iterator[tuple[str, bytes]]:
    vault = run.vault
    of_courts = (row for job in jobs for row in _rows(vault, job.note))
    of_cases = (row for lot in lots for row in _rows(vault, lot_name(lot.number)))
    yield TABLE, manifest_table(of_courts, of_cases)
    for done, part in enumerate(parts, start=1):
        yield from get_note(vault, part)
        run.tell(done)


def _rows(vault: Vault, part: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = get_note(vault, rows_name(part))
    return rows


def _clear(vault: Vault, parts: Sequence[str]) -> None:
    """Take away what was needed only to get here."""
    for part in (*parts, *map(rows_name, parts), INPUT):
        vault.remove(part)
