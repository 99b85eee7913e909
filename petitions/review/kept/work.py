"""Runs a review step by step: what is done is kept, so that a worker that takes it up again does only the rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import reduce
from pathlib import Path

from django.conf import settings

from petitions.records.reviews.keeping import files_of, name_of, note_taken, vault_of
from petitions.records.reviews.models import CountyReview, ReviewFile
from petitions.records.reviews.running import finish_run
from petitions.records.reviews.vault import Vault, VaultGone
from petitions.records.sealed_bytes import Unreadable
from petitions.review.kept import names
from petitions.review.kept.deciding import decide_all, gather_judged
from petitions.review.kept.held_run import Running, do_run
from petitions.review.kept.reading import Plan, pieces_in, plan_for, problems_in, read_all
from petitions.review.kept.sealed_tables import get_note, put_note
from petitions.review.kept.server_folder import copied
from petitions.review.options import review_from
from petitions.review.running.layout import shares_of
from petitions.review.running.task import Decisions, Read

_HOLD_EVERY = 5.0


class NoRows(Exception):
    """No row of the files could be read, and belongs to a person."""


class NoFile(Exception):
    """A file of the server's folder is not there any more."""


_TROUBLES: Mapping[type[Exception], str] = {
    NoRows: "no_rows",
    NoFile: "no_file",
    VaultGone: "files",
    Unreadable: "files",
}


def work(review: CountyReview) -> bool:
    """Do a review; say whether it was this worker's to do."""
    return do_run(
        review,
        lambda running: _run(review, running),
        vault=lambda: vault_of(review),
        troubles=_TROUBLES,
        every=_HOLD_EVERY,
    )


def _run(review: CountyReview, run: Running) -> None:
    run.vault.sweep()
    _take_in(review, run)
    plan = _plan(review, run)
    run.begin("read", whole=sum(one.size for one in files_of(review)))
    reads = read_all(run.vault, plan, tell=run.tell)
    shares = len(shares_of(reads))
    if not shares:
        raise NoRows
    asked = review_from(review.options, county=review.county, on=review.on)
    run.begin("decide", whole=shares)
    decided = decide_all(run.vault, reads, review=asked, tell=run.tell)
    _gather(run, plan, reads=reads, decided=decided)
    finish_run(review, worker=run.worker, rows=sum(read.rows for read in reads))
    _clear(run.vault, reads=reads, decided=decided)


def _take_in(review: CountyReview, run: Running) -> None:
    """Copy what stands in the server's folder, so that all that follows rests on the same bytes."""
    waiting = [one for one in files_of(review) if not one.is_taken]
    if not waiting:
        return
    run.begin("copy", whole=sum(one.size for one in waiting))
    before = 0
    for file in waiting:
        before += _copy(run, file, before=before)


def _copy(run: Running, file: ReviewFile, *, before: int) -> int:
    draft = run.vault.draft(file.place)
    try:
        for size in copied(Path(settings.COUNTY_REVIEW_FOLDER), name_of(file, run.vault), into=draft):
            run.tell(before + size)
    except FileNotFoundError:
        draft.drop()
        raise NoFile from None
    draft.keep()
    note_taken(file, size=draft.size)
    return draft.size


def _plan(review: CountyReview, run: Running) -> Plan:
    if run.vault.has(names.PLAN):
        kept: Plan = get_note(run.vault, names.PLAN)
        return kept
    files = list(files_of(review))
    plan = plan_for([one.place for one in files], size=sum(one.size for one in files))
    put_note(run.vault, names.PLAN, plan)
    return plan


def _gather(run: Running, plan: Plan, *, reads: list[Read], decided: list[Decisions]) -> None:
    """Put together what the pages show."""
    run.begin("gather", whole=1)
    vault = run.vault
    gather_judged(vault, decided)
    put_note(vault, names.TALLY, reduce(lambda whole, one: whole.plus(one), [one.tally for one in decided]))
    put_note(vault, names.PROBLEMS, problems_in(vault, pieces_in(vault, plan), reads=reads))
    put_note(vault, names.READS, reads)
    put_note(vault, names.DECISIONS, decided)
    run.tell(1)


def _clear(vault: Vault, *, reads: Sequence[Read], decided: Sequence[Decisions]) -> None:
    """Take away what was needed only to get here."""
    for read in reads:
        for piece in (names.rows, names.read, names.problems):
            vault.remove(piece(read.number))
    for one in decided:
        for share in (names.judged, names.counted, names.decided):
            vault.remove(share(one.number))
