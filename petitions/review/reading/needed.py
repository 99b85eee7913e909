"""Tells which rows of a table can bear on a decision, so that the others need not be kept for it.

In a whole history these are less than half: an arrest for something else, or a court action that ended without a
conviction, says nothing that any rule looks at. Empty cells are null.
"""

from __future__ import annotations

import polars as pl

_SECTIONS = ["11357", "11358", "11359", "11360"]
_WHO = ("SUBJECT_ID", "PRI_DOB", "RACE_DESCR")
_STEPS = ["DECEASED", "REGISTRATION"]


def needed_rows(table: pl.DataFrame) -> pl.DataFrame:
    """Return the rows of a person that are convictions, number a case, or name a section, a death or a registration.

    Where a row states another person, birth or race than the row before, it is kept too: with it all that differ.
    """
    step = pl.col("STP_TYPE_DESCR")
    bears = [
        pl.col("DISP_DESCR").str.starts_with("CONVICTED"),
        (step == "COURT ACTION") & pl.col("OFN").is_not_null(),
        step.is_in(_STEPS),
        pl.col("OFFENSE_DESCR").str.contains_any(_SECTIONS),
        pl.col("COMMENT_TEXT").str.contains_any(_SECTIONS),
        *(pl.col(cell).ne_missing(pl.col(cell).shift(1)) for cell in _WHO),
        pl.int_range(pl.len()) == 0,
    ]
    return table.filter(pl.col("SUBJECT_ID").is_not_null(), pl.any_horizontal(bears))
