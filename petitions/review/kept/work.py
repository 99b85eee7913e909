"""Runs a review step by step: what is done is kept, so that a worker that takes it up again does only the rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial, reduce
from pathlib import Path

from django.conf import settings

from petitions.records.leases import Came, Lost, until_over
from petitions.records.reviews.keeping import files_of, name_of, note_taken, row_of, vault_of
from petitions.records.reviews.models import CountyReview, ReviewFile
from petitions.records.reviews.running import finish_run
from petitions.records.reviews.units import NewUnit, forget_units
from petitions.records.reviews.vault import Vault, VaultGone
from petitions.records.sealed_bytes import Unreadable
from petitions.review.kept import held_run, names
from petitions.review.kept.deciding import decide_share, gather_judged
from petitions.review.kept.held_run import Course, Running, Step
from petitions.review.kept.reading import Plan, kept_read, pieces_in, plan_for, problems_in, read_piece
from petitions.review.kept.sealed_tables import get_note, put_note
from petitions.review.kept.server_folder import copied
from petitions.review.options import review_from
from petitions.review.reading.pieces import Piece
from petitions.review.running.layout import shares_of
from petitions.review.running.task import Decisions, Read, Share


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
    """Do all of a review that is left and that nobody else does; say whether there was any."""
    return until_over(partial(do_some, review))


def do_some(review: CountyReview) -> Came:
    """Read a piece, decide a share, or do what lies between."""
    return held_run.do_some(review, _course(review))


def _course(review: CountyReview) -> Course:
    return Course(
        vault=lambda: vault_of(review),
        begin=partial(_begin, review),
        steps=(Step("read", _pieces, _read), Step("decide", _shares, partial(_decide, review))),
        end=partial(_gather, review),
        troubles=_TROUBLES,
    )


def _begin(review: CountyReview, run: Running) -> None:
    run.vault.sweep()
    _take_in(review, run)
    put_note(run.vault, names.PIECES, pieces_in(run.vault, _plan(review, run)))


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


def _pieces(run: Running) -> list[NewUnit]:
    found = ((piece, kept_read(run.vault, piece)) for piece in _kept_pieces(run.vault))
    return [
        NewUnit(piece.number, piece.size, is_done=read is not None, rows=read.rows if read else 0)
        for piece, read in found
    ]


def _read(run: Running, number: int) -> int:
    piece = _kept_pieces(run.vault)[number]
    return read_piece(run.vault, get_note(run.vault, names.PLAN), piece).rows


def _kept_pieces(vault: Vault) -> list[Piece]:
    pieces: list[Piece] = get_note(vault, names.PIECES)
    return pieces


def _reads(vault: Vault) -> list[Read]:
    return [get_note(vault, names.read(piece.number)) for piece in _kept_pieces(vault)]


def _shares(run: Running) -> list[NewUnit]:
    shares = shares_of(_reads(run.vault))
    if not shares:
        raise NoRows
    put_note(run.vault, names.SHARES, {share.number: share for share in shares})
    return [NewUnit(share.number, 1, is_done=run.vault.has(names.decided(share.number))) for share in shares]


def _decide(review: CountyReview, run: Running, number: int) -> int:
    asked = review_from(review.options, county=review.county, on=review.on)
    decide_share(run.vault, _kept_shares(run.vault)[number], review=asked)
    return 0


def _kept_shares(vault: Vault) -> Mapping[int, Share]:
    shares: Mapping[int, Share] = get_note(vault, names.SHARES)
    return shares


def _gather(review: CountyReview, run: Running) -> None:
    """Put together what the pages show, and say that it is there."""
    run.begin("gather", whole=1)
    vault, pieces = run.vault, _kept_pieces(run.vault)
    reads = _reads(vault)
    decided: list[Decisions] = [get_note(vault, names.decided(number)) for number in _kept_shares(vault)]
    gather_judged(vault, decided)
    put_note(vault, names.TALLY, reduce(lambda whole, one: whole.plus(one), [one.tally for one in decided]))
    put_note(vault, names.PROBLEMS, problems_in(vault, pieces, reads=reads))
    put_note(vault, names.READS, reads)
    put_note(vault, names.DECISIONS, decided)
    run.tell(1)
    if not finish_run(review, worker=run.worker, rows=sum(read.rows for read in reads)):
        raise Lost
    forget_units(row_of(review).get())
    _clear(vault, reads=reads, decided=decided)


def _clear(vault: Vault, *, reads: Sequence[Read], decided: Sequence[Decisions]) -> None:
    """Take away what was needed only to get here."""
    for read in reads:
        for piece in (names.rows, names.read, names.problems):
            vault.remove(piece(read.number))
    for one in decided:
        for share in (names.judged, names.counted, names.decided):
            vault.remove(share(one.number))
    for note in (names.PIECES, names.SHARES):
        vault.remove(note)
