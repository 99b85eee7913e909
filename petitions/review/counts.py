"""Gathers the convicted rows of each count into one conviction, by ours and by the peer's reckoning."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from petitions.review.dates import as_date, day_of
from petitions.review.sentences import hours_of
from petitions.review.texts import readings_of

COUNT = ("person", "count")
"""What names a count: the keys of the file are only unique within a person."""
_SAME = ("day", "text", "CONV_STAT_DESCR", "OFFENSE_TOC", "county")
"""What all rows of one count should say alike."""
_PART = (*COUNT, "SENT_ORDER", "SENT_LENGTH", "SENT_TIME_CODE")
"""Rows alike in these state the same part of a sentence twice."""
SEE_COMMENT = "SEE COMMENT FOR CHARGE"


@dataclass(frozen=True, slots=True)
class Counts:
    """One line for each count: ``ours``, and as the ``peers`` would have it (its first row, its sentence).

    ``slips`` names the persons of whom the peer reckons a sentence otherwise, and why.
    """

    ours: pl.DataFrame
    peers: pl.DataFrame
    slips: pl.DataFrame


def counts_of(rows: pl.DataFrame) -> Counts:
    """Return the convictions of whole persons, in file order."""
    convicted = _convicted(rows)
    is_first = pl.struct(COUNT).is_first_distinct()
    marked = convicted.with_columns(is_first=is_first)
    first, more = marked.filter("is_first").drop("is_first"), marked.filter(~pl.col("is_first"))
    more = more.drop("is_first")
    placed = _placed(first, more)
    return Counts(_settled(first, more), _as_peer(first, placed), _slips(convicted, more, placed))


def in_text(*, of: str = "OFFENSE_DESCR") -> pl.Expr:
    """Say whether the offense stands in its own column, and not in the comment."""
    return ~pl.col(of).str.strip_chars().is_in(["", SEE_COMMENT])


def source_text() -> pl.Expr:
    """Return the text of the offense, from the comment where the column sends there."""
    return pl.when(in_text()).then("OFFENSE_DESCR").otherwise("COMMENT_TEXT")


def is_felony() -> pl.Expr:
    """Say whether the conviction is a felony: by its own class, or where that is empty by the charge's."""
    stated = pl.col("CONV_STAT_DESCR")
    return (stated == "FELONY") | ((stated == "") & (pl.col("OFFENSE_TOC") == "F"))


def _convicted(rows: pl.DataFrame) -> pl.DataFrame:
    convicted = rows.filter(pl.col("DISP_DESCR").str.starts_with("CONVICTED") & (pl.col("SUBJECT_ID") != ""))
    read = convicted.select(
        "row",
        "CONV_STAT_DESCR",
        "OFFENSE_TOC",
        "SENT_ORDER",
        "SENT_LENGTH",
        "SENT_TIME_CODE",
        person="SUBJECT_ID",
        count="CNT_ORDER",
        case=pl.col("CNT_ORDER").str.slice(0, 6),
        text=source_text(),
        day=day_of("STP_EVENT_DATE"),
        county="STP_ORI_CNTY_NAME",
        felony=is_felony(),
        registers=(pl.col("STP_TYPE_DESCR") == "REGISTRATION")
        & pl.col("OFFENSE_DESCR").str.starts_with("290"),
    ).with_columns(date=as_date(pl.col("day")))
    return _in_file_order(
        read.join(readings_of(read["text"]), on="text", how="left", maintain_order="left").join(
            hours_of(read), on=["SENT_LENGTH", "SENT_TIME_CODE"], how="left", maintain_order="left"
        )
    )


def _in_file_order(rows: pl.DataFrame) -> pl.DataFrame:
    return rows if rows["row"].is_sorted() else rows.sort("row")


def _settled(first: pl.DataFrame, more: pl.DataFrame) -> pl.DataFrame:
    """Add up the parts of each sentence, equal rows once, and settle counts whose rows disagree."""
    repeated = more.select(COUNT).unique()
    rows = pl.concat([first.join(repeated, on=COUNT, how="semi"), more])
    parts = rows.unique(subset=_PART, keep="any").group_by(COUNT).agg(pl.col("hours").sum())
    differing = (
        rows.group_by(COUNT).agg(pl.struct(_SAME).n_unique().alias("kinds")).filter(pl.col("kinds") > 1)
    )
    settled = _chosen(rows.join(differing, on=COUNT, how="semi"))
    kept = pl.concat([first.join(settled, on=COUNT, how="anti"), settled])
    return _in_file_order(
        kept.join(parts, on=COUNT, how="left", suffix="_together", maintain_order="left")
        .with_columns(hours=pl.coalesce("hours_together", "hours"))
        .drop("hours_together")
        .join(settled.select(*COUNT, disagrees=pl.lit(value=True)), on=COUNT, how="left")
        .with_columns(pl.col("disagrees").fill_null(value=False))
    )


def _chosen(rows: pl.DataFrame) -> pl.DataFrame:
    """Take of rows that disagree one that no order of the file can change: with a section of ours if there is one."""
    return rows.sort(
        [pl.col("section") == "", *_SAME, "row"], nulls_last=True
    ).unique(subset=COUNT, keep="first", maintain_order=True)  # fmt: skip


def _placed(first: pl.DataFrame, more: pl.DataFrame) -> pl.DataFrame:
    """Find for each further part the conviction that stands last before it, whichever count that is."""
    last = first.select("row", "person", onto="row", onto_count="count")
    return more.join_asof(last, on="row", by="person", strategy="backward", check_sortedness=False)


def _as_peer(first: pl.DataFrame, placed: pl.DataFrame) -> pl.DataFrame:
    """Add each further part to the conviction that it lands on."""
    added = placed.group_by("onto").agg(pl.col("peer_hours").sum().alias("added"))
    return (
        first.join(added, left_on="row", right_on="onto", how="left", maintain_order="left")
        .with_columns(
            hours=pl.col("peer_hours") + pl.col("added").fill_null(0), disagrees=pl.lit(value=False)
        )
        .drop("added")
    )


def _slips(convicted: pl.DataFrame, more: pl.DataFrame, placed: pl.DataFrame) -> pl.DataFrame:
    overflow = convicted.filter(pl.col("hours") != pl.col("peer_hours")).select(
        "person", slip=pl.lit("overflow")
    )
    astray = placed.filter((pl.col("onto_count") != pl.col("count")) & (pl.col("hours") != 0))
    misplaced = astray.select("person", slip=pl.lit("misplaced"))
    alike = convicted.join(more.select(COUNT).unique(), on=COUNT, how="semi")
    twice = alike.filter(~pl.struct(_PART).is_first_distinct() & (pl.col("hours") != 0))
    doubled = twice.select("person", slip=pl.lit("doubled"))
    return pl.concat([overflow, misplaced, doubled]).unique()
