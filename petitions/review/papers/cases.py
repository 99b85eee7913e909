"""Puts decided convictions together as the cases that papers are made from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import polars as pl

from petitions.documents.county.cases import CountyCase, CountyCount, Ground, Mover
from petitions.law.terms import Level, Prefix, Relief
from petitions.review.added import FLOOR
from petitions.review.columns import ROW
from petitions.review.kept.deciding import FELONY, LETTER, PREFIX, SECTION
from petitions.review.papers.courthouses import courthouse_of
from petitions.review.papers.final import FINAL
from petitions.review.policies.columns import CASE
from petitions.review.policies.rules import DISMISS, NOT_ELIGIBLE, REDUCE

_SAME = ("SUBJECT_ID", "case", CASE, "STP_ORI_DESCR")
_CERTAIN = {one.name: one for one in Relief}
_OTHER_PREFIX = Prefix.CONSPIRACY
"""A section beside others leaves open what was done; papers are not made for it."""


def county_cases(final: pl.DataFrame, *, county: str, mover: Mover) -> Iterator[CountyCase]:
    """Give the cases in the order of the file: the counts of one person, one step and one case number together."""
    told = final.sort(ROW).with_columns(case=pl.col("CNT_ORDER").str.slice(0, 6))
    for (_who, _case, number, court), counts in told.group_by(_SAME, maintain_order=True):
        rows = list(counts.iter_rows(named=True))
        yield CountyCase(
            county=county.title(),
            court=courthouse_of(str(court)),
            case_number=str(number).strip() or None,
            name=rows[0]["PRI_NAME"],
            sentence=None,
            counts=tuple(_count(row, mover=mover) for row in rows),
        )


def _count(row: Mapping[str, Any], *, mover: Mover) -> CountyCount:
    relief = _relief(row)
    return CountyCount(
        section=row[SECTION],
        subdivision=row[LETTER] or None,
        prefix=Prefix(row[PREFIX]) if row[PREFIX] else _OTHER_PREFIX,
        conviction_date=_day(row["STP_EVENT_DATE"]),
        level=_level(row),
        relief=relief,
        ground=_ground(row, relief, mover=mover) if relief else None,
    )


def _relief(row: Mapping[str, Any]) -> Relief | None:
    """Return what is asked; None where a person must still look, or the law's own lesser class where one is reduced."""
    lesser = Relief.INFRACTION if row[FLOOR] == Relief.INFRACTION.name else Relief.MISDEMEANOR
    return {DISMISS: Relief.DISMISS_SEAL, REDUCE: lesser, NOT_ELIGIBLE: Relief.NONE}.get(row[FINAL])


def _ground(row: Mapping[str, Any], relief: Relief, *, mover: Mover) -> Ground:
    """Return the ground: the law's own where the file makes certain what is asked, else that of who asks."""
    certain = _CERTAIN.get(row[FLOOR], Relief.NONE)
    if certain >= relief:
        return Ground.LAWFUL_TODAY if relief is Relief.DISMISS_SEAL else Ground.LESSER_TODAY
    return Ground.NOT_CHALLENGED if mover is Mover.PROSECUTOR else Ground.PRESUMED


def _level(row: Mapping[str, Any]) -> Level | None:
    if row[FELONY]:
        return Level.FELONY
    stated = str(row["CONV_STAT_DESCR"]).lower()
    return Level(stated) if stated in ("misdemeanor", "infraction") else None


def _day(text: str) -> date | None:
    try:
        return date(int(text[:4]), int(text[4:6]), int(text[6:8])) if len(text) == 8 else None
    except ValueError:
        return None
