"""Derives what stands around a judged conviction: the numbers of its case, the charges of its cycle."""

from __future__ import annotations

import polars as pl

from petitions.review.code_sections import SECTIONS
from petitions.review.counts import source_text
from petitions.review.texts import readings_of


def case_numbers(rows: pl.DataFrame, *, cases: pl.DataFrame) -> pl.DataFrame:
    """Return for each of the cases the numbers of its court rows, in order of appearance."""
    named = (
        rows.lazy()
        .filter((pl.col("STP_TYPE_DESCR") == "COURT ACTION") & (pl.col("OFN") != ""))
        .select(person="SUBJECT_ID", case=pl.col("CNT_ORDER").str.slice(0, 6), number="OFN")
        .collect()
    )
    of_ours = named.join(cases, on=["person", "case"], how="semi", maintain_order="left")
    return (
        of_ours.unique(maintain_order=True)
        .group_by("person", "case", maintain_order=True)
        .agg(pl.col("number").str.join("; ").alias("case_numbers"))
    )


def prop64_cycles(rows: pl.DataFrame, *, is_wanted: bool) -> pl.DataFrame:
    """Return the cycles that hold a Proposition 64 charge, by ours (``ours``) and by the peer's look (``peers``).

    Only two policies look at them, so the search through all rows is left out where none does.
    """
    charges = (
        (rows if is_wanted else rows.clear())
        .lazy()
        .select(person="SUBJECT_ID", cycle=pl.col("CNT_ORDER").str.slice(0, 3), text=source_text())
        .filter(pl.col("text").str.contains_any(list(SECTIONS)))
        .unique()
        .collect()
    )
    read = charges.join(readings_of(charges["text"]), on="text", how="left")
    return read.group_by("person", "cycle").agg(
        ours=(pl.col("section") != "").any(), peers=(pl.col("peer_section") != "").any()
    )
