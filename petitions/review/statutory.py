"""Reads off the columns, for each judged conviction, the facts that the law looks at, and joins its answers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import polars as pl

from petitions.review.added import CEILING, FLOOR, NEEDS, OUTCOME, REASON
from petitions.review.dates import YEAR, number
from petitions.review.facts import end_of_sentence, hours_until
from petitions.review.priors import sex_offenses_of, strikes_with_gangs, third_under_the_act
from petitions.review.statute import Facts, answer_to, bounds_to

CELLS = (OUTCOME, FLOOR, CEILING, REASON, NEEDS)
COUNTED = CELLS[:3]
"""What a tally looks at."""
_ACT = 20161109
_LAST_DAY = 20161108
_INFRACTIONS = 20110101
_ADULT, _OF_AGE = 18 * YEAR, 21 * YEAR


def under_the_act(convictions: pl.DataFrame, people: pl.DataFrame, *, county: str, on: date) -> pl.DataFrame:
    """Return ``row`` and the law's five cells for each conviction under 11357 to 11360 in the county."""
    facts = _facts_under_the_act(convictions, people, county=county, on=on)
    return _with_answers(facts, names=CELLS, answer=lambda one: answer_to(one, on=on))


def bounds_under_the_act(
    convictions: pl.DataFrame, people: pl.DataFrame, *, county: str, on: date
) -> pl.DataFrame:
    """Return ``row`` and those of the law's cells that a tally looks at."""
    facts = _facts_under_the_act(convictions, people, county=county, on=on)
    return _with_answers(facts, names=COUNTED, answer=bounds_to)


def _facts_under_the_act(
    convictions: pl.DataFrame, people: pl.DataFrame, *, county: str, on: date
) -> pl.DataFrame:
    dated = convictions.with_columns(_day(on))
    judged = dated.filter((pl.col("county") == county) & (pl.col("section") != ""))
    return (
        judged.drop("strike", "sex")
        .join(strikes_with_gangs(dated), on="person", how="left", maintain_order="left")
        .join(sex_offenses_of(dated), on="person", how="left", maintain_order="left")
        .join(people, on="person", how="left", maintain_order="left")
        .join(third_under_the_act(dated), on="row", how="left", maintain_order="left")
        .with_columns(_born())
        .select("row", *_facts(on))
    )


def _with_answers(
    facts: pl.DataFrame, *, names: tuple[str, ...], answer: Callable[[Facts], tuple[str, ...]]
) -> pl.DataFrame:
    """Decide each distinct set of facts once."""
    distinct = facts.select(Facts._fields).unique()
    answers = [answer(Facts(*one)) for one in distinct.iter_rows()]
    told = distinct.hstack(pl.DataFrame(answers, schema=dict.fromkeys(names, pl.String), orient="row"))
    return facts.join(told, on=Facts._fields, how="left", nulls_equal=True).select("row", *names)


def _day(on: date) -> pl.Expr:
    """Take a conviction after the day of the review for one whose date is not known: the file is wrong there."""
    return pl.when(pl.col("day") <= number(on)).then("day").alias("day")


def _born() -> pl.Expr:
    """Take a birth date for known where all rows agree on it and it is before the conviction."""
    born = pl.col("born_first")
    agreed = (born == pl.col("born_last")) & (born < _LAST_DAY) & (born < pl.col("day").fill_null(_LAST_DAY))
    return pl.when(agreed).then(born).alias("born")


def _facts(on: date) -> list[pl.Expr]:
    """Return an expression for each field of ``Facts``, in order."""
    several = pl.col("several_sections")
    return [
        pl.when(several).then(pl.lit("")).otherwise("section").alias("section"),
        pl.when(several | ~_has_letter()).then(pl.lit("")).otherwise("letter").alias("letter"),
        pl.col("prefix"),
        pl.col("level"),
        _time().alias("time"),
        _age().alias("age"),
        (pl.col("born") < 19760101).fill_null(value=False).alias("born_before_1976"),
        (pl.col("born") + _ADULT > pl.col("day")).fill_null(value=False).alias("minor"),
        _sentence(on).alias("sentence"),
        pl.col("third").fill_null(value=False).alias("third"),
        _may_be_before("strikes").alias("strike"),
        (_may_be_before("sex") | pl.col("registers_person")).alias("sex"),
    ]


def _has_letter() -> pl.Expr:
    """Say whether the law knows subdivisions of the section by letter."""
    return pl.col("section").is_in(["11357", "11360"])


def _time() -> pl.Expr:
    day = pl.col("day")
    return (
        pl.when(day.is_null())
        .then(pl.lit(""))
        .when(day < _INFRACTIONS)
        .then(pl.lit("before_2011"))
        .when(day < _ACT)
        .then(pl.lit("before_act"))
        .otherwise(pl.lit("since_act"))
    )


def _age() -> pl.Expr:
    """Return the oldest bracket that the person can have reached on the last day that counts."""
    last = pl.min_horizontal(pl.col("day").fill_null(_LAST_DAY), pl.lit(_LAST_DAY))
    lived = last - _birthday(last)
    return (
        pl.when(lived.is_null())
        .then(pl.lit(""))
        .when(lived < _ADULT)
        .then(pl.lit("under_18"))
        .when(lived < _OF_AGE)
        .then(pl.lit("18_to_20"))
        .otherwise(pl.lit("21_or_older"))
    )


def _birthday(last: pl.Expr) -> pl.Expr:
    """One born on February 29 can turn on February 28 of a year without that day."""
    leap = pl.col("born") % YEAR == 229
    return (
        pl.when(leap & (last % YEAR == 228) & (last // YEAR % 4 != 0))
        .then(pl.col("born") - 1)
        .otherwise("born")
    )


def _sentence(on: date) -> pl.Expr:
    is_open = (pl.col("hours") <= 0) | pl.col("day").is_null()
    ended = end_of_sentence() <= hours_until(on)
    return pl.when(is_open).then(pl.lit("")).when(ended).then(pl.lit("ended")).otherwise(pl.lit("running"))


def _may_be_before(name: str) -> pl.Expr:
    """Say whether one of the list stands before the conviction, or may."""
    first, undated = pl.col(f"{name}_first"), pl.col(f"{name}_undated").fill_null(value=False)
    before = pl.when(pl.col("day").is_null()).then(first.is_not_null()).otherwise(first < pl.col("day"))
    return before.fill_null(value=False) | undated
