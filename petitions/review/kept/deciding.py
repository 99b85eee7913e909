"""Decides the people of a review share by share, and keeps what the screens and the files to hand out need of them."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from petitions.records.reviews.vault import Vault
from petitions.review.added import added
from petitions.review.columns import ROW
from petitions.review.counts import is_felony, source_text
from petitions.review.decide import decide_to_recount
from petitions.review.kept import names
from petitions.review.kept.sealed_tables import get_part, get_table, put_note, put_table
from petitions.review.options import Review
from petitions.review.running.decide_work import CELLS, JUDGED, as_it_was, by_piece, cells_of
from petitions.review.running.segments import packed
from petitions.review.running.task import Decisions, Part, Share
from petitions.review.texts import readings_of

SHARE, SECTION, FELONY = "share", "section", "felony"
LETTER, PREFIX = "letter", "prefix"
_SHOWN = (
    "SUBJECT_ID", "PRI_NAME", "PRI_DOB", "GENDER", "RACE_DESCR", "STP_EVENT_DATE", "STP_ORI_DESCR", "CONV_STAT_DESCR", "STP_ORI_CNTY_NAME", "CNT_ORDER",
    "OFFENSE_DESCR",
)  # fmt: skip
"""What the table of judged convictions and the charts show of the file itself."""


def decide_share(vault: Vault, share: Share, *, review: Review) -> None:
    """Decide the people of a share, unless an earlier start has."""
    if not vault.has(names.decided(share.number)):
        _decide(vault, share, review=review)


def gather_judged(vault: Vault, decided: list[Decisions]) -> None:
    """Put the judged convictions of all shares together, in the order of the files, and keep them."""
    for whole, of_share in ((names.JUDGED, names.judged), (names.COUNTED, names.counted)):
        table = pl.concat([get_table(vault, of_share(one.number)) for one in decided]).sort(ROW)
        put_table(vault, whole, table)


def _decide(vault: Vault, share: Share, *, review: Review) -> None:
    rows = pl.concat(_parts(vault, share)).with_columns(pl.col(pl.String).fill_null(""))
    decided, counted = decide_to_recount(rows, review=review)
    people = rows.join(decided.rows, on=ROW, how="left", maintain_order="left")
    put_table(vault, names.people(share.number), people)
    put_table(vault, names.counted(share.number), counted)
    put_table(vault, names.judged(share.number), _judged(people, share=share.number, flow=review.flow))
    done = Decisions(
        share.number, rows.height, _kept_cells(vault, decided.rows, share, review), decided.tally
    )
    put_note(vault, names.decided(share.number), done)


def _parts(vault: Vault, share: Share) -> Iterator[pl.DataFrame]:
    for piece, first, segment in share.parts:
        table = get_part(vault, names.rows(piece), segment)
        yield table.with_columns(pl.col(ROW).cast(pl.UInt64) + first)


def _judged(people: pl.DataFrame, *, share: int, flow: str) -> pl.DataFrame:
    """Return the judged convictions, each with what charts count it by."""
    judged = people.filter(pl.col(JUDGED).fill_null(value=False))
    read = judged.with_columns(text=source_text(), felony=is_felony())
    sections = readings_of(read["text"]).select("text", SECTION, LETTER, PREFIX)
    with_section = read.join(sections, on="text", how="left", maintain_order="left")
    return with_section.select(
        ROW,
        pl.lit(share, dtype=pl.UInt32).alias(SHARE),
        SECTION,
        LETTER,
        PREFIX,
        FELONY,
        *_SHOWN,
        *added(flow),
    )


def _kept_cells(vault: Vault, rows: pl.DataFrame, share: Share, review: Review) -> tuple[Part, ...]:
    written = as_it_was(rows.select(ROW, JUDGED, cells_of(added(review.flow))).sort(ROW))
    pieces = list(by_piece(written, share=share))
    content, segments = packed(cells for _, cells in pieces)
    vault.put(names.cells(share.number), content)
    return tuple(
        Part(piece, segment, cells.height, int(cells[CELLS].bin.size().sum()))
        for (piece, cells), segment in zip(pieces, segments, strict=True)
    )
