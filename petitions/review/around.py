"""Derives what stands around a judged conviction: the numbers of its case, the charges of its cycle."""

from __future__ import annotations

import polars as pl

from petitions.review.counts import source_text
from petitions.review.texts import readings_of


def case_numbers(rows: pl.DataFrame, *, judged: pl.DataFrame) -> pl.DataFrame:
    """Return for each case of the judged convictions the numbers of its court rows, in order of appearance."""
    court = rows.filter((pl.col("STP_TYPE_DESCR") == "COURT ACTION") & (pl.col("OFN") != ""))
    named = court.select(person="SUBJECT_ID", case=pl.col("CNT_ORDER").str.slice(0, 6), number="OFN")
    wanted = judged.select("person", "case").unique()
    of_ours = named.join(wanted, on=["person", "case"], how="semi", maintain_order="left")
    return (
        of_ours.unique(maintain_order=True)
        .group_by("person", "case", maintain_order=True)
        .agg(pl.col("number").str.join("; ").alias("case_numbers"))
    )


def prop64_cycles(rows: pl.DataFrame) -> pl.DataFrame:
    """Return the cycles that hold a Proposition 64 charge, by ours (``ours``) and by the peer's look (``peers``)."""
    charges = rows.select(person="SUBJECT_ID", cycle=pl.col("CNT_ORDER").str.slice(0, 3), text=source_text())
    ours = charges.filter(pl.col("text").str.contains("11357|11358|11359|11360")).unique()
    read = ours.join(readings_of(ours["text"]), on="text", how="left")
    return read.group_by("person", "cycle").agg(
        ours=(pl.col("section") != "").any(), peers=(pl.col("peer_section") != "").any()
    )
