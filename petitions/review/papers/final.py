"""Lays what staff decided over the judged convictions: what happens in the end, and which case number stands on papers."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from petitions.records.reviews.deciding import Kept
from petitions.review.columns import ROW
from petitions.review.policies.columns import CASE, DETERMINATION

FINAL = "final"
"""The column of what is to happen in the end: what staff decided, or else the policy."""
SEVERAL = ";"
"""Stands between the numbers of a case that has more than one."""
_CHOSEN = "chosen number"
OF_CASE = ("SUBJECT_ID", "case key")
"""The convictions that stand together in the file."""


def with_final(judged: pl.DataFrame, kept: Mapping[int, Kept]) -> pl.DataFrame:
    """Add ``final``, and put the case number that staff chose in the place of the file's."""
    outcomes = {row: one.choice.outcome for row, one in kept.items() if one.choice.outcome}
    joined = judged.join(_table(outcomes, FINAL), on=ROW, how="left", maintain_order="left")
    return _numbered(joined, kept).with_columns(pl.coalesce(FINAL, DETERMINATION).alias(FINAL))


def open_numbers(final: pl.DataFrame) -> int:
    """Return how many convictions have no case number, or several, so that they can have no papers."""
    return final.filter(lacks_number()).height


def lacks_number() -> pl.Expr:
    """Say whether a conviction has no case number, or several."""
    return (pl.col(CASE).str.strip_chars() == "") | pl.col(CASE).str.contains(SEVERAL, literal=True)


def numbers_in(cell: str) -> list[str]:
    """Return the case numbers that a cell names."""
    return [one.strip() for one in cell.split(SEVERAL) if one.strip()]


def number_beside(judged: pl.DataFrame, kept: Mapping[int, Kept], *, row: int) -> str:
    """Return the number that staff chose for another conviction of the same case; nothing where they chose none."""
    found = with_final(
        judged.filter(_beside(judged, row)), {one: at for one, at in kept.items() if one != row}
    )
    number = str(found.filter(pl.col(ROW) == row)[CASE].item())
    return number if number != judged.filter(pl.col(ROW) == row)[CASE].item() else ""


def _beside(judged: pl.DataFrame, row: int) -> pl.Expr:
    person, case = judged.filter(pl.col(ROW) == row).select("SUBJECT_ID", _case_key()).row(0)
    return pl.all_horizontal(pl.col("SUBJECT_ID") == person, _case_key() == case)


def _numbered(judged: pl.DataFrame, kept: Mapping[int, Kept]) -> pl.DataFrame:
    """Put in each row's own choice, or else the one choice that there is for its case."""
    numbers = {row: one.choice.case_number for row, one in kept.items() if one.choice.case_number}
    if not numbers:
        return judged
    own = judged.join(_table(numbers, _CHOSEN), on=ROW, how="left", maintain_order="left")
    keyed = own.with_columns(_case_key().alias(OF_CASE[1]))
    together = keyed.filter(pl.col(_CHOSEN).is_not_null()).group_by(OF_CASE)
    only = together.agg(only=pl.col(_CHOSEN).unique()).filter(pl.col("only").list.len() == 1)
    of_case = only.with_columns(pl.col("only").list.first())
    chosen = keyed.join(of_case, on=OF_CASE, how="left", maintain_order="left")
    return chosen.with_columns(pl.coalesce(_CHOSEN, "only", CASE).alias(CASE)).select(judged.columns)


def _case_key() -> pl.Expr:
    return pl.col("CNT_ORDER").str.slice(0, 6)


def _table(values: Mapping[int, str], name: str) -> pl.DataFrame:
    return pl.DataFrame(
        {ROW: list(values), name: list(values.values())}, schema={ROW: pl.UInt64, name: pl.String}
    )
