"""Which tables the explanation has: one chapter for each section that the Act names, and one for all else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from petitions.interview.explained import elsewhere, hs_11357, hs_11358, hs_11359, hs_11360
from petitions.interview.explained.facts import WHEN
from petitions.interview.explained.grid import (
    Answer,
    Row,
    Table,
    Today,
    act_today,
    answer_to,
    levels_then,
    rows_of,
)
from petitions.law.on_record import Levels


@dataclass(frozen=True, slots=True)
class Chapter:
    """The tables of one page: what the law was, what the act is now, and who gets what."""

    slug: str
    section: str
    then: tuple[Table, ...]
    now: tuple[Table, ...]
    answers: tuple[Table, ...]


@dataclass(frozen=True, slots=True)
class Tables:
    """A chapter's tables with their rows."""

    then: tuple[tuple[Table, tuple[Row[Levels], ...]], ...]
    now: tuple[tuple[Table, tuple[Row[Today], ...]], ...]
    answers: tuple[tuple[Table, tuple[Row[Answer], ...]], ...]


CHAPTERS: Mapping[str, Chapter] = {
    one.slug: one
    for one in (
        *(
            Chapter(
                f"hs-{part.SECTION}",
                part.SECTION,
                (Table("then", part.UNREAD, (part.CHARGED, WHEN)),),
                part.NOW,
                part.ANSWERS,
            )
            for part in (hs_11357, hs_11358, hs_11359, hs_11360)
        ),
        Chapter("other-cases", "", (), (), elsewhere.ANSWERS),
    )
}
"""By the name in its address."""


@lru_cache(maxsize=16)
def tables_of(slug: str) -> Tables:
    """Ask the law everything that a chapter shows, once."""
    chapter = CHAPTERS[slug]
    return Tables(
        tuple((table, rows_of(table, levels_then)) for table in chapter.then),
        tuple((table, rows_of(table, act_today)) for table in chapter.now),
        tuple((table, rows_of(table, answer_to)) for table in chapter.answers),
    )
