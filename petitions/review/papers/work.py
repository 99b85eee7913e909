"""Makes the papers of a signed review part by part: what is made is kept, so that who takes it up again makes the rest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from petitions.documents.county.cases import Mover
from petitions.documents.shelf import shelf
from petitions.exchange.county_cases import case_lines
from petitions.exchange.county_run.courts import Court, CourtJob, Product, sort_by_court
from petitions.exchange.county_run.manifest import TABLE, manifest_table
from petitions.exchange.packet_run.lots import Lot, cut
from petitions.records.leases import Came, Lost, until_over
from petitions.records.reviews.deciding import kept_choices
from petitions.records.reviews.keeping import row_of, vault_of
from petitions.records.reviews.models import PapersKind, ReviewPapers
from petitions.records.reviews.papers import is_current, vault_of_papers
from petitions.records.reviews.running import finish_run
from petitions.records.reviews.units import NewUnit, forget_units
from petitions.records.reviews.vault import Vault, VaultGone
from petitions.records.sealed_bytes import Unreadable
from petitions.review.kept import held_run
from petitions.review.kept.held_run import Course, Running, Step
from petitions.review.kept.results import judged_of
from petitions.review.kept.sealed_tables import SealedSource, as_path, get_note, put_note
from petitions.review.papers.archive import write_archive
from petitions.review.papers.cases import county_cases
from petitions.review.papers.final import with_final
from petitions.review.papers.office import office_of
from petitions.review.papers.parts import INPUT, PapersTask, lot_name, make_for_court, make_lot, rows_name
from petitions.review.papers.without import count_without

ZIP = "papers.zip"
_OFFICE = "office"
_LAYOUT, _JOBS = "layout", "jobs"
_PRODUCTS = {PapersKind.BULK: tuple(Product), PapersKind.CASES: (Product.LIST, Product.TABLES)}


@dataclass(frozen=True, slots=True)
class Layout:
    """The cases in lots, the courts with their cases, and how many cases there are."""

    lots: tuple[Lot, ...]
    courts: tuple[Court, ...]
    records: int


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
    """Make all of the papers that is left and that nobody else makes; say whether there was any."""
    return until_over(partial(do_some, papers))


def do_some(papers: ReviewPapers) -> Came:
    """Make the papers of a lot of cases, something for a court, or do what lies between."""
    return held_run.do_some(papers, _course(papers))


def _course(papers: ReviewPapers) -> Course:
    return Course(
        vault=lambda: vault_of_papers(papers),
        begin=partial(_begin, papers),
        steps=(
            Step("print", _lots, partial(_make_lot, papers)),
            Step("courts", partial(_courts, papers), partial(_make_for_court, papers)),
        ),
        end=partial(_finish, papers),
        troubles=_TROUBLES,
    )


def _begin(papers: ReviewPapers, run: Running) -> None:
    """Lay down what is made of what, so that whoever takes a unit knows."""
    run.vault.sweep()
    run.begin("prepare", whole=1)
    _prepared(papers, run.vault)
    source = as_path(SealedSource(run.vault, INPUT))
    whole, found = cut(source), sort_by_court(source)
    lots = tuple(replace(lot, twice=tuple(_numbers(lot) & found.twice)) for lot in whole.lots)
    put_note(run.vault, _LAYOUT, Layout(lots, found.courts, whole.records))


def _layout(vault: Vault) -> Layout:
    kept: Layout = get_note(vault, _LAYOUT)
    return kept


def _lots(run: Running) -> list[NewUnit]:
    return [
        NewUnit(lot.number, lot.lines, is_done=run.vault.has(rows_name(lot_name(lot.number))))
        for lot in _layout(run.vault).lots
    ]


def _make_lot(papers: ReviewPapers, run: Running, number: int) -> int:
    return make_lot(_layout(run.vault).lots[number], task=_task(papers, run.vault))


def _courts(papers: ReviewPapers, run: Running) -> list[NewUnit]:
    layout = _layout(run.vault)
    without = frozenset(_without_papers(run.vault, layout.lots))
    courts = [court.without(without) for court in layout.courts]
    jobs = [CourtJob(court, product) for court in courts for product in _PRODUCTS[PapersKind(papers.kind)]]
    put_note(run.vault, _JOBS, jobs)
    return [
        NewUnit(number, len(job.court.lines) + 1, is_done=run.vault.has(rows_name(job.note)))
        for number, job in enumerate(jobs)
    ]


def _make_for_court(papers: ReviewPapers, run: Running, number: int) -> int:
    make_for_court(_jobs(run.vault)[number], task=_task(papers, run.vault))
    return 0


def _jobs(vault: Vault) -> list[CourtJob]:
    jobs: list[CourtJob] = get_note(vault, _JOBS)
    return jobs


def _task(papers: ReviewPapers, vault: Vault) -> PapersTask:
    is_of_cases = papers.kind == PapersKind.CASES
    return PapersTask(vault, get_note(vault, _OFFICE), is_of_cases=is_of_cases, shelf=shelf())


def _finish(papers: ReviewPapers, run: Running) -> None:
    """Put all of it in one file, and say that it is there."""
    layout, jobs = _layout(run.vault), _jobs(run.vault)
    without = count_without(_case_rows(run.vault, layout.lots))
    size = _gather(run, jobs, layout.lots)
    if not finish_run(
        papers, worker=run.worker, cases=layout.records - sum(without.values()), without=without, size=size
    ):
        raise Lost
    forget_units(papers)
    parts = [*(job.note for job in jobs), *(lot_name(lot.number) for lot in layout.lots)]
    _clear(run.vault, parts)


def _prepared(papers: ReviewPapers, vault: Vault) -> None:
    """Put down the cases and who files, so that all that follows rests on the same."""
    if vault.has(_OFFICE):
        return
    review = row_of(papers.review).get()
    of_review = vault_of(review)
    if of_review is None:
        raise VaultGone
    final = with_final(judged_of(of_review), kept_choices(review, of_review))
    if not is_current(papers, row_of(review).get()):
        raise Changed
    mover = Mover(papers.mover)
    _put_lines(vault, case_lines(county_cases(final, county=review.county, mover=mover)))
    put_note(vault, _OFFICE, office_of(review.organization, mover))


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


def _without_papers(vault: Vault, lots: Sequence[Lot]) -> Iterator[int]:
    """Give the lines of cases that have no papers."""
    yield from (row["line"] for row in _case_rows(vault, lots) if "problems" in row)


def _case_rows(vault: Vault, lots: Sequence[Lot]) -> Iterator[dict[str, Any]]:
    """Give the rows of the manifest that are of cases."""
    for lot in lots:
        yield from _rows(vault, lot_name(lot.number))


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
    yield TABLE, manifest_table(of_courts, _case_rows(vault, lots))
    for done, part in enumerate(parts, start=1):
        yield from get_note(vault, part)
        run.tell(done)


def _rows(vault: Vault, part: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = get_note(vault, rows_name(part))
    return rows


def _clear(vault: Vault, parts: Sequence[str]) -> None:
    """Take away what was needed only to get here."""
    for part in (*parts, *map(rows_name, parts), INPUT, _LAYOUT, _JOBS):
        vault.remove(part)
