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
_CLASSES = {"F": "FELONY", "M": "MISDEMEANOR", "I": "INFRACTION"}
CASE_KEY = 6
"""How many characters of CNT_ORDER name the case."""
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
    first, more = _apart(convicted)
    placed = _placed(first, more)
    return Counts(_settled(first, more), _as_peer(first, placed), _slips(convicted, placed))


def convictions_of(rows: pl.DataFrame) -> pl.DataFrame:
    """Return our convictions alone, as ``counts_of`` has them."""
    return _settled(*_apart(_convicted(rows)))


def _apart(convicted: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return the first row of each count, and the others."""
    is_first = pl.struct(COUNT).is_first_distinct()
    marked = convicted.with_columns(is_first=is_first)
    first, more = marked.filter("is_first"), marked.filter(~pl.col("is_first"))
    return first.drop("is_first"), more.drop("is_first")


def in_text(*, of: str = "OFFENSE_DESCR") -> pl.Expr:
    """Say whether the offense stands in its own column, and not in the comment."""
    return ~pl.col(of).str.strip_chars().is_in(["", SEE_COMMENT])


def source_text() -> pl.Expr:
    """Return the text of the offense, from the comment where the column sends there."""
    return pl.when(in_text()).then("OFFENSE_DESCR").otherwise("COMMENT_TEXT")


def is_registration() -> pl.Expr:
    """Say whether the row registers the person under Pen. Code, § 290."""
    return (pl.col("STP_TYPE_DESCR") == "REGISTRATION") & pl.col("OFFENSE_DESCR").str.starts_with("290")


def is_felony() -> pl.Expr:
    """Say whether the conviction is a felony: by its own class, or where that is empty by the charge's."""
    stated = pl.col("CONV_STAT_DESCR")
    return (stated == "FELONY") | ((stated == "") & (pl.col("OFFENSE_TOC") == "F"))


def level() -> pl.Expr:
    """Return the class as FELONY, MISDEMEANOR or INFRACTION, or nothing where neither cell says it."""
    stated, charged = pl.col("CONV_STAT_DESCR"), pl.col("OFFENSE_TOC")
    found = pl.lit("")
    for letter, word in _CLASSES.items():
        says = (stated == word) | ((stated == "") & (charged == letter))
        found = pl.when(says).then(pl.lit(word)).otherwise(found)
    return found


def _convicted(rows: pl.DataFrame) -> pl.DataFrame:
    is_convicted = pl.col("DISP_DESCR").str.starts_with("CONVICTED") & (pl.col("SUBJECT_ID") != "")
    read = (
        rows.lazy()
        .filter(is_convicted)
        .select(
            "row",
            "CONV_STAT_DESCR",
            "OFFENSE_TOC",
            "SENT_ORDER",
            "SENT_LENGTH",
            "SENT_TIME_CODE",
            person="SUBJECT_ID",
            count="CNT_ORDER",
            case=pl.col("CNT_ORDER").str.slice(0, CASE_KEY),
            text=source_text(),
            day=day_of("STP_EVENT_DATE"),
            county="STP_ORI_CNTY_NAME",
            felony=is_felony(),
            level=level(),
            registers=is_registration(),
            keyless=pl.col("CNT_ORDER").str.len_chars() < CASE_KEY,
        )
        .with_columns(date=as_date(pl.col("day")))
        .collect()
    )
    return _in_file_order(
        read.join(readings_of(read["text"]), on="text", how="left", maintain_order="left").join(
            hours_of(read), on=["SENT_LENGTH", "SENT_TIME_CODE"], how="left", maintain_order="left"
        )
    )


def _in_file_order(rows: pl.DataFrame) -> pl.DataFrame:
    return rows if rows["row"].is_sorted() else rows.sort("row")


def _settled(first: pl.DataFrame, more: pl.DataFrame) -> pl.DataFrame:
    """Add up the parts of each sentence, equal rows once, and settle counts whose rows disagree."""
    parts = _repeated(first, more).unique(subset=_PART, keep="any").group_by(COUNT).agg(pl.col("hours").sum())
    summed = (
        first.join(parts, on=COUNT, how="left", suffix="_together", maintain_order="left")
        .with_columns(hours=pl.coalesce("hours_together", "hours"), disagrees=pl.lit(value=False))
        .drop("hours_together")
    )
    differing = _differing(first, more)
    return summed if differing.is_empty() else _chosen(summed, more, differing=differing)


def _repeated(first: pl.DataFrame, more: pl.DataFrame) -> pl.DataFrame:
    """Return the sentence parts of all counts that have several rows."""
    cells = [*_PART, "hours"]
    repeated = more.select(COUNT).unique()
    return pl.concat([first.select(cells).join(repeated, on=COUNT, how="semi"), more.select(cells)])


def _differing(first: pl.DataFrame, more: pl.DataFrame) -> pl.DataFrame:
    """Return the counts whose rows do not say the same."""
    cells = [*COUNT, *_SAME]
    both = more.select(cells).join(first.select(cells), on=COUNT, how="inner", suffix="_first")
    is_other = pl.any_horizontal(pl.col(one).ne_missing(pl.col(f"{one}_first")) for one in _SAME)
    return both.filter(is_other).select(COUNT).unique()


def _chosen(summed: pl.DataFrame, more: pl.DataFrame, *, differing: pl.DataFrame) -> pl.DataFrame:
    """Take of rows that disagree one that no order of the file can change: with a section of ours if there is one."""
    together = summed.join(differing, on=COUNT, how="semi")
    hours = together.select(*COUNT, "hours")
    rows = pl.concat([together.drop("disagrees"), more.join(differing, on=COUNT, how="semi")])
    by = [pl.col("section") == "", *_SAME, "row"]
    chosen = (
        rows.drop("hours")
        .sort(by, nulls_last=True)
        .unique(subset=COUNT, keep="first", maintain_order=True)
        .join(hours, on=COUNT, how="left")
        .with_columns(disagrees=pl.lit(value=True))
    )
    others = summed.join(differing, on=COUNT, how="anti")
    return pl.concat([others, chosen.select(others.columns)]).sort("row")


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


def _slips(convicted: pl.DataFrame, placed: pl.DataFrame) -> pl.DataFrame:
    overflow = convicted.filter(pl.col("hours") != pl.col("peer_hours"))
    astray = placed.filter((pl.col("onto_count") != pl.col("count")) & (pl.col("hours") != 0))
    parts = convicted.lazy().filter(pl.col("hours") != 0).select(_PART).collect()
    twice = parts.filter(~pl.struct(_PART).is_first_distinct())
    found = {"overflow": overflow, "misplaced": astray, "doubled": twice}
    return pl.concat(rows.select("person", slip=pl.lit(slip)) for slip, rows in found.items()).unique()
