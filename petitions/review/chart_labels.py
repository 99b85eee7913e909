"""Names for each judged conviction where it stands in the charts: section, year, age, race, class."""

from __future__ import annotations

import polars as pl

from petitions.review.dates import YEAR


def _(text: str) -> str:
    return text


UNKNOWN = _("unknown")
_BANDS = (
    (18, _("under 18")),
    (21, _("18 to 20")),
    (25, _("21 to 24")),
    (35, _("25 to 34")),
    (45, _("35 to 44")),
    (55, _("45 to 54")),
)
_OLDEST = _("55 and over")
"""Ages on the day of the conviction."""


def labels() -> list[pl.Expr]:
    """Return a column of labels for each kind of chart."""
    day = pl.col("day")
    return [
        pl.when(pl.col("section") == "").then(pl.lit("related")).otherwise("section").alias("section"),
        (day // YEAR).cast(pl.String).fill_null(UNKNOWN).alias("year"),
        _band((day - pl.col("born_first")) // YEAR).alias("age"),
        pl.col("race").fill_null(UNKNOWN).alias("race"),
        pl.when(pl.col("level") == "").then(pl.lit(UNKNOWN)).otherwise("level").alias("level"),
    ]


def _band(age: pl.Expr) -> pl.Expr:
    """Return the band of the age on the day of the conviction."""
    band = pl.lit(_OLDEST)
    for below, words in reversed(_BANDS):
        band = pl.when(age < below).then(pl.lit(words)).otherwise(band)
    is_known = pl.col("born_first") == pl.col("born_last")
    return pl.when(age.is_null() | ~is_known).then(pl.lit(UNKNOWN)).otherwise(band)
