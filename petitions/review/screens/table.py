"""The table of judged convictions: what may be looked for in it, and what stands in a row."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import polars as pl
from django.utils.translation import gettext

from petitions.law.terms import Relief
from petitions.records.reviews.deciding import Kept
from petitions.review.added import CEILING, DIFFERS, DISAGREES, FLOOR, OUTCOME
from petitions.review.code_sections import SECTIONS
from petitions.review.columns import ROW
from petitions.review.kept.deciding import FELONY, SECTION
from petitions.review.papers.final import lacks_number, with_final
from petitions.review.policies.columns import DATE, DETERMINATION, REASON
from petitions.review.policies.rules import (
    DISMISS,
    NOT_ELIGIBLE,
    REDUCE,
    Policy,
)
from petitions.review.screens.choices import reason_words
from petitions.review.screens.words import (
    BY_HAND,
    MARKS,
    WORDS,
    day_text,
    determination_word,
    law_words,
    level_word,
    marks_of,
)

PAGE = 50
_RANKS = {DISMISS: int(Relief.DISMISS_SEAL), REDUCE: int(Relief.MISDEMEANOR), NOT_ELIGIBLE: int(Relief.NONE)}
_RELIEFS = {one.name: int(one) for one in Relief}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody looks for: words of ours only, so that an address tells nothing of a person."""

    section: str = ""
    determination: str = ""
    mark: str = ""
    page: int = 1

    def address(self, *, page: int) -> str:
        """Return the query of another page of the same."""
        return urlencode({**self.words, "page": page})

    @property
    def words(self) -> dict[str, str]:
        """Return what is looked for, without the page."""
        given = {"section": self.section, "determination": self.determination, "mark": self.mark}
        return {name: value for name, value in given.items() if value}


@dataclass(frozen=True, slots=True)
class Line:
    """One judged conviction as the table shows it."""

    row: int
    name: str
    born: str
    day: str
    section: str
    offense: str
    level: str
    determination: str
    reason: str
    law: str
    marks: tuple[str, ...]
    kept: Kept | None
    chosen: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One page of the table."""

    lines: tuple[Line, ...]
    count: int
    pages: int
    wanted: Wanted

    @property
    def before(self) -> str:
        """Return the query of the page before; nothing on the first."""
        return self.wanted.address(page=self.wanted.page - 1) if self.wanted.page > 1 else ""

    @property
    def after(self) -> str:
        """Return the query of the next page; nothing on the last."""
        return self.wanted.address(page=self.wanted.page + 1) if self.wanted.page < self.pages else ""


def wanted_in(query: Mapping[str, str]) -> Wanted:
    """Read what is looked for; what is no word of ours is left out."""
    section, mark = query.get("section", ""), query.get("mark", "")
    determination, page = query.get("determination", ""), query.get("page", "1")
    return Wanted(
        section if section in SECTIONS else "",
        determination if determination in WORDS or determination == "none" else "",
        mark if mark in MARKS else "",
        int(page) if page.isdecimal() and 0 < int(page) < 1_000_000 else 1,
    )


def page_of(judged: pl.DataFrame, kept: Mapping[int, Kept], wanted: Wanted, *, policy: Policy) -> Shown:
    """Return one page of what is looked for."""
    found = judged.filter(_condition(judged, wanted, kept))
    pages = max(1, -(-found.height // PAGE))
    at = Wanted(wanted.section, wanted.determination, wanted.mark, min(wanted.page, pages))
    rows = found.slice((at.page - 1) * PAGE, PAGE).with_columns(statute=against_statute())
    said = reason_words(policy)
    lines = tuple(_line(row, kept.get(row[ROW]), said) for row in rows.iter_rows(named=True))
    return Shown(lines, found.height, pages, at)


def next_open(judged: pl.DataFrame, kept: Mapping[int, Kept], *, after: int) -> int | None:
    """Return the next conviction whose hand review is open; behind the last one begin again."""
    found = judged.filter(_open(kept))[ROW]
    later = found.filter(found > after)
    rows = later if later.len() else found
    return int(rows[0]) if rows.len() else None


def open_count(judged: pl.DataFrame, kept: Mapping[int, Kept]) -> int:
    """Return how many hand reviews are open."""
    return judged.filter(_open(kept)).height


def against_statute() -> pl.Expr:
    """Say whether the policy gives less than the law surely gives, or more than it can give."""
    rank, floor, ceiling = (
        pl.col(name).replace_strict(ranks, default=None, return_dtype=pl.Int8)
        for name, ranks in ((DETERMINATION, _RANKS), (FLOOR, _RELIEFS), (CEILING, _RELIEFS))
    )
    return ((rank < floor) | (rank > ceiling)).fill_null(value=False)


def _condition(judged: pl.DataFrame, wanted: Wanted, kept: Mapping[int, Kept]) -> pl.Expr:
    found = pl.lit(value=True)
    if wanted.section:
        found &= pl.col(SECTION) == wanted.section
    if wanted.determination:
        found &= pl.col(DETERMINATION) == wanted.determination.replace("none", "")
    return found & _marked(judged, wanted.mark, kept) if wanted.mark else found


def _marked(judged: pl.DataFrame, mark: str, kept: Mapping[int, Kept]) -> pl.Expr:
    if mark == "open":
        return _open(kept)
    if mark == "statute":
        return against_statute()
    if mark == "number":
        return _among(with_final(judged, kept).filter(lacks_number())[ROW].to_list())
    if mark in ("differs", "disagrees"):
        return pl.col(DIFFERS if mark == "differs" else DISAGREES) != ""
    is_changed = mark == "changed"
    rows = [
        row for row, one in kept.items() if (one.choice.outcome if is_changed else one.choice.is_looked_at)
    ]
    return _among(rows)


def _open(kept: Mapping[int, Kept]) -> pl.Expr:
    """Say whether a person must still look at a conviction: nobody has said that it is done, or decided it."""
    settled = [
        row for row, one in kept.items() if one.choice.is_looked_at or one.choice.outcome not in BY_HAND
    ]
    return pl.col(DETERMINATION).is_in(BY_HAND) & ~_among(settled)


def _among(rows: list[int]) -> pl.Expr:
    return pl.col(ROW).is_in(pl.Series(rows, dtype=pl.UInt64).implode())


def _line(row: Mapping[str, Any], kept: Kept | None, said: Callable[[str], str]) -> Line:
    chosen = kept.choice.outcome if kept else ""
    return Line(
        row=row[ROW],
        name=row["PRI_NAME"],
        born=day_text(row["PRI_DOB"]),
        day=day_text(row[DATE]) or gettext("not known"),
        section=row[SECTION],
        offense=row["OFFENSE_DESCR"],
        level=level_word(is_felony=row[FELONY]),
        determination=determination_word(row[DETERMINATION]),
        reason=said(row[REASON]),
        law=law_words(row[OUTCOME]),
        marks=marks_of(row),
        kept=kept,
        chosen=determination_word(chosen) if chosen else "",
    )
