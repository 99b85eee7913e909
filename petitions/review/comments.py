"""Finds rows whose comment, or whose other offense columns, name another offense than the row's own."""

from __future__ import annotations

import re
from functools import lru_cache

import polars as pl

from petitions.review.added import DISAGREES
from petitions.review.code_sections import SECTIONS
from petitions.review.counts import in_text
from petitions.review.policies.columns import OTHER

_LOOSE = "11357|11358|11359|11360"
_SECTION = re.compile(_LOOSE)
_LETTER = re.compile(r"11357\(([A-D])\)")
_OTHERS = ("DISP_OFFENSE_DESCR", "CONV_OFFENSE_DESCR")


def other_charges(rows: pl.DataFrame) -> pl.DataFrame:
    """Return ``row`` and the comment where it names a Proposition 64 section that the row's offense does not."""
    named = (
        rows.lazy()
        .filter(pl.col("COMMENT_TEXT").str.contains_any(list(SECTIONS)))
        .filter(in_text() & (pl.col("SUBJECT_ID") != ""))
        .select("row", "OFFENSE_DESCR", "COMMENT_TEXT")
        .collect()
    )
    pairs = named.select("OFFENSE_DESCR", "COMMENT_TEXT").unique()
    shown = [pair for pair in pairs.rows() if _is_other(*pair)]
    found = pl.DataFrame(shown, schema={"OFFENSE_DESCR": pl.String, "COMMENT_TEXT": pl.String}, orient="row")
    return named.join(found, on=["OFFENSE_DESCR", "COMMENT_TEXT"], how="semi").select(
        "row", pl.col("COMMENT_TEXT").alias(OTHER)
    )


@lru_cache(maxsize=1 << 16)
def _is_other(offense: str, comment: str) -> bool:
    theirs, own = _SECTION.search(comment), _SECTION.search(offense)
    if theirs is None or own is None or theirs[0] != own[0]:
        return theirs is not None
    if own[0] != "11357":
        return False
    letter, stated = _LETTER.search(comment), _LETTER.search(offense)
    if letter is None or stated is None:
        return letter is not None
    return (letter[1] in "AB") != (stated[1] in "AB")


def disagreeing(rows: pl.DataFrame) -> pl.DataFrame:
    """Return ``row`` and what the other offense columns of a convicted row say, where a section of ours is in one."""
    others = [_code(one) for one in _OTHERS]
    own = _code("OFFENSE_DESCR")
    told = (
        rows.lazy()
        .filter(pl.col("DISP_DESCR").str.starts_with("CONVICTED"))
        .select("row", "OFFENSE_DESCR", *_OTHERS)
        .collect()
        .filter(
            pl.any_horizontal(
                (pl.col(one) != "") & (pl.col(one) != pl.col("OFFENSE_DESCR")) for one in _OTHERS
            )
        )
        .filter(
            pl.any_horizontal(
                pl.col(one).str.contains_any(list(SECTIONS)) for one in ("OFFENSE_DESCR", *_OTHERS)
            )
        )
    )
    says = [
        pl.when(pl.col(name).str.contains(r"\d") & (code != own)).then(
            pl.concat_str(pl.lit(f"{name}: "), code)
        )
        for name, code in zip(_OTHERS, others, strict=True)
    ]
    found = told.select("row", pl.concat_str(says, separator="; ", ignore_nulls=True).alias(DISAGREES))
    return found.filter(pl.col(DISAGREES) != "")


def _code(name: str) -> pl.Expr:
    return pl.col(name).str.split("-").list.first().str.strip_chars()
